import type { Code, Codebook } from '../project/codebook'
import type { Selection } from './selection'

/**
 * The codebook as far as a selection has it: its dimensions, of these its codes, and the codes these stand under, as they
 * are part of what a code is called and what it asks for. A dimension without a chosen code goes where codes were chosen.
 */
export function selectedCodebook(codebook: Codebook, { dimensions, codes }: Pick<Selection, 'dimensions' | 'codes'>): Codebook {
  if (dimensions === null && codes === null) return codebook
  const chosen = codes && new Set(codes)
  const kept = (list: readonly Code[]): readonly Code[] => (chosen === null ? list : list.flatMap((code) => {
    const below = kept(code.codes)
    return chosen.has(code.id) || below.length > 0 ? [{ ...code, codes: below }] : []
  }))
  const wanted = codebook.dimensions.filter(({ id }) => dimensions === null || dimensions.includes(id)).map((one) => ({ ...one, codes: kept(one.codes) }))
  return { ...codebook, dimensions: chosen === null ? wanted : wanted.filter((one) => one.codes.length > 0) }
}
