import type { Annotation } from '../../domain/project/annotation'
import { shownFields, valueOf, type CodeEntry } from '../../domain/project/codes'
import type { Guids } from './guids'
import { element } from './xmlText'

/** An annotation with its code. */
export interface Known {
  readonly annotation: Annotation
  readonly entry: CodeEntry
}

/** `Link`s for the fields by which annotations of one article name each other, from passage to passage, for other programs to show. */
export function linksXml(known: readonly Known[], guid: Guids): readonly string[] {
  const placed = new Set(known.filter(({ annotation }) => annotation.spans.length > 0).map(({ annotation }) => annotation.id))
  const selection = (id: string): string => guid('selection', `${id} 0`)
  return known.flatMap(({ annotation, entry }) => shownFields(annotation, entry).flatMap((field) => {
    const target = field.kind === 'link' ? valueOf(annotation, field) : undefined
    if (typeof target !== 'string' || !placed.has(target) || !placed.has(annotation.id)) return []
    return element('Link', { guid: guid('link', `${annotation.id} ${field.id}`), name: field.name, direction: 'OneWay', originGUID: selection(annotation.id), targetGUID: selection(target) })
  }))
}
