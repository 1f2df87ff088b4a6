import { expect } from './fixtures'
import type { Researcher } from './researcher'

/** How the columns stand: what is read in them, how wide each is and how far it is scrolled, in pixels. */
export interface Layout { readonly names: readonly string[]; readonly widths: readonly number[]; readonly scrolled: readonly number[] }

export async function layoutOf(ana: Researcher): Promise<Layout> {
  const boxes = await Promise.all((await ana.columns.all()).map((column) => column.boundingBox()))
  return {
    names: await ana.columns.getByRole('heading', { level: 1 }).allInnerTexts(),
    widths: boxes.map((box) => box?.width ?? 0),
    scrolled: await ana.columns.getByRole('document').evaluateAll((texts) => texts.map((text) => text.scrollTop)),
  }
}

/** Of text, in pixels; a little more than the largest. */
const LINE = 27

/** Widths and places may differ by rounding and by less than a line. */
export async function findsLayout(ana: Researcher, before: Layout): Promise<void> {
  await expect(ana.columns.getByRole('document')).toHaveCount(before.names.length)
  await expect.poll(async () => {
    const now = await layoutOf(ana)
    const apart = (a: readonly number[], b: readonly number[]): number => Math.max(...a.map((one, i) => Math.abs(one - (b[i] ?? Infinity))))
    return { names: now.names, widths: apart(now.widths, before.widths) < 3, places: apart(now.scrolled, before.scrolled) < LINE }
  }).toEqual({ names: before.names, widths: true, places: true })
}
