import type { Code, Codebook, Dimension } from '../project/codebook'
import { codeEntries } from '../project/codes'
import type { Field } from '../project/field'

/**
 * A codebook that was changed in two places: the newest with every dimension, code and field that only another has, so that
 * no annotation is left without its code. A code that was deleted in one place comes back; a key that is taken is dropped.
 * @param versions the newest first, at least one
 */
export function united(versions: readonly Codebook[]): Codebook | undefined {
  const [newest, ...others] = versions
  return newest && others.reduce(withMissing, newest)
}

function withMissing(codebook: Codebook, other: Codebook): Codebook {
  const entries = codeEntries(codebook)
  const keys = new Set([...entries.values()].map(({ code }) => code.key))
  const lacks = ({ id }: Code): boolean => !entries.has(id)
  /** The missing ones among these and below them; what is below a known code goes there. */
  const missing = (codes: readonly Code[]): readonly Code[] => codes.filter(lacks).map((code) => ({ ...withFreeKey(code, keys), codes: missing(code.codes) }))
  const theirs = codeEntries(other)
  const filled = (code: Code): Code => {
    const their = theirs.get(code.id)?.code
    return { ...code, fields: withFields(code.fields, their?.fields), codes: [...code.codes.map(filled), ...missing(their?.codes ?? [])] }
  }
  const own = new Set(codebook.dimensions.map(({ id }) => id))
  const dimensions = codebook.dimensions.map((dimension): Dimension => {
    const their = other.dimensions.find(({ id }) => id === dimension.id)
    return { ...dimension, fields: withFields(dimension.fields, their?.fields), codes: [...dimension.codes.map(filled), ...missing(their?.codes ?? [])] }
  })
  const further = other.dimensions.filter(({ id }) => !own.has(id)).map((dimension) => ({ ...dimension, codes: missing(dimension.codes) }))
  return { ...codebook, version: Math.max(codebook.version, other.version), dimensions: [...dimensions, ...further] }
}

function withFreeKey(code: Code, taken: Set<string>): Code {
  if (code.key === '' || !taken.has(code.key)) {
    taken.add(code.key)
    return code
  }
  return { ...code, key: '' }
}

function withFields(fields: readonly Field[], others: readonly Field[] = []): readonly Field[] {
  const own = new Set(fields.map(({ id }) => id))
  return [...fields, ...others.filter(({ id }) => !own.has(id))]
}
