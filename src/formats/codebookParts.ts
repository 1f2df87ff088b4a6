import type { z } from 'zod'
import { codeSchema, dimensionSchema, type Code, type Dimension } from '../domain/project/codebook'
import { colours } from '../domain/project/colours'
import { problemsOf } from '../domain/project/parse'
import { idSchema } from '../domain/project/values'
import { CodeTrees, type RawCode } from './codebookTree'
import type { CodebookReport } from './codebookReport'
import { isObject, type JsonObject } from './json'
import { unknownMembers } from './unknownMembers'

/** Keys that always mean commands of the reader, whatever code has them. (Digits mean roles only while these are being filled.) */
export const commandKeys: readonly string[] = ['a', 'c', 'f', 'o', 'r', '.', '?', '+', '-', '*', '_']

type Colour = Code['colour']

const usual = { unit: 'span', choice: 'many', level: 'nominal', mark: 'tint' } as const

interface Context {
  readonly report: CodebookReport
  /** Sentences on what makes the file unusable. */
  readonly problems: string[]
  readonly id: () => string
}

/** Turns the dimensions and codes of a file into ours, one after the other. */
export class CodebookParts {
  private readonly taken = new Map<'dimension' | 'code' | 'key', Set<string>>()
  private readonly trees: CodeTrees
  private coloured = 0

  constructor(private readonly at: Context) {
    this.trees = new CodeTrees(at.problems, at.report)
  }

  /** Null, and a problem, when it is none. */
  dimension(data: unknown, place: string): Dimension | null {
    if (!isObject(data)) {
      this.at.problems.push(`${place} is wrong: expected a dimension`)
      return null
    }
    const { codes, ...members } = present(data)
    const name = nameOf(members)
    const assumed = Object.keys(usual).filter((key) => !(key in members))
    if (assumed.length > 0) this.at.report.note('assumed', `${name}: ${assumed.join(', ')}`)
    const found = this.checked(dimensionSchema, { ...usual, ...members, id: this.freeId('dimension', members['id'], name), codes: [] }, members, place)
    const before = this.at.problems.length
    const trees = this.trees.read(codes, `${place}.codes`)
    // Codes that are no tree can't be walked.
    return found && this.at.problems.length === before ? { ...found, codes: this.codes(trees, null) } : null
  }

  /** Says which of some siblings are called the same. */
  siblings(names: readonly string[]): void {
    const seen = new Set<string>()
    for (const name of names) {
      if (seen.has(name)) this.at.report.note('same-name', name)
      seen.add(name)
    }
  }

  private codes(list: readonly RawCode[], above: Colour | null): readonly Code[] {
    const codes = list.flatMap((raw) => this.code(raw, above) ?? [])
    this.siblings(codes.map(({ name }) => name))
    return codes
  }

  private code({ members: given, place, codes }: RawCode, above: Colour | null): Code | null {
    const { codes: _, parent: __, ...members } = present(given)
    const name = nameOf(members)
    const colour = this.colour(members['colour'], name, above)
    const own = { ...members, id: this.freeId('code', members['id'], name), colour, key: this.key(members['key'], name), codes: [] }
    const found = this.checked(codeSchema, own, members, place)
    const under = this.codes(codes, colour)
    return found && { ...found, codes: under }
  }

  /** @param given what the file says, for finding members that were left out */
  private checked<T>(schema: z.ZodType<T>, data: JsonObject, given: JsonObject, place: string): T | null {
    const result = schema.safeParse(data)
    if (!result.success) this.at.problems.push(...problemsOf(result.error, place))
    else for (const member of unknownMembers(given, result.data)) this.at.report.note('unknown', member)
    return result.success ? result.data : null
  }

  private freeId(what: 'dimension' | 'code', given: unknown, name: string): string {
    const wanted = idSchema.safeParse(typeof given === 'number' ? String(given) : given)
    if (wanted.success && this.take(what, wanted.data)) return wanted.data
    this.at.report.note(wanted.success ? 'same-id' : 'no-id', name)
    let id = this.at.id()
    while (!this.take(what, id)) id = this.at.id()
    return id
  }

  private key(given: unknown, name: string): string {
    if (given === undefined || given === '') return ''
    if (typeof given !== 'string' || given.length > 2) {
      this.at.report.note('no-key', name)
      return ''
    }
    if (commandKeys.includes(given)) this.at.report.note('command-key', `${name}: ${given}`)
    if (this.take('key', given)) return given
    this.at.report.note('same-key', `${name}: ${given}`)
    return ''
  }

  /** Codes under one another share a colour, others get the next. */
  private colour(given: unknown, name: string, above: Colour | null): Colour {
    const known = colours.find((colour) => colour === given)
    if (known) return known
    this.at.report.note('colour', name)
    return above ?? colours[this.coloured++ % colours.length] ?? 'slate'
  }

  private take(what: 'dimension' | 'code' | 'key', value: string): boolean {
    const taken = this.taken.get(what) ?? new Set()
    this.taken.set(what, taken)
    if (taken.has(value)) return false
    taken.add(value)
    return true
  }
}

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : '?')

/** Without the members that other programs write as null for empty. */
export const present = (members: JsonObject): JsonObject => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
