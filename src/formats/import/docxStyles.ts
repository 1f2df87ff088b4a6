import { readXml } from './xml'

/** What the style of a paragraph says of it. */
export interface DocxStyle {
  readonly heading: number | null
  readonly item: boolean
}

interface Definition {
  name: string
  basedOn: string
  /** Level that the style itself gives, from 1; 10 is body text. */
  outline: number | null
  numbered: boolean | null
}

/** The styles of a Word document by id (ISO/IEC 29500-1, 17.7), what they are based on included. */
export function docxStyles(xml: string): ReadonlyMap<string, DocxStyle> {
  const definitions = defined(xml)
  return new Map([...definitions.keys()].map((id) => [id, resolved(definitions, id)]))
}

function defined(xml: string): Map<string, Definition> {
  const found = new Map<string, Definition>()
  let style: Definition | undefined
  readXml(xml, {
    open(name, attributes) {
      const value = attributes['val'] ?? ''
      if (name === 'style') {
        style = attributes['type'] === 'paragraph' ? { name: '', basedOn: '', outline: null, numbered: null } : undefined
        if (style) found.set(attributes['styleId'] ?? '', style)
      } else if (style && name === 'name') style.name = value
      else if (style && name === 'basedOn') style.basedOn = value
      else if (style && name === 'outlineLvl') style.outline = outlineLevel(value)
      else if (style && name === 'numId') style.numbered = value !== '0'
    },
    close(name) {
      if (name === 'style') style = undefined
    },
  })
  return found
}

/** Level of `w:outlineLvl`, from 1: it counts from 0, and 9 is body text. */
export const outlineLevel = (value: string): number => (/^\d$/.test(value) ? Number(value) + 1 : 10)

/** A level as our headings have it; null for body text. */
export const asHeading = (level: number | null): number | null => (level === null || level > 9 ? null : Math.min(level, 6))

function resolved(definitions: ReadonlyMap<string, Definition>, id: string): DocxStyle {
  let heading: number | null = null
  let numbered: boolean | null = null
  const seen = new Set<string>()
  for (let at = id; !seen.has(at); at = definitions.get(at)?.basedOn ?? '') {
    seen.add(at)
    const style = definitions.get(at)
    if (!style) break
    heading ??= style.outline ?? namedLevel(style.name)
    numbered ??= style.numbered
  }
  return { heading: asHeading(heading), item: numbered ?? false }
}

/** Built-in styles keep their English names in every language of Word. */
function namedLevel(name: string): number | null {
  if (/^title$/i.test(name)) return 1
  const level = /^heading ([1-9])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}
