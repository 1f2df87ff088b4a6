/** A name that is not in use, with a number behind it where it must be; it is added to those in use. */
export function freeNumbered(wanted: string, used: Set<string>): string {
  let name = wanted
  for (let n = 2; used.has(name); n += 1) name = `${wanted}_${n}`
  used.add(name)
  return name
}
