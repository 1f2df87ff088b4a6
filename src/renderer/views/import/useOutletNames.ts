import { useMemo } from 'react'
import { knownOutlets } from '../../../domain/query/outlets'
import { corrected } from '../../store/import/corrections'
import type { ImportState } from '../../store/import/state'
import { useSession } from '../desk'

// A list of suggestions longer than this finds nothing faster.
const MOST = 500

/** The outlets one may mean: those of the project, then those of this import. */
export function useOutletNames({ entries, choices }: ImportState): readonly string[] {
  const session = useSession()
  const known = useMemo(() => knownOutlets(session.records).map(({ name }) => name), [session])
  return useMemo(() => [...new Set([...known, ...entries.map((one) => corrected(one, choices).outlet)])].filter(Boolean).slice(0, MOST), [known, entries, choices])
}
