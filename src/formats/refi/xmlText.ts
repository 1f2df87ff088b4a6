/**
 * Text as XML 1.0 can hold it. What it can't hold, such as U+0000, becomes `_x0000_`, and what looks like that
 * `_x005F_x0000_`, as in Excel's files (ECMA-376, ST_Xstring).
 */
const holdable = (text: string): string =>
  text.replace(/[\p{Control}\p{Surrogate}\uFFFE\uFFFF]|_(?=x[\dA-F]{4}_)/gu, (sign) => {
    const code = sign.charCodeAt(0)
    return isFine(code) ? sign : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
  })

const isFine = (code: number): boolean => code === 9 || code === 10 || code === 13 || (code >= 0x7f && code <= 0x9f)

/** The text that `holdable` was given. */
export const asHeld = (text: string): string => text.replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }
const sign = (found: string): string => signs[found] ?? found

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with what stands in it, already as XML; empty strings are nothing. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const content = children.join('')
  return content === '' ? `<${name}${inTag(attributes)}/>` : `<${name}${inTag(attributes)}>${content}</${name}>`
}

/** The beginning of an element whose children follow one by one. */
export const opening = (name: string, attributes: Attributes = {}): string => `<${name}${inTag(attributes)}>`

/** An element that holds nothing but text. */
export const textElement = (name: string, text: string): string => `<${name}>${holdable(text).replace(/[&<>\r]/g, sign)}</${name}>`

const inTag = (attributes: Attributes): string =>
  Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${holdable(String(value)).replace(/[&<>"\t\n\r]/g, sign)}"`)).join('')
