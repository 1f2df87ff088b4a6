import type { Entity } from './entity'

/** A name as it is compared: without case, accents, punctuation and spare white space. `Kim Jong-un` and `KIM JONG UN` are one. */
export function normalName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  // A name of signs alone is its signs.
  return plain === '' ? name.trim() : plain
}

/** The name and the other ways an entity is called. */
export const namesOf = (entity: Entity): readonly string[] => [entity.name, ...entity.aliases]

/** An entity that may be meant, and the alias that spoke for it where its name did not. */
export interface FoundEntity {
  readonly entity: Entity
  readonly alias: string | null
  /** How well it fits: its very name or alias, the beginning of it, of a word in it, or only somewhere inside. */
  readonly fit: 'same' | 'beginning' | 'word' | 'inside'
}

const fits = ['same', 'beginning', 'word', 'inside'] as const

/**
 * The entities that may be meant by what was typed so far, the best first, of equals by name; all of them while nothing is.
 * @param most how many at most
 */
export function findEntities(entities: Iterable<Entity>, typed: string, most: number): readonly FoundEntity[] {
  const wanted = normalName(typed)
  const found: FoundEntity[] = []
  for (const entity of entities) {
    const best = namesOf(entity)
      .map((name, i) => ({ entity, alias: i === 0 ? null : name, fit: fitOf(normalName(name), wanted) }))
      .reduce((a, b) => (rank(b.fit) < rank(a.fit) ? b : a))
    if (best.fit) found.push({ ...best, fit: best.fit })
  }
  return found.sort((a, b) => rank(a.fit) - rank(b.fit) || a.entity.name.localeCompare(b.entity.name)).slice(0, most)
}

const rank = (fit: FoundEntity['fit'] | undefined): number => (fit ? fits.indexOf(fit) : fits.length)

function fitOf(name: string, wanted: string): FoundEntity['fit'] | undefined {
  if (name === wanted) return 'same'
  if (name.startsWith(wanted)) return 'beginning'
  if (name.includes(` ${wanted}`)) return 'word'
  return name.includes(wanted) ? 'inside' : undefined
}
