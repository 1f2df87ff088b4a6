import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colours } from '../../../src/domain/project/colours'
import { palette } from '../../../src/domain/project/shades'
import { page } from '../../../src/renderer/reader/palette'

/** Contrast ratio of two colours written #rrggbb, after WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How a colour looks to people without red, green or blue cones (Viénot 1999, Brettel's plane simplified). */
const blindnesses: Readonly<Record<string, readonly (readonly number[])[]>> = {
  protanopia: [[0.1124, 0.8876, 0], [0.1124, 0.8876, 0], [0.004, -0.004, 1]],
  deuteranopia: [[0.2928, 0.7072, 0], [0.2928, 0.7072, 0], [-0.0223, 0.0223, 1]],
}

describe.each(['light', 'dark'] as const)('the palette in the %s theme', (theme) => {
  it.each(colours)('%s can be read: ink on its tint, its line on paper and tint', (colour) => {
    const { tint, line } = palette[theme][colour]
    expect(contrast(page[theme].ink, tint)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(line, page[theme].paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(line, tint)).toBeGreaterThanOrEqual(3)
  })

  it('has no two colours alike', () => {
    expect(new Set(Object.values(palette[theme]).flatMap(({ tint, line }) => [tint, line])).size).toBe(2 * colours.length)
  })

  it.each(Object.entries(blindnesses))('keeps the colours of the starter dimensions apart under %s', (_, matrix) => {
    const seen = (['amber', 'blue', 'green', 'violet'] as const).map((colour) => project(palette[theme][colour].line, matrix))
    seen.forEach((one, at) => {
      for (const other of seen.slice(at + 1)) expect(Math.hypot(...one.map((part, index) => part - (other[index] ?? 0)))).toBeGreaterThan(20)
    })
  })

  it('agrees with the tokens of the app', () => {
    const tokens = readFileSync(new URL('../../../src/renderer/theme/tokens.css', import.meta.url), 'utf8')
    const block = tokens.split("[data-theme='dark']")[theme === 'light' ? 0 : 1] ?? ''
    expect(block).toContain(`--paper: ${page[theme].paper}`)
    expect(block).toContain(`--ink: ${page[theme].ink}`)
    expect(block).toContain(`--ink-3: ${page[theme].faint}`)
  })
})

function project(colour: string, matrix: readonly (readonly number[])[]): number[] {
  const linear = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2)
  return matrix.map((row) => Math.max(0, row.reduce((sum, factor, at) => sum + factor * (linear[at] ?? 0), 0)) ** (1 / 2.2) * 255)
}
