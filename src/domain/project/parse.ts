import type { z } from 'zod'

/** Data that is not what it should be; `problems` are sentences for people, each with the place in the data. */
export class ParseError extends Error {
  readonly problems: readonly string[]

  constructor(what: string, problems: readonly string[]) {
    const more = problems.length > 3 ? ` (and ${problems.length - 3} more)` : ''
    super(`${what} can't be read: ${problems.slice(0, 3).join('; ')}${more}`)
    this.name = 'ParseError'
    this.problems = problems
  }
}

/**
 * Checks data from outside against a schema.
 * @param what names the data in messages, e.g. `codebook.json`
 * @throws ParseError that says where and why, e.g. `annotations[3].spans[0].end must be greater than start`
 */
export function parse<T>(schema: z.ZodType<T>, data: unknown, what: string): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new ParseError(what, problemsOf(result.error))
}

/**
 * What a schema objects to, one sentence for each problem with its place in the data.
 * @param within where the data stands in something larger, e.g. `dimensions[2]`
 */
export function problemsOf(error: z.ZodError, within = ''): readonly string[] {
  return error.issues.map((issue) => `${place(within, issue.path)} ${sentence(issue.message)}`.trim())
}

function place(within: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((so, key) => (typeof key === 'number' ? `${so}[${key}]` : so === '' ? String(key) : `${so}.${String(key)}`), within)
}

const sentence = (message: string): string => message.replace(/^Invalid input: /, 'is wrong: ').replace(/^Invalid /, 'has an invalid ')
