import { nexisDocument } from './nexisDocument'
import { labelled } from './nexisLabels'
import type { PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'
import { text, textOf } from './text'
import { unwrapped } from './unwrapped'

/** "1 of 10 DOCUMENTS", "Dokument 1 von 10", "Document 1 sur 10", "1 de 10 DOCUMENTOS" on a line of its own. */
const documentLine = /^[^\S\n]*(?:[\d.,]+ (?:of|von|sur|de|di|van) [\d.,]+ (?:documents?|dokumente?n?|documentos?|documenti|documenten)|(?:document|dokument|documento) [\d.,]+ (?:of|von|sur|de|di|van) [\d.,]+)[^\S\n]*$/gim

/** How far into a file its format must show, in UTF-16 units. */
const BEGINNING = 200_000

/**
 * LexisNexis as plain text. What stands before the first document, and what stands after one about the request, is about
 * the user and is dropped. Lines are wrapped at a fixed width there; they are joined again, see `unwrapped`.
 */
export const nexisText = pressImporter({
  id: 'nexis-text',
  label: 'LexisNexis, text',
  encodingOf: text.encodingOf,
  bearsMarks: (file) => afterNumbers(textOf(file).slice(0, BEGINNING)).some((document) => document.split('\n').some((line) => labelled(line, 'capitals')?.listed)),
  *records(file): Generator<PressRecord> {
    for (const document of afterNumbers(textOf(file))) if (document.trim() !== '') yield nexisDocument(document, unwrapped)
  },
})

/** What follows each line "n of N DOCUMENTS"; nothing of what precedes the first. */
export const afterNumbers = (content: string): readonly string[] => content.split(documentLine).slice(1)
