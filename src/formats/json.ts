import { ParseError } from '../domain/project/parse'

/** An object as `JSON.parse` makes it. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads JSON, with or without the mark that some editors put before it.
 * @param what names the document in messages
 * @throws ParseError
 */
export function parseJson(json: string, what: string): unknown {
  try {
    return JSON.parse(json.startsWith('\uFEFF') ? json.slice(1) : json)
  } catch {
    // The engine's own message quotes the document, and messages end up in logs.
    throw new ParseError(what, ['it is no JSON, or cut off'])
  }
}
