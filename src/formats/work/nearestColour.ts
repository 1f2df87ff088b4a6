import { colours } from '../../domain/project/colours'
import type { Code } from '../../domain/project/codebook'

/** Hue, in degrees, of what each of our colours is called in other programs; slate is what has none. */
const hues: Readonly<Record<Exclude<Code['colour'], 'slate'>, number>> = { amber: 41, rust: 18, blue: 206, teal: 176, green: 139, violet: 304, rose: 339 }

/** Less colourful than this, 0 to 1, is grey. */
const GREY = 0.15

/**
 * The colour of ours that is nearest in hue to one of another program.
 * @param colour `#rrggbb`; anything else gives the colour of this rank, so that codes differ
 */
export function nearestColour(colour: string, rank: number): Code['colour'] {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!digits) return colours[rank % colours.length] ?? 'slate'
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((two) => parseInt(two, 16) / 255)
  const most = Math.max(red, green, blue), span = most - Math.min(red, green, blue)
  if (span < GREY) return 'slate'
  const sixth = most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span
  const hue = (sixth * 60 + 360) % 360
  const apart = (other: number): number => Math.min(Math.abs(hue - other), 360 - Math.abs(hue - other))
  const [nearest = 'slate'] = Object.entries(hues).sort(([, a], [, b]) => apart(a) - apart(b)).map(([name]) => name as Code['colour'])
  return nearest
}
