import type { SynopsisFormat } from '../../preload/contract'
import type { Command, Desk } from './command'

const labels: Readonly<Record<SynopsisFormat, string>> = { csv: 'Export this synopsis as CSV …', xlsx: 'Export this synopsis as an Excel workbook …', html: 'Export this synopsis as a web page …' }

/** Writes the table of shared passages as it is shown. */
async function run({ app, synopsisSheet }: Desk, format: SynopsisFormat): Promise<void> {
  const sheet = await synopsisSheet.get()?.()
  if (!sheet) return
  const answer = await app.bridge.call('synopsis.export', { format, sheet: JSON.stringify(sheet) })
  const { length } = sheet.passages
  if (!answer.ok) app.notice.set(answer.message)
  else if (answer.value) app.notice.set(`${length === sheet.of ? '' : `${length} of ${sheet.of} passages, as they are shown, were written. `}The synopsis is in ${answer.value.place}.${sheet.masked ? ' Outlets are masked in it.' : ''}`)
}

/** A synopsis on its way out of the project. */
export const synopsisExportCommands: readonly Command[] = (['csv', 'xlsx', 'html'] as const).map((format) => ({
  id: `synopsis.export-${format}`, menu: 'Synopsis', group: 9, keys: [], scope: 'anywhere', label: () => labels[format],
  enabled: ({ synopsisSheet }) => synopsisSheet.get() !== null, run: (desk) => run(desk, format),
}))
