type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let library: Promise<PdfLibrary> | undefined

/** pdf.js, its worker's part in this thread: the import has a thread of its own already. Loaded when first needed, as it is large. */
export function pdfLibrary(): Promise<PdfLibrary> {
  library ??= load()
  return library
}

async function load(): Promise<PdfLibrary> {
  // While it loads, pdf.js says on the console that it can't draw pages here, which nobody wants of it.
  const { log } = console
  console.log = () => undefined
  try {
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.log = log
  }
}
