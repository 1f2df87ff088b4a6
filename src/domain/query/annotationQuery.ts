import type { Code, Codebook } from '../project/codebook'
import type { Finding } from './finding'
import { holdsAll } from './words'

/** What annotations are asked for; all conditions together. */
export interface AnnotationQuery {
  /** One coder's, or everybody's. */
  readonly coder: string | null
  /** Codes one of which it must have; null for any, also one that is no longer in the codebook. */
  readonly codes: ReadonlySet<string> | null
  readonly incomplete: boolean
  readonly outdated: boolean
  readonly unplaced: boolean
  /** Words that must all occur, in lower case. */
  readonly words: readonly string[]
}

/** @param searched what the words are looked for in, in lower case; asked only when there are words */
export function meetsQuery(finding: Finding, query: AnnotationQuery, searched: () => string): boolean {
  const { annotation, incomplete, outdated, unplaced } = finding
  return (query.coder === null || annotation.coder === query.coder)
    && (query.codes === null || query.codes.has(annotation.code))
    && (!query.incomplete || incomplete)
    && (!query.outdated || outdated)
    && (!query.unplaced || unplaced)
    && (query.words.length === 0 || holdsAll(searched(), query.words))
}

/** A dimension's codes, or a code with those below it, by the id of either; null when there is neither. */
export function codesWithin(codebook: Codebook, within: { readonly kind: 'dimension' | 'code'; readonly id: string }): ReadonlySet<string> | null {
  const dimension = codebook.dimensions.find((one) => one.id === within.id)
  const roots = within.kind === 'dimension' ? dimension?.codes : codeById(codebook.dimensions.flatMap((one) => one.codes), within.id)
  return roots === undefined ? null : new Set(idsOf(roots))
}

function codeById(codes: readonly Code[], id: string): readonly Code[] | undefined {
  for (const code of codes) {
    const found = code.id === id ? [code] : codeById(code.codes, id)
    if (found) return found
  }
  return undefined
}

const idsOf = (codes: readonly Code[]): readonly string[] => codes.flatMap((code) => [code.id, ...idsOf(code.codes)])
