import { ImportRefusal } from './importer'
import { oneLine } from './pressArticle'
import { readXml } from './xml'
import type { ZipContents } from './zip'

/** What an e-book says of itself (EPUB 3.3, package documents). */
export interface EpubPackage {
  readonly title: string
  readonly creators: readonly string[]
  readonly publisher: string
  /** As it stands there. */
  readonly date: string
  readonly language: string
  /** Names of the parts that hold text, in the order of reading, without the table of contents. */
  readonly chapters: readonly string[]
  /** Name of the part with the table of contents; null where there is none. */
  readonly contents: string | null
}

interface Item {
  readonly path: string
  readonly type: string
  readonly properties: readonly string[]
}

interface Parts {
  readonly items: Map<string, Item>
  readonly spine: string[]
  readonly facts: Map<string, string[]>
  /** Id of the table of contents of EPUB 2. */
  ncx: string
}

const textTypes = new Set(['application/xhtml+xml', 'text/html', 'application/xml', 'text/x-oeb1-document'])

/** @throws ImportRefusal when there is no such description */
export async function readPackage(zip: ZipContents): Promise<EpubPackage> {
  const path = await packagePath(zip)
  const { items, spine, facts, ncx } = parts(await zip.text(path), path)
  const fact = (name: string): string => facts.get(name)?.[0] ?? ''
  const nav = [...items.values()].find(({ properties }) => properties.includes('nav'))
  const read = spine.map((id) => items.get(id)).filter((item) => item !== undefined)
  return {
    title: fact('title'), creators: facts.get('creator') ?? [], publisher: fact('publisher'), language: fact('language'),
    date: facts.get('publication')?.[0] ?? fact('date'),
    chapters: [...new Set(read.filter((item) => item.path !== nav?.path && textTypes.has(item.type) && zip.has(item.path)).map((item) => item.path))],
    contents: (nav ?? items.get(ncx))?.path ?? null,
  }
}

async function packagePath(zip: ZipContents): Promise<string> {
  let path: string | undefined
  readXml(await zip.text('META-INF/container.xml'), {
    open(name, attributes) {
      if (name === 'rootfile') path ??= resolved('', attributes['full-path'] ?? '')
    },
  })
  if (path === undefined || !zip.has(path)) throw new ImportRefusal('damaged', 'the file is damaged: its description of itself is missing. Get it from its source again')
  return path
}

function parts(xml: string, path: string): Parts {
  const found: Parts = { items: new Map(), spine: [], facts: new Map(), ncx: '' }
  let fact: string | null = null
  let text = ''
  readXml(xml, {
    open(name, attributes) {
      text = ''
      fact = name === 'date' && attributes['event'] === 'publication' ? 'publication' : name === 'date' && attributes['event'] !== undefined ? null : name
      if (name === 'item') found.items.set(attributes['id'] ?? '', { path: resolved(path, attributes['href'] ?? ''), type: attributes['media-type'] ?? '', properties: (attributes['properties'] ?? '').split(' ') })
      else if (name === 'spine') found.ncx = attributes['toc'] ?? ''
      else if (name === 'itemref' && attributes['linear'] !== 'no') found.spine.push(attributes['idref'] ?? '')
    },
    text(piece) { text += piece },
    close() {
      const value = oneLine(text)
      if (fact !== null && value !== '') found.facts.set(fact, [...found.facts.get(fact) ?? [], value])
      fact = null
      text = ''
    },
  })
  return found
}

/** The name of the part that `href` means in the part `base`, without its fragment; a name leading elsewhere is no part's. */
export function resolved(base: string, href: string): string {
  const [path = ''] = href.split('#', 1)
  const names = base.split('/').slice(0, -1)
  for (const name of unescaped(path).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  return names.join('/')
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
