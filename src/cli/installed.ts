import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(__dirname, '../..')

/** Data files lie beside the bundled code. */
export const resources = join(root, 'resources')

/** What makes an export, with its version. */
export function program(): string {
  const { productName, version } = z.object({ productName: z.string(), version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return `${productName} ${version}`
}
