import './reader.css'
import { legalSpan } from '../../domain/text/span'
import { afterPaint } from './afterPaint'
import { blocksOf } from './blocks'
import { attachDecider } from './decider'
import { attachGrips } from './grips'
import { attachShared } from './attachShared'
import type { Reader, ReaderOptions } from './handle'
import { movedPast, movedSpan, type Move } from './moves'
import { Page } from './page'
import { attachPointing } from './pointing'
import type { ReaderPassage } from './passages'
import { Positions } from './positions'
import { Selecting } from './selecting'
import { attachSizes } from './sizes'
import { firstUnit } from './stretch'
import { Surface } from './surface'
import { Viewport } from './viewport'

export type { Reader } from './handle'
export type { MarkStyle, ReaderMark } from './mark'
export type { Move } from './moves'
export type { ReaderPassage } from './passages'
export type { SharedMark, SharedWords } from './sharedMark'

// Milliseconds without scrolling.
const REST_AFTER = 300

/**
 * Puts a column of text into `host`, which it fills and scrolls itself.
 * @throws Error when the browser can't paint custom highlights
 */
export function mountReader(host: HTMLElement, options: ReaderOptions): Reader {
  const { text, language, on } = options
  const root = document.createElement('div')
  root.className = 'reader'
  root.tabIndex = 0
  root.setAttribute('role', 'document')
  root.ariaLabel = options.label

  const page = new Page(text, blocksOf(text), language)
  const positions = new Positions(page)
  const viewport = new Viewport(root, positions)
  const surface = new Surface(positions, viewport, options.theme, options.marks ?? [], options.top ?? 0, () => { on.stir?.() })
  const selecting = new Selecting(root, positions, surface.painter)
  const attached = new AbortController()
  const { signal } = attached

  let caret = -1
  let top = options.top ?? 0
  let frame = 0
  let resting = 0

  let passages: readonly ReaderPassage[] = []
  if (options.passages) setPassages(options.passages)
  // The host's width is known; the column's own would have to be laid out first.
  surface.resize(host.clientWidth)
  root.append(page.body)
  host.append(root)
  viewport.open(top)
  surface.first()

  const nextFrame = (): void => {
    frame = 0
    clearTimeout(resting)
    resting = window.setTimeout(() => { surface.rest() }, REST_AFTER)
    // While it is still being put in its place that place is not known; nothing more is scrolled once it is.
    if (viewport.pinned) {
      soon()
      return
    }
    // A column that is not shown has no place.
    if (sizes.stale() || root.clientHeight === 0) return
    const now = viewport.topOffset()
    if (now === top) return
    top = now
    on.scroll(top)
  }
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(nextFrame)
  }
  // Only what is seen at once goes into the first frame; the rest follows when that has been painted.
  let stopCompleting = afterPaint(() => {
    surface.complete()
    stopCompleting = page.fillInIdle()
  })

  root.addEventListener('scroll', () => {
    surface.follow()
    on.stir?.()
    soon()
  }, { signal, passive: true })
  for (const own of ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const) root.addEventListener(own, () => {
    viewport.release()
    on.lead?.()
  }, { signal, passive: true })

  document.addEventListener('selectionchange', () => { selecting.follow() }, { signal })
  let pressed = false
  root.addEventListener('focus', () => {
    if (!pressed) selecting.showNative()
    on.activate()
  }, { signal })

  const sizes = attachSizes(root, page.body, {
    width() {
      surface.resize(root.clientWidth)
      viewport.restoreTop(top)
      surface.redraw()
      soon()
    },
    height() {
      surface.draw()
      soon()
    },
  })

  const decider = attachDecider(root, positions, () => passages, { decide(...told) { on.decide?.(...told) } })
  const detach = [
    () => { decider.detach() },
    () => { sizes.detach() },
    attachPointing(root, positions, {
      press(begins) {
        pressed = true
        setTimeout(() => { pressed = false })
        if (begins) selecting.begin()
        on.activate()
      },
      release() { selecting.end() },
      carries: (offset) => selecting.span !== null && offset >= selecting.span.start && offset < selecting.span.end,
      carry(at) {
        if (!selecting.span) return
        selecting.hold(at !== null)
        on.carry?.(at, selecting.span)
      },
      drop(at) {
        if (!selecting.span) return
        selecting.settle()
        on.drop?.(at, selecting.span)
      },
      select() {
        if (selecting.adopt()) on.select(selecting.span, 'mouse')
      },
      click(offset) {
        if (selecting.span) {
          selecting.set(null)
          on.select(null, 'mouse')
        }
        if (offset !== undefined) caret = offset
        const marks = offset === undefined ? [] : surface.marksAt(offset)
        if (marks.length === 0) on.point?.(offset === undefined ? null : next(surface.shared.at(offset)), true)
        pick(marks)
      },
      label: pick,
      menu(at, offset) {
        on.contextmenu?.({ ...at, mark: offset === undefined ? null : (surface.marksAt(offset)[0] ?? null) })
        return on.contextmenu !== undefined
      },
    }),
    attachShared(surface.shared.bars.element, {
      hover(id) { on.point?.(id, false) },
      press(ids) {
        on.activate()
        on.lead?.()
        on.point?.(next(ids), true)
      },
    }),
    attachGrips(root, surface.outline, positions, language, {
      span() {
        const [only, ...more] = surface.picked?.spans ?? []
        return more.length === 0 ? only : undefined
      },
      preview(span) {
        const mark = surface.picked
        if (mark) surface.preview(span && { ...mark, spans: [span] })
      },
      resize(span) {
        const mark = surface.picked
        if (mark) on.resize(mark.id, span)
      },
    }),
  ]

  /** The first of these shared passages; if one of them is lit already, the one after it. */
  function next(ids: readonly string[]): string | null {
    return ids[ids.indexOf(surface.shared.lit ?? '') + 1] ?? ids[0] ?? null
  }

  /** Picks the first of these marks; if one of them is picked already, the one after it. */
  function pick(ids: readonly string[]): void {
    const before = surface.picked?.id
    const next = before === undefined ? ids[0] : (ids[ids.indexOf(before) + 1] ?? ids[0])
    surface.setPicked(next ?? null)
    if (next !== before) on.pick(next ?? null)
  }

  function setPassages(now: readonly ReaderPassage[]): void {
    passages = now
    page.setPassages(now)
    surface.painter.setPassages(now)
  }

  /** Where the keyboard begins without a selection. */
  function beginning(): number {
    const first = viewport.topOffset()
    const { top: above, bottom: below } = root.getBoundingClientRect()
    const line = caret === -1 ? undefined : positions.line(caret)
    if (line && line.bottom > above && line.top < below) return caret
    return firstUnit(text, 'sentence', first, language ?? 'en', (sentence) => sentence.start >= first)?.start ?? first
  }

  return {
    setMarks(marks) { surface.setMarks(marks) },
    putMark(mark) { surface.putMark(mark) },
    removeMark(id) { surface.removeMark(id) },
    setPicked(id) { surface.setPicked(id) },
    setTheme(theme) { surface.setTheme(theme) },
    setDeceptive(spans) { surface.painter.setDeceptive(spans) },
    setPassages(now) {
      setPassages(now)
      decider.hide()
    },
    setShared(marks) { surface.setShared(marks) },
    setLit(id) { surface.light(id) },
    setWording(words) { surface.setWording(words) },
    look: () => surface.look(),
    glide(to) {
      viewport.release()
      root.scrollTop = to
      return root.scrollTop
    },
    put(offset, y) {
      caret = offset
      viewport.pin(offset, y)
      return (positions.line(offset)?.top ?? 0) - root.getBoundingClientRect().top
    },
    selection: () => selecting.span,
    selectedText: () => selecting.span && text.slice(selecting.span.start, selecting.span.end),
    setSelection(span) { selecting.set(span) },
    move(by: Move) {
      const before = selecting.span
      const span = movedPast(passages, before ?? beginning(), by, (from) => movedSpan(text, from, by, language))
      if (span === undefined) return false
      if (span === null && before) caret = before.start
      selecting.set(span)
      if (span) viewport.reveal(by.includes('-start-') ? { start: span.start, end: span.start + 1 } : by.includes('-end-') ? { start: span.end - 1, end: span.end } : span)
      on.select(span, 'move')
      return true
    },
    anchorRect: () => (selecting.span ? selecting.rect(surface.rects(selecting.span)) : null),
    marksAt: (offset) => surface.marksAt(offset),
    rects: (span) => surface.rects(span),
    reveal(target) {
      caret = typeof target === 'number' ? target : target.start
      viewport.reveal(typeof target === 'number' ? (legalSpan(text, target, target + 1) ?? { start: target, end: target }) : target)
    },
    caret: () => (caret === -1 ? null : caret),
    topOffset: () => viewport.topOffset(),
    restoreTop(offset) {
      top = offset
      viewport.restoreTop(offset)
    },
    focus() { root.focus({ preventScroll: true }) },
    destroy() {
      attached.abort()
      cancelAnimationFrame(frame)
      clearTimeout(resting)
      stopCompleting()
      viewport.release()
      for (const stop of detach) stop()
      surface.destroy()
      root.remove()
    },
  }
}
