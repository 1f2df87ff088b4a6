/** What one row of an export stands for; `project` is the whole of it, in a file of another program's or our own kind. */
export const shapes = ['annotations', 'articles', 'events', 'matrix', 'codebook', 'memos', 'project'] as const
export type Shape = (typeof shapes)[number]

/** The formats there are to be; each has an exporter in src/formats/export. */
export const exportFormats = ['csv', 'csv-safe', 'xlsx', 'json', 'jsonl', 'parquet', 'synoptic', 'html', 'w3c', 'brat', 'doccano', 'label-studio', 'qdpx', 'qdc'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Those that hold tables; the others hold texts with what was coded in them, or a codebook as other programs read it. */
export const tableFormats: readonly ExportFormat[] = ['csv', 'csv-safe', 'xlsx', 'json', 'jsonl', 'parquet']

/** Programs that a script is written for, which reads the table with labels and levels set. */
export const scriptKinds = ['r', 'spss', 'python'] as const
export type ScriptKind = (typeof scriptKinds)[number]
