import { Keys } from '../../controls/Keys'
import { Palette } from '../../controls/Palette'
import { Swatch } from '../../controls/Swatch'
import { applyCode, inHand, recodeInHand, toFields } from '../../commands/codeCommands'
import { keyParts } from '../../commands/keys'
import { activeReader, picked } from '../../commands/textCommands'
import { useDesk, useSession } from '../desk'

/** The codes, found by typing, at the place in the text they are for. */
export function CodePalette({ recode }: { readonly recode: boolean }) {
  const desk = useDesk()
  const session = useSession()
  // Another code must be of the kind of unit that was coded.
  const units = new Set(recode ? inHand(desk).flatMap((id) => session.seen.annotation.get(id)?.unit ?? []) : [])
  const entries = [...session.codes().values()].filter(({ dimension }) => !recode || units.has(dimension.unit))
  const dimensions = [...new Set(entries.map((entry) => entry.dimension))]
  const sections = dimensions.map((dimension) => ({
    name: dimension.name,
    items: entries.filter((entry) => entry.dimension === dimension).map(({ code, path }) => ({
      id: code.id, text: code.name, ...(path.length > 2 && { detail: path.slice(1, -1).join(' > ') }),
      before: <Swatch colour={code.colour} mark={dimension.mark} />,
      after: code.key !== '' && <Keys parts={keyParts(code.key, desk.mac)} />,
    })),
  }))
  const close = (): void => { desk.overlay.set(null) }
  const choose = (id: string, { shift }: { readonly shift: boolean }): void => {
    close()
    const done = recode ? recodeInHand(desk, id) : applyCode(desk, id)
    void done.then(() => {
      if (shift) setTimeout(() => { toFields(desk) })
    })
  }
  return (
    <Palette
      label={recode ? 'Give it another code' : 'Choose a code'} sections={sections} onChoose={choose} onClose={close} at={placeOf(desk, recode)} empty="No code is called that."
      foot={<><span><kbd>Enter</kbd> code</span><span><kbd>Shift Enter</kbd> and go to its fields</span></>}
    />
  )
}

/** The visible part of the selection, or of the picked annotation. */
function placeOf(desk: ReturnType<typeof useDesk>, recode: boolean): DOMRect | null {
  const annotation = picked(desk)
  const [span] = annotation?.spans ?? []
  if (recode && annotation && span) return desk.readers.get(annotation.subject)?.rects(span).at(-1) ?? null
  return activeReader(desk)?.anchorRect() ?? null
}
