import type { Campaign } from '../campaign'
import { harmAll, type Harm, type Harms } from '../harness/harm'

/** A decided change that is taken out of the journal leaves no trace, as one that was carried out. */
const leavesTrace = (file: string): boolean => !file.startsWith('.journal/')

const removing: Harms = (file, _, study) => {
  if (!leavesTrace(file)) return []
  const [gone, previous]: [Harm, string] = [{ file, name: 'gone', bytes: () => null }, `${file}.bak`]
  return study.has(previous) ? [gone, { ...gone, name: 'gone with its previous generation', without: [previous] }] : [gone]
}

export const removedFiles: Campaign = {
  id: 'removed-files',
  title: 'Every kind of file of a project is gone, alone or with its previous generation',
  claim: 'a file that is gone and is taken for one that never was, or written anew as if it were empty; anything else that can’t be read because of it',
  run: async ({ say }) => {
    const { count } = await harmAll(removing, say)
    return count.outcome('what is taken out of the journal leaves no trace and is not tried')
  },
}
