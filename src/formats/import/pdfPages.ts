import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ImportRefusal } from './importer'
import { pdfLibrary } from './pdfLibrary'

/** A piece of text as it stands on a page, upright. Lengths in points (1/72 inch), from the page's top left corner. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  /** Of its base line. */
  readonly y: number
  readonly width: number
  /** Of the font. */
  readonly size: number
  readonly rightToLeft: boolean
}

export interface PdfPage {
  readonly runs: readonly PdfRun[]
  /** What runs up or down the page, such as the names of photographers. */
  readonly sideways: readonly string[]
}

export interface PdfPages {
  /** As the document's properties have it; often the name of a file or a template. */
  readonly title: string
  readonly pages: readonly PdfPage[]
}

/** A long newspaper has 150 pages; a book is no article. */
const MOST_PAGES = 1000

/** A page of an article has 50 to 500 pieces of text; pdf.js takes 30 millionths of a second for each. */
const MOST_RUNS = 60_000

/** The text of a PDF and where it stands. @throws ImportRefusal */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const { getDocument, VerbosityLevel } = await pdfLibrary()
  const loading = getDocument({
    // A copy, as pdf.js takes its data away from whoever had it.
    data: new Uint8Array(bytes),
    isEvalSupported: false, useWorkerFetch: false, disableFontFace: true, useSystemFonts: true, enableXfa: false, stopAtErrors: false,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: false, maxImageSize: 0, verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await pagesOf(await loading.promise)
  } catch (error) {
    throw error instanceof ImportRefusal ? error : refusalFor(error)
  } finally {
    await loading.destroy()
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<PdfPages> {
  if (document.numPages > MOST_PAGES) throw new ImportRefusal('too-costly', `it has ${document.numPages.toLocaleString('en-GB')} pages, more than the ${MOST_PAGES.toLocaleString('en-GB')} that are read: split it into articles`)
  const { info } = await document.getMetadata() as { info: { readonly Title?: unknown } }
  const pages: PdfPage[] = []
  let runs = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    pages.push(await readPage(page, () => {
      runs += 1
      if (runs > MOST_RUNS) throw new ImportRefusal('too-costly', 'its pages hold more pieces of text than articles do: split it into articles')
    }))
    page.cleanup()
  }
  return { title: typeof info.Title === 'string' ? info.Title : '', pages }
}

interface TextItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
}

async function readPage(page: PDFPageProxy, count: () => void): Promise<PdfPage> {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform as number[]
  const runs: PdfRun[] = [], sideways: string[] = []
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{ readonly items: readonly (TextItem | { readonly type: string })[] }>
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const item of part.value.items) {
        if (!('str' in item) || item.str === '') continue
        count()
        const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, iff = 0] = item.transform
        const right = a * ia + c * ib, up = b * ia + d * ib
        if (item.str.trim() !== '' && Math.abs(up) > Math.abs(right) / 5) sideways.push(item.str)
        else if (item.str.trim() !== '') {
          runs.push({
            text: item.str, x: a * ie + c * iff + e, y: b * ie + d * iff + f, width: item.width,
            size: Math.hypot(a * ic + c * id, b * ic + d * id), rightToLeft: item.dir === 'rtl',
          })
        }
      }
    }
  } catch (error) {
    // Where the count was too high, the page is not read to its end.
    await reader.cancel(error)
    throw error
  }
  return { runs, sideways }
}

function refusalFor(error: unknown): ImportRefusal {
  const { name = '', message = '' } = error instanceof Error ? error : {}
  if (name === 'PasswordException' || /encrypt/i.test(message)) return new ImportRefusal('encrypted', 'it is a PDF locked with a password: open it in a PDF program, save a copy without the password and import that')
  return new ImportRefusal('damaged', 'it is a PDF, but damaged or cut off: download or save it again')
}
