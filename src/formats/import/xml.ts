import { SaxesParser } from 'saxes'
import { ImportRefusal } from './importer'

/** Names without their prefixes; of two attributes that differ in nothing else, the first. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** Characters between two tags; entities are resolved, CDATA comes apart. */
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** How deep elements may stand in one another. */
const DEEPEST = 256

/**
 * Reads an XML document (XML 1.0, fifth edition) from beginning to end. A DOCTYPE, in which entities that grow without
 * end or point to other files would be declared, is refused. @throws ImportRefusal, or what a handler throws
 */
export function readXml(xml: string, on: XmlEvents): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  parser.on('error', () => { throw new ImportRefusal('damaged', 'it is cut off or not well-formed XML. Get it from its source again') })
  parser.on('doctype', () => { throw new ImportRefusal('unsafe', 'it is not read, as it declares entities of its own (DOCTYPE), which can hide other files') })
  parser.on('opentagstart', () => {
    depth += 1
    if (depth > DEEPEST) throw new ImportRefusal('unsafe', `it is not read, as its elements stand more than ${DEEPEST} deep in one another`)
  })
  parser.on('opentag', (tag) => on.open?.(localName(tag.name), localNames(tag.attributes)))
  parser.on('text', (text) => on.text?.(text))
  parser.on('cdata', (text) => on.text?.(text))
  parser.on('closetag', (tag) => {
    depth -= 1
    on.close?.(localName(tag.name))
  })
  parser.write(xml).close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function localNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  // Without a prototype, so that `constructor` is absent unless it is there.
  const found = Object.create(null) as Record<string, string>
  for (const [name, value] of Object.entries(attributes)) found[localName(name)] ??= value
  return found
}
