import type { CodebookReport } from './codebookReport'
import { isObject, type JsonObject } from './json'

/** How deep codes may stand below their dimension: deeper than anybody sorts, and shallow enough for every reader. */
const DEEPEST = 50
/** How many codes a codebook may have. */
const MOST_CODES = 20_000

/** A code of a file and the codes under it, not yet checked. */
export interface RawCode {
  readonly members: JsonObject
  /** Where it stands in the file, e.g. `dimensions[0].codes[3]`. */
  readonly place: string
  readonly codes: RawCode[]
}

interface Placed extends RawCode {
  readonly under: Placed | null
  /** The id of the code it belongs under, in a flat list. */
  readonly parent: string | null
}

/** Makes trees of codes from lists in which a code stands under another by nesting, by its member `parent`, or both. */
export class CodeTrees {
  private count = 0

  constructor(private readonly problems: string[], private readonly report: CodebookReport) {}

  /** The codes of one dimension; what is wrong with them goes to the problems, and they are not to be used then. */
  read(list: unknown, place: string): readonly RawCode[] {
    const all = this.collect(list, place)
    const byId = new Map<string, Placed>()
    for (const code of all) {
      const id = reference(code.members['id'])
      if (id !== null && !byId.has(id)) byId.set(id, code)
    }
    const roots: RawCode[] = []
    const above = new Map<Placed, Placed>()
    for (const code of all) {
      const parent = code.under ?? (code.parent === null ? null : byId.get(code.parent))
      if (parent === undefined) this.problems.push(`${code.place} names a parent that is not there (${shown(code.parent)})`)
      else if (parent === null) roots.push(code)
      else above.set(code, parent)
      if (parent && !code.under) parent.codes.push(code)
      if (code.under && code.parent !== null && code.parent !== reference(code.under.members['id'])) this.report.note('place', String(code.members['name']))
    }
    this.demandTree(all, above)
    return roots
  }

  /** All codes, those of one list in its order. Without recursion: how deep the file goes is not known yet. */
  private collect(list: unknown, place: string): Placed[] {
    const all: Placed[] = []
    const waiting: { list: unknown; place: string; under: Placed | null; depth: number }[] = [{ list, place, under: null, depth: 1 }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { under, depth } = next
      if (next.list === undefined || next.list === null) continue
      if (!Array.isArray(next.list)) {
        this.problems.push(`${next.place} is wrong: expected a list of codes`)
        continue
      }
      if (depth > DEEPEST && next.list.length > 0) {
        this.problems.push(`${next.place} stands deeper than ${DEEPEST} levels`)
        continue
      }
      this.count += next.list.length
      if (this.count > MOST_CODES) {
        this.problems.push(`dimensions hold more than ${MOST_CODES.toLocaleString('en')} codes`)
        return []
      }
      for (const [i, members] of (next.list as readonly unknown[]).entries()) {
        const at = `${next.place}[${i}]`
        if (!isObject(members)) {
          this.problems.push(`${at} is wrong: expected a code`)
          continue
        }
        const code: Placed = { members, place: at, codes: [], under, parent: reference(members['parent']) }
        under?.codes.push(code)
        all.push(code)
        waiting.push({ list: members['codes'], place: `${at}.codes`, under: code, depth: depth + 1 })
      }
    }
    return all
  }

  /** Every code leads up to its dimension, in few enough steps. */
  private demandTree(all: readonly Placed[], above: ReadonlyMap<Placed, Placed>): void {
    const depths = new Map<Placed, number>()
    for (const code of all) {
      const path: Placed[] = []
      let at: Placed | undefined = code
      while (at && !depths.has(at)) {
        // Marks the way up: to come to a code of it again is to go round in a circle.
        depths.set(at, -1)
        path.push(at)
        at = above.get(at)
      }
      let depth = at ? (depths.get(at) ?? 0) : 0
      if (depth === -1) this.problems.push(`${code.place} stands under itself by way of its parents`)
      for (const one of path.reverse()) depths.set(one, depth = depth === -1 ? 0 : depth + 1)
      if (depth > DEEPEST) this.problems.push(`${code.place} stands deeper than ${DEEPEST} levels`)
    }
  }
}

/** What an id or a `parent` refers to; null for none. Other programs number their codes. */
const reference = (value: unknown): string | null => (typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null)

const shown = (id: string | null): string => `“${(id ?? '').slice(0, 80)}”`
