import type { PreparedCodebook } from '../../../preload/contract'
import { Palette } from '../../controls/Palette'
import { useDesk } from '../desk'

/** The codebooks that come with Synoptic, found by typing; what the chosen one brings is shown next. */
export function PreparedCodebookPalette({ list }: { readonly list: readonly PreparedCodebook[] }) {
  const { overlay } = useDesk()
  const items = list.map(({ id, what, source, codebook }) => ({ id, text: codebook.name, detail: `${what} (${source})` }))
  const choose = (id: string): void => {
    const chosen = list.find((one) => one.id === id)
    overlay.set(chosen ? { kind: 'codebook-offer', offer: { file: chosen.codebook.name, codebook: chosen.codebook, report: [] } } : null)
  }
  return (
    <Palette
      label="Add a prepared codebook" sections={[{ name: '', items }]} onChoose={choose} onClose={() => { overlay.set(null) }}
      empty="None of them is called that." foot={<span><kbd>Enter</kbd> look at what it brings</span>}
    />
  )
}
