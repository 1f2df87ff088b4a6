import { Palette } from '../../controls/Palette'
import { Swatch } from '../../controls/Swatch'
import { moveTo, openCodebook } from '../../commands/codebookActions'
import { makeExample } from '../../commands/examples'
import { activeReader } from '../../commands/textCommands'
import { idsIn, standing } from '../../store/codebook/places'
import { codeOf } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'

const labels = { example: 'Make it an example of', merge: 'Merge with', move: 'Move under' } as const
const UNDER_DIMENSION = 'dimension:'

/** Chooses the code for what was begun: a passage that becomes its example, a merge, a move. */
export function CodesForPalette({ purpose }: { readonly purpose: 'example' | 'merge' | 'move' }) {
  const desk = useDesk()
  const session = useSession()
  const codebook = openCodebook(desk)
  const own = codeOf(desk.app.codebook.get().at) ?? ''
  const moved = codebook && standing(codebook, own)
  // Nothing goes below itself, and nothing is merged with itself.
  const out = new Set(purpose === 'move' && moved ? idsIn([moved.code]) : purpose === 'merge' ? [own] : [])
  const entries = [...session.codes().values()].filter(({ code }) => !out.has(code.id))
  const sections = (codebook?.dimensions ?? []).map((dimension) => ({
    name: dimension.name,
    items: [
      ...(purpose === 'move' ? [{ id: `${UNDER_DIMENSION}${dimension.id}`, text: dimension.name, detail: 'the dimension itself' }] : []),
      ...entries.filter((entry) => entry.dimension === dimension).map(({ code, path }) => ({
        id: code.id, text: code.name, ...(path.length > 2 && { detail: path.slice(1, -1).join(' > ') }), before: <Swatch colour={code.colour} mark={dimension.mark} />,
      })),
    ],
  })).filter((section) => section.items.length > 0)
  const choose = (id: string): void => {
    desk.overlay.set(purpose === 'merge' ? { kind: 'merge-codes', codes: [own, id] } : null)
    if (purpose === 'example') void makeExample(desk, id)
    if (purpose !== 'move') return
    const dimension = id.startsWith(UNDER_DIMENSION) ? codebook?.dimensions.find((one) => one.id === id.slice(UNDER_DIMENSION.length)) : session.codes().get(id)?.dimension
    const parent = id.startsWith(UNDER_DIMENSION) ? null : session.codes().get(id)?.code
    if (!dimension) return
    const siblings = parent ? parent.codes : dimension.codes
    moveTo(desk, `code:${own}`, { kind: 'code', dimension: dimension.id, parent: parent?.id ?? null, index: siblings.filter((one) => one.id !== own).length })
  }
  return (
    <Palette
      label={labels[purpose]} sections={sections} onChoose={choose} onClose={() => { desk.overlay.set(null) }} empty="No code is called that."
      at={purpose === 'example' ? activeReader(desk)?.anchorRect() ?? null : null}
    />
  )
}
