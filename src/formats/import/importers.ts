import { europresseHtml } from './europresseHtml'
import { factivaHtml } from './factivaHtml'
import { factivaXml } from './factivaXml'
import type { Importer } from './importer'
import { nexisDocx } from './nexisDocx'
import { nexisHtml } from './nexisHtml'
import { nexisText } from './nexisText'
import { proquestText } from './proquestText'
import { text } from './text'

/** All formats, the particular before the general: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  nexisDocx, nexisHtml, factivaHtml, factivaXml, europresseHtml, proquestText, nexisText,
  text,
]
