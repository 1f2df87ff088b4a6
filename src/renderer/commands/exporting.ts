import { everything } from '../../domain/exporting/usual'
import { hindranceIn } from '../store/export/selected'
import { openSession, type Command, type Desk } from './command'

/** Writes the export that was put together; the assistant stays where that was cancelled or failed. */
export async function writeExport({ app }: Desk): Promise<void> {
  const assistant = app.exporting.current.get()
  if (!assistant || hindranceIn(assistant.order.get()) !== null) return
  if (await app.jobs.export(assistant.order.get())) app.exporting.leave()
}

/** Puts together an export of some articles. */
export const exportArticles = ({ app }: Desk, articles: readonly string[]): Promise<void> => app.exporting.begin({ selection: { ...everything, articles } })

/** All ways to the export assistant. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export.open', menu: 'File', group: 2, keys: ['Mod+e'], scope: 'anywhere', label: () => 'Export …',
    enabled: (desk) => openSession(desk) !== null, run: ({ app }) => app.exporting.begin(),
  },
  {
    id: 'export.memos', menu: 'File', group: 2, keys: [], scope: 'anywhere', label: () => 'Export memos …',
    enabled: (desk) => openSession(desk) !== null, run: ({ app }) => app.exporting.begin({ shape: 'memos', format: 'csv' }),
  },
  {
    id: 'export.json', menu: 'File', group: 2, keys: ['Mod+Shift+e'], scope: 'anywhere', label: () => 'Export the whole project …',
    enabled: (desk) => openSession(desk) !== null, run: ({ app }) => app.exporting.begin({ shape: 'project', format: 'synoptic', texts: true }),
  },
  {
    id: 'codebook.export', menu: 'File', group: 2, keys: [], scope: 'anywhere', label: () => 'Export the codebook …',
    enabled: (desk) => openSession(desk) !== null, run: ({ app }) => app.exporting.begin({ shape: 'codebook', format: 'synoptic', texts: true }),
  },
]
