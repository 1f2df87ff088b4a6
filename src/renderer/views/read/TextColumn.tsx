import { useEffect, useLayoutEffect, useRef } from 'react'
import { brush, resizeAnnotation } from '../../commands/codeCommands'
import { passagePointer } from '../../commands/passageInHand'
import { makeExample } from '../../commands/examples'
import { spanToReveal } from '../../commands/reviewing'
import { heldIn } from '../../commands/guide'
import { decide } from '../../commands/passages'
import { askedRole } from '../../commands/roleCommands'
import type { Annotation } from '../../../domain/project/annotation'
import type { Article } from '../../../domain/project/article'
import { mountReader } from '../../reader/reader'
import { activate } from '../../store/layout'
import { useCell } from '../../store/watch'
import { themeOf } from '../../theme/applyTheme'
import { useDesk, useSession } from '../desk'
import styles from './ColumnView.module.css'
import { showsDeceptive } from '../../commands/deceptive'
import { deceptiveStretches } from './deceptiveStretches'
import { markOf, passagesOf } from './marks'
import { sharedMarks } from './sharedMarks'

interface Props {
  readonly article: Article
  readonly text: string
  /** Which version of it. */
  readonly version: number
  readonly index: number
  readonly active: boolean
}

/** Puts a reader on the page and keeps it in step with the project. React draws nothing of the text. */
export function TextColumn({ article, text, version, index, active }: Props) {
  const desk = useDesk()
  const session = useSession()
  const host = useRef<HTMLDivElement>(null)
  const place = useRef(index)
  const { picked, columns } = useCell(desk.app.layout)
  const { mask } = session.masked
  const { id, language } = article
  const label = [article.outlet, article.headline].filter(Boolean).join(': ') || article.source.file

  useEffect(() => { place.current = index }, [index])

  // While the column is still on the page: where it is read goes with it to the next one.
  useLayoutEffect(() => () => {
    const reader = desk.readers.get(id)
    if (reader) desk.app.scrolled(id, reader.topOffset())
  }, [desk, id])

  useEffect(() => {
    if (!host.current) return
    const { layout, settings } = desk.app
    // What counts in another version of the text has no place in this one.
    const isHere = ({ textVersion }: Annotation): boolean => textVersion === version
    const annotations = () => [...(session.seen.annotationsOf.get(id)?.values() ?? [])].filter(isHere).map((one) => markOf(session, one))
    const reader = mountReader(host.current, {
      text, label, language: language || 'en', theme: themeOf(settings.get().theme), marks: annotations(), passages: passagesOf(session, id),
      top: desk.app.topOf(id),
      on: {
        select: (selection, by) => {
          layout.update((now) => {
            // While an annotation is put together from several selections, or one is made for a role of it, it stays in hand.
            if (selection) return { ...activate(now, place.current), selection, picked: heldIn(desk, id) ?? askedRole(desk)?.annotation ?? null }
            // A column that loses its selection because another takes one does not become the active one by that.
            return now.columns[now.active]?.article === id ? { ...now, selection: null } : now
          })
          if (selection && by === 'mouse') void brush(desk)
        },
        pick: (mark) => {
          if (mark === null && askedRole(desk)) return
          // A click on a label leaves what was selected selected, and the next code would go there.
          reader.setSelection(null)
          layout.update((now) => ({ ...activate(now, place.current), picked: mark, selection: null }))
        },
        resize: (mark, span) => { void resizeAnnotation(desk, mark, span) },
        activate: () => { layout.update((now) => activate(now, place.current)) },
        carry: (at, span) => { desk.carried.set(at && { article: id, quote: text.slice(span.start, span.end), ...at, over: codeAt(at) }) },
        drop: (at, span) => {
          desk.carried.set(null)
          const code = codeAt(at)
          if (code !== null) void makeExample(desk, code, { article: id, span })
        },
        decide: ({ start, end }, decision, everywhere) => {
          const passages = (session.records.article.get(id)?.passages ?? []).filter((one) => one.start === start && one.end === end)
          decide(desk, { article: id, passages }, decision, everywhere).catch(desk.app.tell)
        },
        scroll: (top) => { desk.app.scrolled(id, top) },
        point: passagePointer(desk, () => session.records.article.get(id)?.event ?? null),
        lead: () => { desk.together.lead(id) },
        stir: desk.together.stir,
      },
    })
    desk.readers.set(id, reader)
    reader.setPicked(layout.get().picked)
    desk.together.come(id)
    // Mounted anew, because columns were moved or panes folded, it goes on with what was selected.
    const { columns: all, active: now, selection } = layout.get()
    if (all[now]?.article === id) {
      if (selection) reader.setSelection(selection)
      // Whoever opened it means to read it; somebody who is typing is not disturbed.
      if (!document.activeElement?.matches('input, textarea, select') && desk.overlay.get() === null) reader.focus()
    }
    const wanted = spanToReveal(desk, id)
    if (wanted) reader.reveal(wanted)
    const endEdits = session.onEdits((edits) => {
      for (const edit of edits) {
        // A renamed entity may stand in labels.
        if (edit.kind === 'codebook' || (edit.kind === 'entity' && edit.before && edit.after)) reader.setMarks(annotations())
        if (edit.kind === 'article' && edit.id === id && edit.after && edit.after.passages !== edit.before?.passages) reader.setPassages(passagesOf(session, id))
        if (edit.kind !== 'annotation') continue
        if (edit.after?.subject === id && isHere(edit.after)) reader.putMark(markOf(session, edit.after))
        else if (edit.before?.subject === id || edit.after?.subject === id) reader.removeMark(edit.id)
      }
    })
    const endDragging = keepDragging(host.current)
    return () => {
      endDragging()
      endEdits()
      desk.readers.delete(id)
      reader.destroy()
    }
    // The label only names the column for a screen reader; an edited headline must not build the text anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [desk, session, id, text, version, language, mask])

  const deceptive = showsDeceptive(useCell(desk.app.layout))
  useEffect(() => { desk.readers.get(id)?.setDeceptive(deceptive ? deceptiveStretches(text) : []) }, [desk, id, text, version, language, deceptive])

  const open = columns.map((column) => column.article).join(' ')
  useEffect(() => {
    if (article.event === null) return undefined
    const { passages } = session.synopses.of(article.event)
    const show = (): void => { desk.readers.get(id)?.setShared(sharedMarks(session, id, passages.get(), new Set(open.split(' ')))) }
    show()
    const end = passages.watch(show)
    return () => {
      end()
      desk.readers.get(id)?.setShared([])
    }
  }, [desk, session, id, text, version, language, mask, article.event, open])

  useEffect(() => { desk.readers.get(id)?.setPicked(picked) }, [desk, id, picked])

  useEffect(() => {
    const selection = active ? desk.readers.get(id)?.selection() : undefined
    if (selection) desk.app.layout.update((layout) => ({ ...layout, selection }))
  }, [desk, id, active])

  return <div className={styles['text']} ref={host} />
}

/** The code shown at a place in the window. */
function codeAt({ x, y }: { readonly x: number; readonly y: number }): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-code]')?.dataset['code'] ?? null
}

/** While the mouse selects in one column nothing else can be selected, so that a drag over the edge stays in it. */
function keepDragging(host: HTMLElement): () => void {
  const begin = (): void => {
    host.dataset['dragging'] = ''
    document.body.dataset['selecting'] = ''
  }
  const end = (): void => {
    delete host.dataset['dragging']
    delete document.body.dataset['selecting']
  }
  host.addEventListener('pointerdown', begin)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
  return () => {
    end()
    host.removeEventListener('pointerdown', begin)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
  }
}
