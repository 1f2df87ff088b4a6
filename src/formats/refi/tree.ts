import { readXml } from '../import/xml'

/** An element of an XML document, its name without a prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** What stands directly in it. */
  readonly text: string
}

/** A document as a tree. @returns its root. @throws ImportRefusal, as `readXml` does */
export function readTree(xml: string): XmlElement {
  interface Open { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string }
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const path: Open[] = [top]
  readXml(xml, {
    open: (name, attributes) => {
      const made: Open = { name, attributes, children: [], text: '' }
      path.at(-1)?.children.push(made)
      path.push(made)
    },
    text: (text) => {
      const inside = path.at(-1)
      if (inside) inside.text += text
    },
    close: () => { path.pop() },
  })
  return top.children[0] ?? top
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((child) => child.name === name)

/** All children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] => element?.children.filter((child) => child.name === name) ?? []
