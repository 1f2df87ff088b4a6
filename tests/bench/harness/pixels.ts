import { palette } from '../../../src/domain/project/shades'
import { makeInput } from './input'
import { openReader } from './openers'

interface Expected {
  readonly id: string
  readonly colour: string
  readonly rects: readonly { x: number; y: number; width: number; height: number }[]
}

let expected: readonly Expected[] = []

/** Opens an article whose annotations don't overlap; returns how many of them are in view. */
export async function openForPixels(): Promise<number> {
  const { text, marks } = makeInput(2000, 80)
  const reader = openReader({ text, marks })
  await new Promise((resolve) => { setTimeout(resolve, 500) })
  const { bottom } = document.querySelector('.reader')?.getBoundingClientRect() ?? { bottom: 0 }
  expected = marks.map(({ id, spans, colour, style }) => ({
    id,
    colour: palette.light[colour][style === 'tint' ? 'tint' : 'line'],
    rects: spans.flatMap((span) => reader.rects(span)).filter((rect) => rect.bottom < bottom).map(({ x, y, width, height }) => ({ x, y, width, height })),
  })).filter(({ rects }) => rects.length > 0)
  return expected.length
}

/** Ids of the annotations of which a picture of the window (PNG as base64) shows nothing in one of their lines. */
export async function unpainted(png: string): Promise<string[]> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  if (!context) throw new Error('No canvas to look at the picture.')
  context.drawImage(bitmap, 0, 0)
  return expected.filter(({ colour, rects }) => rects.some((rect) => {
    // An underline lies a little below the glyphs.
    const { data } = context.getImageData(Math.round(rect.x), Math.round(rect.y), Math.max(1, Math.round(rect.width)), Math.round(rect.height) + 5)
    return !shows(data, colour)
  })).map(({ id }) => id)
}

function shows(data: Uint8ClampedArray, colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  for (let at = 0; at < data.length; at += 4) {
    // Thin lines are softened at their edges.
    if (Math.abs((data[at] ?? 0) - red) + Math.abs((data[at + 1] ?? 0) - green) + Math.abs((data[at + 2] ?? 0) - blue) < 40) return true
  }
  return false
}
