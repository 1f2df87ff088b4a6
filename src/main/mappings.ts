import { join } from 'node:path'
import { z } from 'zod'
import { columnRoles, signatureOf, type ColumnMapping } from '../domain/import/mapping'
import { MachineFile } from './machineFile'

/** Tables with more columns than any honest one has are not taken. */
const columnName = z.string().max(10_000)

export const mappingSchema: z.ZodType<ColumnMapping> = z.object({
  roles: z.partialRecord(z.enum(columnRoles), columnName).readonly(),
  variables: z.array(columnName).max(2_000).readonly(),
  dates: z.enum(['day-first', 'month-first']).nullable(),
})

const fileSchema = z.object({ mappings: z.array(z.object({ signature: z.string(), mapping: mappingSchema })) })

const MOST = 200

/** What the columns of tables were last said to mean, on this machine; the latest first. */
export class Mappings {
  private known: z.infer<typeof fileSchema>['mappings'] = []
  private readonly file: MachineFile<z.infer<typeof fileSchema>>

  constructor(folder: string) {
    this.file = new MachineFile(join(folder, 'mappings.json'), fileSchema)
  }

  async read(): Promise<void> {
    this.known = (await this.file.read())?.mappings ?? []
  }

  of(columns: readonly string[]): ColumnMapping | null {
    const signature = signatureOf(columns)
    return this.known.find((one) => one.signature === signature)?.mapping ?? null
  }

  async remember(used: readonly { readonly columns: readonly string[]; readonly mapping: ColumnMapping }[]): Promise<void> {
    if (used.length === 0) return
    const fresh = new Map(used.map(({ columns, mapping }) => [signatureOf(columns), mapping]))
    this.known = [...[...fresh].map(([signature, mapping]) => ({ signature, mapping })), ...this.known.filter(({ signature }) => !fresh.has(signature))].slice(0, MOST)
    await this.file.write({ mappings: this.known })
  }
}
