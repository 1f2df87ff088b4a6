import type { EventSynopsis } from '../../store/synopses'
import { handOf, type InHand } from '../../store/synopsisHand'
import { useCell } from '../../store/watch'

export function useInHand(synopsis: EventSynopsis): readonly [InHand, (change: Partial<InHand>) => void] {
  const cell = handOf(synopsis)
  return [useCell(cell), (change) => { cell.update((now) => ({ ...now, ...change })) }]
}
