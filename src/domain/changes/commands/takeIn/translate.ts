import type { Annotation } from '../../../project/annotation'
import type { Article } from '../../../project/article'
import { codeEntries } from '../../../project/codes'
import type { Field, FieldValue } from '../../../project/field'
import type { Translate } from './annotations'
import type { CodeHere } from './codebook'
import { asItIs, valueHere } from './fields'
import type { IdHere, Work } from './work'

/** What everything an annotation names is called here. */
export interface Names {
  readonly subjects: IdHere
  readonly coders: IdHere
  readonly entities: IdHere
  readonly codes: ReadonlyMap<string, CodeHere>
  /** Articles here, by id. */
  readonly articles: ReadonlyMap<string, Article>
  /** Version of the codebook here. */
  readonly version: number
}

/** Says annotations of the work with the names that things have here. */
export function translator(work: Pick<Work, 'codebook' | 'articles'>, names: Names): Translate {
  const entries = codeEntries(work.codebook), theirArticles = new Map(work.articles.map((one) => [one.id, one]))
  return (annotation, links) => {
    const subject = names.subjects.get(annotation.subject), code = names.codes.get(annotation.code)
    if (subject === undefined) return undefined
    const fields = new Map(entries.get(annotation.code)?.fields.map((field) => [field.id, field]))
    const fieldHere = (id: string) => code?.fields.get(id) ?? asItIs(id)
    const values = Object.entries(annotation.values).flatMap(([id, value]): [string, FieldValue][] => {
      const field = fields.get(id)
      if (field?.kind === 'link' && links === null) return []
      return [[fieldHere(id).id, named(field, valueHere(value, fieldHere(id)), names.entities, links)]]
    })
    const spans = annotation.spans.map((part) => (part.role === undefined ? part : { ...part, role: fieldHere(part.role).id }))
    return {
      ...annotation, subject, spans, values: Object.fromEntries(values), coder: names.coders.get(annotation.coder) ?? annotation.coder, code: code?.id ?? annotation.code,
      // Versions of another codebook mean nothing here.
      codebook: code?.same === true ? Math.min(annotation.codebook, names.version) : names.version,
      textVersion: versionHere(annotation, theirArticles.get(annotation.subject), names.articles.get(subject)),
    }
  }
}

function named(field: Field | undefined, value: FieldValue, entities: IdHere, links: ReadonlyMap<string, string> | null): FieldValue {
  const ids = field?.kind === 'entity' || field?.kind === 'entities' ? entities : field?.kind === 'link' ? links : null
  if (!ids) return value
  return typeof value === 'object' ? value.map((one) => ids.get(one) ?? one) : ids.get(String(value)) ?? value
}

/** What was found in the text there is found in the same text here, whatever number that version has; a text corrected here since has it as an earlier one. */
function versionHere({ textVersion }: Annotation, theirs: Article | undefined, ours: Article | undefined): number {
  if (!theirs || !ours || textVersion !== theirs.version) return textVersion
  return [ours, ...ours.earlier].find(({ hash }) => hash === theirs.hash)?.version ?? ours.version
}
