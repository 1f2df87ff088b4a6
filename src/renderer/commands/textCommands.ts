import type { Annotation } from '../../domain/project/annotation'
import { annotationsInOrder } from '../../domain/project/records'
import type { Reader, Move } from '../reader/reader'
import { activeColumn } from '../store/layout'
import { openSession, type Command, type Desk } from './command'

/** The reader of the active column. */
export function activeReader(desk: Desk): Reader | undefined {
  const article = activeArticle(desk)
  return article === undefined ? undefined : desk.readers.get(article)
}

/** The article of the active column, while columns are what one sees. */
export function activeArticle(desk: Desk): string | undefined {
  const layout = desk.app.layout.get()
  return layout.view === 'read' ? activeColumn(layout)?.article : undefined
}

/** The picked annotation, while it can be seen. */
export function picked(desk: Desk): Annotation | undefined {
  const { picked: id, view } = desk.app.layout.get()
  const annotation = id === null || view !== 'read' ? undefined : openSession(desk)?.records.annotation.get(id)
  return annotation && (annotation.unit === 'event' || desk.app.layout.get().columns.some((column) => column.article === annotation.subject)) ? annotation : undefined
}

/** Picks an annotation, or none, and brings it into view; a text selection is given up for it. */
export function pick(desk: Desk, id: string | null): void {
  desk.app.layout.update((layout) => ({ ...layout, picked: id, selection: id === null ? layout.selection : null }))
  const annotation = id === null ? undefined : openSession(desk)?.records.annotation.get(id)
  if (!annotation) return
  const reader = desk.readers.get(annotation.subject)
  reader?.setSelection(null)
  const [first] = annotation.spans
  if (first) reader?.reveal(first)
}

const move = (id: Move, group: number, keys: readonly string[], label: string): Command => ({
  id: `text.${id}`, menu: 'Text', group, keys, scope: 'reader', label: () => label,
  enabled: (desk) => activeReader(desk) !== undefined, run: (desk) => { activeReader(desk)?.move(id) },
})

function pickNeighbour(desk: Desk, by: 1 | -1): void {
  const session = openSession(desk)
  const article = activeArticle(desk)
  if (!session || article === undefined) return
  const all = annotationsInOrder(session.records, article).filter((one) => one.spans.length > 0)
  const current = all.findIndex((one) => one.id === desk.app.layout.get().picked)
  const from = activeReader(desk)?.selection()?.start ?? activeReader(desk)?.topOffset() ?? 0
  const after = all.findIndex((one) => (one.spans[0]?.start ?? 0) >= from)
  const start = after === -1 ? all.length : after
  const next = current !== -1 ? current + by : by === 1 ? start : start - 1
  const target = all[(next + all.length) % all.length]
  if (target) pick(desk, target.id)
}

const hasAnnotations = (desk: Desk): boolean => {
  const article = activeArticle(desk)
  return activeReader(desk) !== undefined && article !== undefined && (openSession(desk)?.records.annotationsOf.get(article)?.size ?? 0) > 0
}

/** Finding and selecting text, and going from annotation to annotation. */
export const textCommands: readonly Command[] = [
  move('next-sentence', 0, ['ArrowDown'], 'Select the next sentence'),
  move('previous-sentence', 0, ['ArrowUp'], 'Select the sentence before'),
  move('next-paragraph', 0, ['Mod+ArrowDown'], 'Go to the next paragraph'),
  move('previous-paragraph', 0, ['Mod+ArrowUp'], 'Go to the paragraph before'),
  move('next-word', 1, ['ArrowRight'], 'Select the next word'),
  move('previous-word', 1, ['ArrowLeft'], 'Select the word before'),
  move('grow-end-word', 1, ['Shift+ArrowRight'], 'Grow by a word'),
  move('shrink-end-word', 1, ['Shift+ArrowLeft'], 'Shrink by a word'),
  move('grow-start-word', 1, ['Mod+Shift+ArrowLeft'], 'Grow by a word at the start'),
  move('shrink-start-word', 1, ['Mod+Shift+ArrowRight'], 'Shrink by a word at the start'),
  move('grow-end-sentence', 2, ['Shift+ArrowDown'], 'Grow by a sentence'),
  move('shrink-end-sentence', 2, ['Shift+ArrowUp'], 'Shrink by a sentence'),
  move('grow-start-sentence', 2, ['Mod+Shift+ArrowUp'], 'Grow by a sentence at the start'),
  move('shrink-start-sentence', 2, ['Mod+Shift+ArrowDown'], 'Shrink by a sentence at the start'),
  move('grow-end-character', 2, ['+'], 'Grow by a character'),
  move('shrink-end-character', 2, ['-'], 'Shrink by a character'),
  move('grow-start-character', 2, ['*'], 'Grow by a character at the start'),
  move('shrink-start-character', 2, ['_'], 'Shrink by a character at the start'),
  {
    id: 'text.all', menu: 'Text', group: 3, keys: ['Mod+a'], scope: 'reader', label: () => 'Select the whole article',
    enabled: (desk) => activeReader(desk) !== undefined,
    run: (desk) => {
      const length = openSession(desk)?.records.article.get(activeArticle(desk) ?? '')?.length ?? 0
      activeReader(desk)?.setSelection({ start: 0, end: length })
      desk.app.layout.update((layout) => ({ ...layout, selection: activeReader(desk)?.selection() ?? null, picked: null }))
    },
  },
  {
    id: 'text.none', menu: 'Text', group: 3, keys: ['Escape'], scope: 'reader', label: () => 'Select nothing',
    enabled: (desk) => activeReader(desk) !== undefined,
    run: (desk) => {
      pick(desk, null)
      desk.passageInHand.set(null)
      activeReader(desk)?.setSelection(null)
      desk.app.layout.update((layout) => ({ ...layout, selection: null }))
    },
  },
  {
    id: 'annotation.next', menu: 'Text', group: 4, keys: ['a'], scope: 'reader', label: () => 'Go to the next annotation',
    enabled: hasAnnotations, run: (desk) => { pickNeighbour(desk, 1) },
  },
  {
    id: 'annotation.previous', menu: 'Text', group: 4, keys: ['Shift+a'], scope: 'reader', label: () => 'Go to the annotation before',
    enabled: hasAnnotations, run: (desk) => { pickNeighbour(desk, -1) },
  },
]
