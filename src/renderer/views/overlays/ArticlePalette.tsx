import { Palette } from '../../controls/Palette'
import { openArticle } from '../../store/layout'
import { corpusRows } from '../read/corpusRows'
import { useDesk, useSession } from '../desk'

/** Chooses an article to open in a column; those of the open event come first. */
export function ArticlePalette() {
  const { app, overlay } = useDesk()
  const session = useSession()
  const { event } = app.layout.get()
  const articles = corpusRows(session.seen, '').flatMap((row) => (row.kind === 'article' ? [row.article] : []))
  const item = (one: (typeof articles)[number]) => ({ id: one.id, text: one.headline || one.source.file, detail: [one.outlet, one.date].filter(Boolean).join(', ') })
  const here = articles.filter((one) => one.event === event && event !== null)
  const sections = [
    { name: session.records.event.get(event ?? '')?.name ?? 'This event', items: here.map(item) },
    { name: 'Other articles', items: articles.filter((one) => one.event !== event || event === null).map(item) },
  ].filter((section) => section.items.length > 0)
  const close = (): void => { overlay.set(null) }
  return (
    <Palette
      label="Open an article in a column" sections={sections} onClose={close} empty="No article is called that."
      onChoose={(id) => {
        close()
        app.layout.update((layout) => openArticle(layout, id, session.seen.article.get(id)?.event ?? null))
      }}
    />
  )
}
