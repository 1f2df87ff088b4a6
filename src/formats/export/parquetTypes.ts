import type { SchemaElement } from 'hyparquet-writer'
import type { Column } from '../../domain/exporting/column'

/** What a column is in Parquet. */
export interface ParquetType {
  readonly element: Omit<SchemaElement, 'name'>
  /** Undefined for what is none of the type. */
  readonly valueOf: (cell: string | number | boolean) => string | number | bigint | boolean | undefined
}

const optional = { repetition_type: 'OPTIONAL' } as const

const utf8: ParquetType = { element: { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }, valueOf: String }
const int32: ParquetType = { element: { ...optional, type: 'INT32' }, valueOf: (cell) => (Number.isSafeInteger(cell) ? Number(cell) : undefined) }
const int64: ParquetType = { element: { ...optional, type: 'INT64' }, valueOf: (cell) => (Number.isSafeInteger(cell) ? BigInt(cell) : undefined) }
const double: ParquetType = { element: { ...optional, type: 'DOUBLE' }, valueOf: (cell) => (typeof cell === 'number' ? cell : undefined) }
const boolean: ParquetType = { element: { ...optional, type: 'BOOLEAN' }, valueOf: (cell) => (cell === '' ? undefined : Boolean(cell)) }
const timestamp: ParquetType = {
  element: { ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
  valueOf: (cell) => {
    const ms = typeof cell === 'string' ? Date.parse(cell) : Number.NaN
    return Number.isNaN(ms) ? undefined : BigInt(ms)
  },
}

/**
 * What a column is in Parquet (https://github.com/apache/parquet-format/blob/master/LogicalTypes.md). It follows from what is said of the
 * column, not from its cells, so that the same column is the same in every export.
 */
export function parquetType({ type, values }: Column): ParquetType {
  switch (type) {
    case 'text': return utf8
    // Years and months alone are none that Parquet has; as texts they sort and compare all the same.
    case 'date': return utf8
    // Positions and counts are below 2^31; the steps of a scale may be any numbers.
    case 'whole': return values === null ? int32 : int64
    case 'number': return double
    case 'yes-no': return boolean
    case 'time': return timestamp
  }
}
