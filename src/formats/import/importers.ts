import { csv } from './csv'
import { docx } from './docx'
import { epub } from './epub'
import { europresseHtml } from './europresseHtml'
import { factivaHtml } from './factivaHtml'
import { factivaXml } from './factivaXml'
import { html } from './html'
import type { Importer } from './importer'
import { json, jsonl } from './jsonTable'
import { markdown } from './markdown'
import { nexisDocx } from './nexisDocx'
import { nexisHtml } from './nexisHtml'
import { nexisText } from './nexisText'
import { pdf } from './pdf'
import { proquestText } from './proquestText'
import { rtf } from './rtf'
import { text } from './text'
import { xlsx } from './xlsx'

/** All formats, the particular before the general: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  nexisDocx, nexisHtml, factivaHtml, factivaXml, europresseHtml, proquestText, nexisText,
  epub, docx, rtf, pdf, xlsx, markdown, html, jsonl, json, csv,
  text,
]
