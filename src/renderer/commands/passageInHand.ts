import type { Desk, PassageInHand } from './command'

/** Takes a shared passage of an event in hand, with nothing marked. */
export const inHand = (event: string, passage: string): PassageInHand => ({ event, passage, places: [], with: [] })

/**
 * What the mouse does to the shared passage in hand: one it points at is in hand until it leaves it, one it presses stays.
 * To be made for each column.
 * @param event that of the column's article
 */
export function passagePointer({ passageInHand }: Desk, event: () => string | null): (passage: string | null, pressed: boolean) => void {
  let over: { readonly id: string; readonly before: PassageInHand | null } | null = null
  const take = (passage: string | null): PassageInHand | null => {
    const [own, held] = [event(), passageInHand.get()]
    const taken = own === null || passage === null ? null : held?.passage === passage ? held : inHand(own, passage)
    passageInHand.set(taken)
    return taken
  }
  return (passage, pressed) => {
    if (pressed) {
      const taken = take(passage)
      over = over && taken && { id: taken.passage, before: taken }
    } else if (passage !== null) {
      over = { id: passage, before: over ? over.before : passageInHand.get() }
      take(passage)
    } else if (over) {
      // Meanwhile a key may have brought another one.
      if (passageInHand.get()?.passage === over.id) passageInHand.set(over.before)
      over = null
    }
  }
}
