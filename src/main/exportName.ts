import type { ExportFormat, Shape } from '../domain/exporting/kinds'
import type { ExportOrder } from '../domain/exporting/order'

const shapeNames: Readonly<Record<Exclude<Shape, 'project'>, string>> = {
  annotations: 'annotations', articles: 'articles', events: 'events', matrix: 'coders side by side', codebook: 'codebook', memos: 'memos',
}

/** What tells files of the same shape and extension apart. */
const kinds: Readonly<Partial<Record<ExportFormat, string>>> = {
  'csv-safe': 'for spreadsheets', 'synoptic': 'for Synoptic', 'html': 'report', 'w3c': 'web annotations', 'brat': 'brat', 'doccano': 'doccano', 'label-studio': 'Label Studio', 'qdpx': 'REFI-QDA',
}

/**
 * The name that is proposed for an export, such as `Study web annotations.json`: exports of one project that differ in shape or format
 * have different names, so that none replaces another.
 * @param project its name as a file may have it
 */
export const exportName = (project: string, { shape, format }: Pick<ExportOrder, 'shape' | 'format'>, extension: string): string =>
  `${[project, ...(shape === 'project' ? [] : [shapeNames[shape]]), ...(kinds[format] === undefined ? [] : [kinds[format]])].join(' ')}.${extension}`
