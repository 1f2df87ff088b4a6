import { existsSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { ExportOrder } from '../domain/exporting/order'
import { maskOf } from '../domain/masking/mask'
import { openSource } from '../formats/export/openSource'
import { namesOf, placesOf } from '../formats/export/places'
import { prepare } from '../formats/export/prepare'
import type { ProjectFolder } from '../storage/projectFolder'
import { writeAllWhole } from '../storage/wholeFile'
import type { Console } from './console'
import { CliError, exits } from './exits'
import { orderOf, type ExportOptions } from './exportOptions'
import { program } from './installed'
import { counted, withProject } from './projects'

/** Writes a project, or a part of it, in another format. */
export const exportProject = (folder: string, file: string, options: ExportOptions, out: Console, signal: AbortSignal): Promise<number> => withProject(folder, 'read', async (project) => {
  const target = resolve(file)
  const order = orderOf(project.records, extname(target).slice(1), options)
  const { source, counted: count } = openSource(project, { mask: maskFor(project, order), program: program(), selection: order.selection, signal, progress: (done, total) => { out.progress('Exporting', done, total) } })
  const prepared = prepare(source, order)
  if (!prepared) throw new CliError(exits.usage, `There is no export of ${order.shape} as ${order.format}.`)
  if (prepared.files.length === 0) throw new CliError(exits.failed, 'Nothing was written, because there is nothing to export. Choose more of the project.')
  const places = placesOf(prepared.files, prepared.exporter, target), nameOf = namesOf(places)
  const files = places.map(({ file: { chunks }, target: place }) => ({ target: place, chunks: () => chunks(nameOf) }))
  const there = files.filter((one) => existsSync(one.target)).map((one) => basename(one.target))
  if (there.length > 0 && !options.force) throw new CliError(exits.failed, `Nothing was written, because ${named(there)} ${there.length === 1 ? 'exists' : 'exist'} already. Choose another name, or add --force to replace ${there.length === 1 ? 'it' : 'them'}.`)
  await writeAllWhole(files)
  for (const loss of prepared.losses) out.say(loss)
  if (count.incomplete) out.say('Something is missing from it, because a file of the project is damaged: see "synoptic check".')
  out.answer(
    { files: files.map((one) => one.target), annotations: count.annotations, losses: prepared.losses, incomplete: count.incomplete },
    [`Wrote ${named(files.map((one) => basename(one.target)))} (${counted(count.annotations, 'annotation')} read).`],
  )
  return count.incomplete ? exits.partly : exits.done
})

/** Of many names only the first. */
const named = (names: readonly string[]): string => (names.length > 8 ? `${names.slice(0, 7).join(', ')} and ${names.length - 7} more` : names.join(', '))

/** Outlets that are masked in the window are masked here: nobody at a command line has asked to see them. */
function maskFor({ records: { info, articles, outlets, coders } }: ProjectFolder, { format, shape }: ExportOrder): ReturnType<typeof maskOf> {
  const mask = maskOf(info.masking, coders[0]?.id ?? '', articles, outlets)
  if (mask && format === 'synoptic' && shape === 'project') throw new CliError(exits.failed, 'Nothing was exported: outlets are masked, and this format holds the whole project, with outlets and texts. Reveal them in Synoptic first, in the menu Code.')
  return mask
}
