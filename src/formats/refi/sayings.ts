import type { Annotation } from '../../domain/project/annotation'
import { shownFields, valueLabel, valueOf, type CodeEntry, type NameOf } from '../../domain/project/codes'
import type { JsonObject } from '../json'
import { isUuid } from './guids'

/** What an annotation holds besides its code, passage and note: for people, a line each. */
export function annotationLines(annotation: Annotation, entry: CodeEntry, nameOf: NameOf): readonly string[] {
  const lines = shownFields(annotation, entry).flatMap((field) => {
    const value = field.kind === 'link' || field.kind === 'role' ? undefined : valueOf(annotation, field)
    return value === undefined ? [] : [`${field.name}: ${valueLabel(field, value, nameOf)}`]
  })
  return annotation.certainty === null ? lines : [...lines, `Certainty: ${annotation.certainty}`]
}

/** The same, as it is read back. @param version the codebook's: what was coded under it need not say so */
export const annotationData = ({ id, values, certainty, codebook, blind }: Annotation, version: number): JsonObject => ({
  annotation: isUuid(id) ? undefined : id,
  values: Object.keys(values).length === 0 ? undefined : values,
  certainty: certainty ?? undefined,
  codebook: codebook === version ? undefined : codebook,
  blind,
})
