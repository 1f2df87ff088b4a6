import { sameData } from '../../change'
import { together } from './quoted'

/**
 * Those of the given parts that differ from what is there.
 * @param names what each part that may be changed is called in a sentence; other parts are left alone
 * @returns undefined when nothing differs
 */
export function changedParts<T extends object, K extends keyof T & string>(before: T, parts: Partial<Pick<T, K>>, names: Readonly<Record<K, string>>): { readonly parts: Partial<Pick<T, K>>; readonly keys: readonly K[]; readonly what: string } | undefined {
  const keys = (Object.keys(names) as K[]).filter((key) => parts[key] !== undefined && !sameData(parts[key], before[key]))
  if (keys.length === 0) return undefined
  const changed = Object.fromEntries(keys.map((key) => [key, parts[key]])) as Partial<Pick<T, K>>
  return { parts: changed, keys, what: `the ${together(keys.map((key) => names[key]))}` }
}
