import { createTextAnnotator } from '@recogito/text-annotator'
import { mountReader, type Reader } from '../../../src/renderer/reader/reader'
import type { Input } from './input'
import { afterPaint, painted } from './timing'

function host(): HTMLElement {
  const element = document.getElementById('host')
  if (!element) throw new Error('The page has no host.')
  return element
}

const nothing = (): void => undefined

export function openReader({ text, marks }: Input): Reader {
  const on = { select: nothing, pick: nothing, resize: nothing, activate: nothing, scroll: nothing }
  return mountReader(host(), { text, language: 'en', label: 'Bench', theme: 'light', marks, on })
}

/** Milliseconds until the condition holds and a frame with it has been painted. */
export async function openReaderUntil(input: Input, condition: () => boolean): Promise<number> {
  const start = performance.now()
  await painted(() => { openReader(input) })
  while (!condition()) await new Promise((resolve) => { setTimeout(resolve) })
  await painted(nothing)
  return performance.now() - start
}

/** The text alone: in the reader's type and sections, or without sections. */
export function openPlain(text: string, sections: boolean): HTMLElement {
  const scroller = document.createElement('div')
  scroller.className = 'plain'
  const body = document.createElement('div')
  body.className = 'reader-body'
  body.lang = 'en'
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const element = document.createElement('p')
    element.dir = 'auto'
    element.append(paragraph)
    return element
  })
  for (let at = 0; at < paragraphs.length; at += 25) {
    const section = document.createElement('div')
    section.className = sections ? 'reader-section' : 'unsectioned'
    // What lies between paragraphs counts for Recogito's offsets; it is never seen.
    section.append(...paragraphs.slice(at, at + 25).flatMap((paragraph) => (sections ? [paragraph] : [paragraph, '\n\n'])))
    body.append(section)
  }
  scroller.append(body)
  host().append(scroller)
  return body
}

/** Milliseconds until Recogito has painted what of the annotations is in view. */
export function openRecogito({ text, marks }: Input): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now()
      // It writes its rules into a style element in the very frame that paints them.
      const rules = new MutationObserver(() => {
        if (CSS.highlights.size === 0) return
        rules.disconnect()
        afterPaint(() => { resolve(performance.now() - start) })
      })
      rules.observe(document.head, { childList: true, subtree: true, characterData: true })
      const annotator = createTextAnnotator(openPlain(text, false), { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: false })
      annotator.setAnnotations(marks.map(({ id, spans: [span] }) => {
        const { start: from = 0, end = 0 } = span ?? {}
        return { id, bodies: [], target: { annotation: id, selector: [{ quote: text.slice(from, end), start: from, end }] } }
      }) as unknown as Parameters<typeof annotator.setAnnotations>[0])
    })
  })
}
