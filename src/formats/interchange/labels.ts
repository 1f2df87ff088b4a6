import { codeEntries } from '../../domain/project/codes'
import type { Codebook } from '../../domain/project/codebook'

/** Between the names of a path from the dimension down to a code, as in tables. */
export const BETWEEN = ' > '

/** A label for each code by its id, for programs that know labels only: its path; of paths that are the same, later ones have a number behind them. */
export function codeLabels(codebook: Codebook): ReadonlyMap<string, string> {
  const used = new Set<string>()
  return new Map([...codeEntries(codebook)].map(([id, { path }]) => {
    const wanted = oneLine(path.join(BETWEEN)) || 'code'
    let label = wanted
    for (let n = 2; used.has(label); n += 1) label = `${wanted} (${n})`
    used.add(label)
    return [id, label]
  }))
}

/** Labels stand in lists and lines: white space of any kind is one space in them. */
const oneLine = (name: string): string => name.replace(/[\s\p{Control}]+/gu, ' ').trim()
