const LONGEST = 31
/** No sheet of Excel may be called so. */
const RESERVED = 'history'

/**
 * A name that Excel takes for a sheet: at most 31 UTF-16 units, without `[]:*?/\`, controls and apostrophes at its ends, and none that is
 * there already, whatever its case.
 * @param used names in lower case; what is returned is added
 */
export function sheetName(wanted: string, used: Set<string>): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  const plain = wanted.replace(/(?:[[\]:*?/\\\s\u0000-\u001f\ufffe\uffff]|\p{Surrogate})+/gu, ' ').trim().replace(/^'+|'+$/g, '') || 'Sheet'
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : ` ${n}`
    const name = `${shortened(plain, LONGEST - ending.length)}${ending}`
    const key = name.toLowerCase()
    if (key === RESERVED || used.has(key)) continue
    used.add(key)
    return name
  }
}

const shortened = (name: string, most: number): string => name.slice(0, most).replace(/[\ud800-\udbff]$/, '').replace(/[\s']+$/, '')
