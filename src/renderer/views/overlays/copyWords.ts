import type { ConflictCopy } from '../../../domain/project/conflictCopy'

type Brought = Pick<ConflictCopy, 'added' | 'changed' | 'removed' | 'contested'>

/** What several copies brought, together. */
export const totalOf = (copies: readonly Brought[]): Brought => ({
  added: copies.reduce((sum, { added }) => sum + added, 0),
  changed: copies.reduce((sum, { changed }) => sum + changed, 0),
  removed: copies.reduce((sum, { removed }) => sum + removed, 0),
  contested: copies.flatMap(({ contested }) => contested),
})

/** E.g. `3 records added, 1 changed, 1 changed on both sides`. */
export function broughtWords({ added, changed, removed, contested }: Brought): string {
  const parts = ([[added, 'added'], [changed, 'changed'], [removed, 'removed'], [contested.length, 'changed on both sides']] as const).filter(([count]) => count > 0)
  const [first, ...more] = parts
  if (!first) return 'with nothing that was not there already'
  return [`${first[0].toLocaleString('en')} ${first[0] === 1 ? 'record' : 'records'} ${first[1]}`, ...more.map(([count, what]) => `${count.toLocaleString('en')} ${what}`)].join(', ')
}
