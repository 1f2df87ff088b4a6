import type { Coder } from '../domain/project/coder'
import { normalName } from '../domain/project/entityNames'

/** Id of the coder of that name; null where nobody has it, or several have. */
export function coderCalled(name: string, coders: readonly Coder[]): string | null {
  const [only, ...more] = coders.filter((one) => normalName(one.name) === normalName(name))
  return only && more.length === 0 ? only.id : null
}
