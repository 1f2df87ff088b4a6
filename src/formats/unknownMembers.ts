import { isObject } from './json'

/**
 * Names of the members that data has and its checked form hasn't, also inside of it. A schema leaves out what it does
 * not know and fills in what is missing, so the difference is what was not known.
 */
export function unknownMembers(data: unknown, checked: unknown): readonly string[] {
  if (Array.isArray(data) && Array.isArray(checked)) return data.flatMap((one, i) => unknownMembers(one, checked[i]))
  if (!isObject(data) || !isObject(checked)) return []
  return Object.keys(data).flatMap((member) => (Object.hasOwn(checked, member) ? unknownMembers(data[member], checked[member]) : [member]))
}
