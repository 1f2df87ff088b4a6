import type { ExportReport, ImportReport, Progress } from '../../preload/contract'

/** Long work the researcher waits for, and what came of it. */
export type Job =
  | { readonly kind: 'import'; readonly offer: string; readonly label: string; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'export'; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: 'exported'; readonly report: ExportReport }
