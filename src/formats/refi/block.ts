import { isObject, type JsonObject } from '../json'

/**
 * How a description or note of REFI-QDA carries what the format has no place for. Below the researcher's own text stands
 *
 *     --- Synoptic ---
 *     Form: direct quotation
 *     Certainty: high
 *     {"values":{"form":"direct"},"certainty":"high"}
 *
 * The lines are for people who read it in another program; the last one is read back, exactly. See docs/guide/qdpx.md.
 */
const HEAD = '--- Synoptic ---'
const WHOLE_LINE = /(^|\r\n|\n|\r)--- Synoptic ---(?=[\r\n])/g

/** What a text says besides what somebody wrote. */
export interface Described {
  /** What somebody wrote; it may have been changed in another program since. */
  readonly own: string
  /** Empty where there is nothing of ours. */
  readonly data: JsonObject
}

/** @param lines for people; line breaks in them become spaces. @param data what is undefined is left out; with nothing in it, and no lines, there is no block */
export function withBlock(own: string, lines: readonly string[], data: JsonObject): string {
  const said = Object.values(data).some((value) => value !== undefined)
  if (!said && lines.length === 0 && !own.includes(HEAD)) return own
  return [...(own === '' ? [] : [own]), HEAD, ...lines.map((line) => line.replace(/\s+/g, ' ')), JSON.stringify(data)].join('\n')
}

/** @param ours whether it was not altered since we wrote it: otherwise the line breaks may be others */
export function readBlock(text: string, ours: boolean): Described {
  const head = [...text.matchAll(WHOLE_LINE)].at(-1)
  const data = head && parsed(text.trimEnd().split(/[\r\n]/).at(-1) ?? '')
  if (!data) return { own: text, data: {} }
  const end = ours && head[1] !== '' ? head.index + (head[1]?.length ?? 0) - 1 : head.index
  return { own: text.slice(0, end), data }
}

function parsed(line: string): JsonObject | undefined {
  try {
    const data: unknown = JSON.parse(line)
    return isObject(data) ? data : undefined
  } catch {
    return undefined
  }
}
