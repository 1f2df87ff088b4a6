import { Button } from '../../controls/Button'
import type { ImportAssistant } from '../../store/import/assistant'
import type { Tally } from '../../store/import/rows'
import { useCell } from '../../store/watch'
import type { ImportTab } from './importTab'
import styles from './ImportView.module.css'

interface Props {
  readonly assistant: ImportAssistant
  readonly counts: Tally
  readonly onTab: (tab: ImportTab) => void
}

const articles = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'article' : 'articles'}`

/** How reading went, and what is known already. */
export function Notices({ assistant, counts, onTab }: Props) {
  const { entries, tables, refused, cancelled, stopped } = useCell(assistant.state)
  const kept = useCell(assistant.kept)
  const mute = tables.filter(({ mapping }) => mapping.roles.text === undefined)
  return (
    <>
      {kept && <p className={styles['trouble']} role="alert">Nothing came in yet. The texts of these {articles(entries.length)} are stored: import them again when what stood in the way is mended.</p>}
      {stopped !== null && <p className={styles['trouble']} role="alert">{stopped} What was found before that is shown; import the rest again when this is mended.</p>}
      {cancelled && entries.length > 0 && <p className={styles['notice']} role="status">Reading was cancelled. What was found until then is shown and can be imported; read the files again for the rest.</p>}
      {mute.length > 0 && <p className={styles['notice']} role="status">Nothing was read of <bdi>{mute.map(({ file }) => file).join(', ')}</bdi> yet. <Button kind="quiet" onClick={() => { onTab('tables') }}>Say which column holds the text</Button></p>}
      {entries.length > 0 && (counts.known > 0 || refused.length > 0) && (
        <p className={styles['notice']} role="status">
          {counts.known > 0 && <span>{knownText(counts, entries.length)}</span>}
          {refused.length > 0 && <span>{refused.length === 1 ? '1 file was refused.' : `${refused.length.toLocaleString('en')} files were refused.`} <Button kind="quiet" onClick={() => { onTab('refused') }}>See why</Button></span>}
        </p>
      )}
    </>
  )
}

function knownText({ known }: Tally, all: number): string {
  if (known === all) return `Nothing new: ${known === 1 ? 'this article is' : `all ${articles(known)} are`} known already. Leave the import, or tick what you want a second time.`
  return `${articles(all - known)} ${all - known === 1 ? 'is' : 'are'} new. ${known.toLocaleString('en')} with the same text ${known === 1 ? 'is' : 'are'} known already, in the project or earlier in this import: not ticked.`
}
