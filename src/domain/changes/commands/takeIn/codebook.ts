import type { Annotation } from '../../../project/annotation'
import type { Code, Codebook, Dimension } from '../../../project/codebook'
import { codeEntries } from '../../../project/codes'
import { normalName } from '../../../project/entityNames'
import type { Field } from '../../../project/field'
import { fieldImport, freeId } from '../codebook/importedFields'
import { alterCode, alterDimension, codesIn, insertCode } from '../codebook/tree'
import { asItIs, fieldLike, type FieldHere } from './fields'
import type { IdHere } from './work'

/** A code of the work, as it is in the project. */
export interface CodeHere {
  readonly id: string
  /** By the field's id in the work; fields that nothing was entered in may be missing. */
  readonly fields: ReadonlyMap<string, FieldHere>
  /** Whether it is the very code, so that versions of the codebook mean the same. */
  readonly same: boolean
}

export interface JoinedCodebook {
  readonly dimensions: Codebook['dimensions']
  /** By the code's id in the work. */
  readonly codes: ReadonlyMap<string, CodeHere>
  readonly dimensionIds: IdHere
  /** Names of what was added, and how many codes these are. */
  readonly added: readonly string[]
  readonly newCodes: number
}

type Here = ReadonlyMap<string, FieldHere>

/**
 * Brings the dimensions and codes of others' work into a codebook: codes are the same by id, or by name where they stand under the same
 * dimension (of the same unit) and codes; the rest is added. A field in which something was entered is added where the code here has none like it.
 * Definitions of what is here stay.
 */
export function joinedCodebook(here: Codebook, work: Codebook, annotations: readonly Annotation[], fresh: () => string): JoinedCodebook {
  return new Joining(here, annotations, fresh).join(work)
}

class Joining {
  #dimensions: Codebook['dimensions']
  readonly #codes = new Map<string, CodeHere>()
  readonly #dimensionIds = new Map<string, string>()
  readonly #added: string[] = []
  #newCodes = 0
  readonly #taken: { readonly codes: Set<string>; readonly dimensions: Set<string>; readonly keys: Set<string> }
  readonly #importFields: ReturnType<typeof fieldImport>
  /** Fields in which something was entered. */
  readonly #used: ReadonlySet<string>

  constructor(private readonly here: Codebook, annotations: readonly Annotation[], private readonly fresh: () => string) {
    this.#dimensions = here.dimensions
    const codes = here.dimensions.flatMap((dimension) => codesIn(dimension.codes))
    this.#taken = { codes: new Set(codes.map(({ id }) => id)), dimensions: new Set(here.dimensions.map(({ id }) => id)), keys: new Set(codes.map(({ key }) => key)) }
    this.#importFields = fieldImport([...here.dimensions, ...codes].flatMap(({ fields }) => fields), fresh)
    this.#used = new Set(annotations.flatMap(({ values, spans }) => [...Object.keys(values), ...spans.flatMap(({ role }) => role ?? [])]))
  }

  join(work: Codebook): JoinedCodebook {
    for (const dimension of work.dimensions) this.#dimension(dimension)
    return { dimensions: this.#dimensions, codes: this.#codes, dimensionIds: this.#dimensionIds, added: this.#added, newCodes: this.#newCodes }
  }

  #dimension(dimension: Dimension): void {
    const like = this.here.dimensions.find(({ id, unit }) => id === dimension.id && unit === dimension.unit)
      ?? this.here.dimensions.find(({ name, unit }) => normalName(name) === normalName(dimension.name) && unit === dimension.unit)
    if (like) {
      this.#dimensionIds.set(dimension.id, like.id)
      const fields = this.#fieldsHere(dimension.fields, like.fields, new Map(), (missing) => {
        this.#dimensions = alterDimension(this.#dimensions, like.id, (one) => ({ ...one, fields: [...one.fields, ...missing] }))
      })
      this.#children(dimension.codes, like.codes, { dimension: like.id, parent: null }, fields)
      return
    }
    const id = freeId(dimension.id, this.#taken.dimensions, this.fresh)
    this.#dimensionIds.set(dimension.id, id)
    const { fields, renamed } = this.#importFields(dimension.fields, new Map())
    this.#dimensions = [...this.#dimensions, { ...dimension, id, fields, codes: [] }]
    this.#added.push(dimension.name)
    this.#children(dimension.codes, [], { dimension: id, parent: null }, hereOf(renamed))
  }

  #children(codes: readonly Code[], siblings: readonly Code[], at: { readonly dimension: string; readonly parent: string | null }, above: Here): void {
    const unit = this.#dimensions.find(({ id }) => id === at.dimension)?.unit
    for (const code of codes) {
      const byId = this.#known.get(code.id)
      const like = byId?.dimension.unit === unit ? byId?.code : siblings.find(({ name }) => normalName(name) === normalName(code.name))
      if (like) this.#joined(code, like, above)
      else this.#new(code, at, above)
    }
  }

  #joined(code: Code, like: Code, above: Here): void {
    const entry = this.#known.get(like.id)
    const fields = this.#fieldsHere(code.fields, entry?.fields ?? [], above, (missing) => {
      this.#dimensions = alterCode(this.#dimensions, like.id, (one) => [{ ...one, fields: [...one.fields, ...missing] }])
    })
    this.#codes.set(code.id, { id: like.id, fields, same: like.id === code.id })
    this.#children(code.codes, like.codes, { dimension: entry?.dimension.id ?? '', parent: like.id }, fields)
  }

  #new(code: Code, at: { readonly dimension: string; readonly parent: string | null }, above: Here): void {
    const id = freeId(code.id, this.#taken.codes, this.fresh)
    const { fields, renamed } = this.#importFields(code.fields, new Map([...above].map(([from, to]) => [from, to.id])))
    const key = this.#taken.keys.has(code.key) ? '' : code.key
    this.#taken.keys.add(key)
    this.#dimensions = insertCode(this.#dimensions, { ...code, id, key, revised: 0, fields, codes: [] }, at)
    this.#newCodes += 1
    if (!this.#added.includes(code.name) && at.parent === null && this.here.dimensions.some((one) => one.id === at.dimension)) this.#added.push(code.name)
    const here = new Map([...hereOf(renamed), ...above])
    for (const field of code.fields) here.set(field.id, asItIs(renamed.get(field.id) ?? field.id))
    this.#codes.set(code.id, { id, fields: here, same: false })
    this.#children(code.codes, [], { dimension: at.dimension, parent: id }, here)
  }

  /** Fields of something that is here already; those that are missing, though something was entered in them, are added. */
  #fieldsHere(wanted: readonly Field[], there: readonly Field[], above: Here, add: (missing: readonly Field[]) => void): Here {
    const here = new Map(above)
    const missing = wanted.filter((field) => {
      const like = fieldLike(field, there)
      if (like) here.set(field.id, like)
      return !like && this.#used.has(field.id)
    })
    if (missing.length === 0) return here
    // Nothing that is here becomes incomplete by it.
    const free = missing.map((field) => ({ ...field, required: false, showIf: field.showIf && (here.has(field.showIf.field) || missing.some(({ id }) => id === field.showIf?.field)) ? field.showIf : null }))
    const { fields, renamed } = this.#importFields(free, new Map([...here].map(([from, to]) => [from, to.id])))
    for (const { id } of missing) here.set(id, asItIs(renamed.get(id) ?? id))
    this.#added.push(...missing.map(({ name }) => name))
    add(fields)
    return here
  }

  get #known() {
    return this.#entries ??= codeEntries(this.here)
  }

  #entries: ReturnType<typeof codeEntries> | undefined
}

const hereOf = (renamed: ReadonlyMap<string, string>): Here => new Map([...renamed].map(([from, to]) => [from, asItIs(to)]))
