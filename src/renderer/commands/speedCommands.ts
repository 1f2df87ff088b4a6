import { extendBy, joinAnnotations } from '../../domain/changes/commands/join'
import { fillSheet } from '../../domain/changes/commands/sheets'
import { splitAnnotation } from '../../domain/changes/commands/split'
import type { Annotation } from '../../domain/project/annotation'
import { dimensionsFor } from '../../domain/project/progress'
import { annotationsInOrder, THE } from '../../domain/project/records'
import { applyCode, pickedOwn } from './codeCommands'
import { canApply, ready } from './codeTargets'
import { openSession, writable, type Command, type Desk } from './command'
import { sayExcluded } from './passages'
import { activeArticle, activeReader, pick, picked } from './textCommands'

/** Codes with a number: those used last, by Alt and their number. */
const recent = (n: number): Command => ({
  id: `code.recent-${n}`, menu: 'Code', group: 8, keys: [`Alt+${n}`], scope: 'reader',
  label: (desk) => {
    const code = openSession(desk)?.codes().get(desk.recent.get().slots[n - 1] ?? '')
    return code ? `Recent code ${n}: ${code.code.name}` : `Recent code ${n}`
  },
  enabled: (desk) => {
    const entry = writable(desk)?.codes().get(desk.recent.get().slots[n - 1] ?? '')
    return entry !== undefined && canApply(desk, entry)
  },
  run: (desk) => applyCode(desk, desk.recent.get().slots[n - 1] ?? ''),
})

/** The coder's own annotations of the active article that a selection lies in, the innermost first. */
function around(desk: Desk): readonly Annotation[] {
  const session = writable(desk)
  const span = activeReader(desk)?.selection()
  const article = activeArticle(desk)
  if (!session || !span || article === undefined || session.blocked(article)) return []
  const length = (one: Annotation): number => one.spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return annotationsInOrder(session.records, article)
    .filter((one) => one.coder === session.opened.coder.id && one.unit === 'span' && one.spans.some(({ start, end }) => start <= span.start && span.end <= end))
    .sort((a, b) => length(a) - length(b))
}

/** What is to be cut: the picked annotation of several parts, or the one around the selection. */
function cuttable(desk: Desk): { annotation: Annotation; offset: number | null } | undefined {
  const picked = pickedOwn(desk)?.annotation
  if (picked) return picked.spans.length > 1 ? { annotation: picked, offset: null } : undefined
  const span = activeReader(desk)?.selection()
  const [annotation] = around(desk)
  if (!annotation || !span) return undefined
  const inside = annotation.spans.some(({ start, end }) => start < span.start && span.start < end)
  return { annotation, offset: inside ? span.start : span.end }
}

async function split(desk: Desk): Promise<void> {
  const session = writable(desk)
  const what = cuttable(desk)
  if (!session || !what) return
  const text = await session.text(what.annotation.subject)
  const done = session.perform(splitAnnotation(session.records, { annotation: what.annotation.id, text, offset: what.offset }, session.circumstances()))
  if (done) pick(desk, what.annotation.id)
  else desk.hint.set('There is nothing on one side of the cut')
}

/** The next of the coder's own annotations with the code of the picked one, in the same article. */
function nextAlike(desk: Desk): readonly string[] {
  const own = pickedOwn(desk)
  if (own?.annotation.unit !== 'span') return []
  const { annotation, session } = own
  const alike = annotationsInOrder(session.records, annotation.subject).filter((one) => one.code === annotation.code && one.coder === annotation.coder && one.spans.length > 0)
  const next = alike[alike.findIndex((one) => one.id === annotation.id) + 1]
  return next ? [annotation.id, next.id] : []
}

async function join(desk: Desk): Promise<void> {
  const own = pickedOwn(desk)
  const ids = nextAlike(desk)
  if (!own || ids.length === 0) return
  const text = await own.session.text(own.annotation.subject)
  if (own.session.perform(joinAnnotations(own.session.records, { ids, text }, own.session.circumstances()))) pick(desk, own.annotation.id)
}

/** The annotation that was in hand last, if the selection can become a part of it. */
function extendable(desk: Desk): Annotation | undefined {
  const session = writable(desk)
  const annotation = session?.records.annotation.get(desk.lastPicked.get() ?? '')
  const fits = annotation?.subject === activeArticle(desk) && annotation?.coder === session?.opened.coder.id && annotation?.unit === 'span'
  return fits && activeReader(desk)?.selection() ? annotation : undefined
}

async function extend(desk: Desk): Promise<void> {
  const session = writable(desk)
  const annotation = extendable(desk)
  const span = activeReader(desk)?.selection()
  if (!session || !annotation || !span) return
  const text = await session.text(annotation.subject)
  if (session.perform(extendBy(session.records, { annotation: annotation.id, text, span }, session.circumstances()))) pick(desk, annotation.id)
  else sayExcluded(desk, annotation.subject, [span], annotation.spans)
}

/** The selected words, or those of the picked annotation. */
function wordsInHand(desk: Desk): string {
  return writable(desk) === null ? '' : (activeReader(desk)?.selectedText() ?? writable(desk)?.seen.annotation.get(picked(desk)?.id ?? '')?.spans[0]?.quote ?? '').trim()
}

/** Says of the active article that every dimension is coded, or takes that back. */
function finish(desk: Desk): void {
  const session = writable(desk)
  const subject = activeArticle(desk)
  const codebook = session?.records.codebook.get(THE)
  if (!session || subject === undefined || !codebook) return
  const done = isFinished(desk)
  const coded = Object.fromEntries(dimensionsFor(codebook, 'article').map(({ id }) => [id, !done]))
  if (!session.perform(fillSheet(session.records, { subject, coded }, session.circumstances()))) desk.hint.set('Every dimension here is finished by the codes it has')
}

function isFinished(desk: Desk): boolean {
  const subject = activeArticle(desk)
  return subject !== undefined && ['coded', 'none'].includes(openSession(desk)?.progressWith(subject, 'article') ?? 'open')
}

/** Coding without detours: recent codes, cutting and joining, saying that an article is done. */
export const speedCommands: readonly Command[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(recent),
  {
    id: 'annotation.join', menu: 'Code', group: 4, keys: ['Shift+j'], scope: 'reader', label: () => 'Join with the next of the same code',
    enabled: (desk) => nextAlike(desk).length > 0, run: join,
  },
  {
    id: 'annotation.split', menu: 'Code', group: 4, keys: ['Shift+k'], scope: 'reader', label: () => 'Cut the annotation at the selection',
    enabled: (desk) => cuttable(desk) !== undefined, run: split,
  },
  {
    id: 'annotation.extend', menu: 'Code', group: 4, keys: ['Shift+p'], scope: 'reader',
    label: (desk) => {
      const code = openSession(desk)?.codes().get(extendable(desk)?.code ?? '')
      return code ? `Add the selection to “${code.code.name}” as a part` : 'Add the selection to the last annotation as a part'
    },
    enabled: (desk) => extendable(desk) !== undefined, run: extend,
  },
  {
    id: 'code.equal', menu: 'Code', group: 5, keys: ['Shift+e'], scope: 'reader', label: () => 'Code every equal passage …',
    enabled: (desk) => wordsInHand(desk) !== '',
    run: (desk) => { desk.overlay.set({ kind: 'equal-passages', words: wordsInHand(desk), code: picked(desk)?.code ?? desk.lastCode.get() }) },
  },
  {
    id: 'article.finished', menu: 'Code', group: 5, keys: ['Shift+d'], scope: 'reader', label: () => 'This article is coded',
    enabled: (desk) => ready(desk, activeArticle(desk) ?? ''), checked: isFinished, run: finish,
  },
]
