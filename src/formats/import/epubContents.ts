import { resolved, type EpubPackage } from './epubPackage'
import { parseXhtml } from './htmlDocument'
import { oneLine } from './pressArticle'
import { readXml } from './xml'
import type { ZipContents } from './zip'

/** What the table of contents calls each part, by the part's name; empty where there is none that can be read. */
export async function readContentsTable(zip: ZipContents, { contents }: Pick<EpubPackage, 'contents'>): Promise<ReadonlyMap<string, string>> {
  if (contents === null || !zip.has(contents)) return new Map()
  try {
    const text = await zip.text(contents)
    return /<ncx[\s>]|:ncx[\s>]/.test(text.slice(0, 4096)) ? fromNcx(text, contents) : fromNav(text, contents)
  } catch {
    // Chapters have headings of their own as a rule; without this one they are only less well known.
    return new Map()
  }
}

/** The first line for a part is the outer one: what stands below it are places within. */
function fromNav(html: string, path: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const link of parseXhtml(html).querySelectorAll('nav a[href]')) {
    const part = resolved(path, link.getAttribute('href') ?? '')
    if (!titles.has(part)) titles.set(part, oneLine(link.textContent ?? ''))
  }
  return titles
}

/** EPUB 2's table of contents (DAISY, NCX). It may name its document type, as the format asks; nothing can be declared in that form. */
function fromNcx(xml: string, path: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  const labels: string[] = []
  let inLabel = false
  readXml(xml.replace(/<!DOCTYPE\s+(?:\w+:)?ncx\b[^<>[\]]*>/, ''), {
    open(name, attributes) {
      if (name === 'navPoint') labels.push('')
      if (name === 'navLabel') inLabel = true
      const part = name === 'content' ? resolved(path, attributes['src'] ?? '') : ''
      if (part !== '' && !titles.has(part)) titles.set(part, oneLine(labels.at(-1) ?? ''))
    },
    text(piece) {
      if (inLabel && labels.length > 0) labels[labels.length - 1] += piece
    },
    close(name) {
      if (name === 'navPoint') labels.pop()
      if (name === 'navLabel') inLabel = false
    },
  })
  return titles
}
