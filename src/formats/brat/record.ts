import { isObject } from '../json'
import type { SourceFile } from '../import/sourceFile'
import { keptHeadSchema, keptPartSchema, readKept, type KeptHead, type KeptPart } from '../interchange/kept'
import { jsonOrNone, listIn, textIn } from '../interchange/readJson'

/** `synoptic.json` in a folder of brat's files: what ours kept, by the name of the files without their ending. */
export interface BratRecord {
  readonly head: KeptHead
  readonly parts: ReadonlyMap<string, KeptPart>
}

/** Null for a file that is none. */
export const recordIn = (file: SourceFile): BratRecord | null => file.once(read)

function read(file: SourceFile): BratRecord | null {
  if (!/(^|\/)synoptic\.json$/i.test(file.name)) return null
  const [record] = jsonOrNone(file)
  const head = isObject(record) ? readKept(keptHeadSchema, record['synoptic']) : null
  if (!head || !isObject(record)) return null
  const parts = listIn(record['articles']).flatMap((one) => {
    const part = readKept(keptPartSchema, one)
    return part && isObject(one) ? [[textIn(one['file']), part] as const] : []
  })
  return { head, parts: new Map(parts) }
}
