import { csv } from './csv'
import { europresseHtml } from './europresseHtml'
import { factivaHtml } from './factivaHtml'
import { factivaXml } from './factivaXml'
import type { Importer } from './importer'
import { json, jsonl } from './jsonTable'
import { nexisDocx } from './nexisDocx'
import { nexisHtml } from './nexisHtml'
import { nexisText } from './nexisText'
import { pdf } from './pdf'
import { proquestText } from './proquestText'
import { text } from './text'
import { xlsx } from './xlsx'

/** All formats, the particular before the general: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  nexisDocx, nexisHtml, factivaHtml, factivaXml, europresseHtml, proquestText, nexisText,
  pdf, xlsx, jsonl, json, csv,
  text,
]
