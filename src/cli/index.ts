import { Command, CommanderError, Option } from 'commander'
import { exportFormats, scriptKinds, shapes } from '../domain/exporting/kinds'
import { offsetBreaks, offsetUnits } from '../domain/text/offsets'
import { check } from './check'
import { Console } from './console'
import { ending, exits } from './exits'
import { exportProject } from './export'
import type { ExportOptions } from './exportOptions'
import { importInto, type ImportOptions } from './import'
import { info } from './info'
import { newProject } from './new'

const cancelling = new AbortController()
process.once('SIGINT', () => { cancelling.abort(new Error('Cancelled; nothing more was written.')) })

const program = new Command('synoptic')
  .description('Synoptic without a window: the same project folders, importers and exports.')
  .option('--json', 'answer with one line of JSON on standard output')
  .option('--quiet', 'say nothing on the way')
  .helpCommand(false)
  .exitOverride()
  .addHelpText('after', `
Examples:
  synoptic new Study.synoptic --coder "First coder" --codebook starter
  synoptic import Study.synoptic articles/
  synoptic export Study.synoptic study.csv --script r
  synoptic check Study.synoptic --json

Answers go to standard output, progress and remarks to standard error.
Exit codes: 0 done; 1 failed, nothing was changed; 2 wrong use; 3 done in part (some files were refused, or something is missing);
4 the project is damaged; 5 the project can't be written, for example because it is open; 130 cancelled.`)

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

program.command('new').argument('<project>', 'a folder that does not exist yet, such as Study.synoptic').description('make a project')
  .requiredOption('--coder <name>', 'who codes')
  .option('--name <name>', 'what it is called; otherwise as its folder')
  .option('--codebook <codebook>', 'a prepared codebook, a codebook file (.json), or "empty"', 'empty')
  .addHelpText('after', '\nExample:\n  synoptic new Study.synoptic --coder "First coder" --codebook starter')
  .action((folder: string, options: { readonly coder: string; readonly name?: string; readonly codebook: string }) => run((out) => newProject(folder, options, out)))

program.command('import').argument('<project>').argument('<files...>', 'files and folders').description('bring in articles, and what was coded in other programs')
  .option('--duplicates', 'also texts that are in the project already')
  .option('--coding', 'take all of them for coding; otherwise those that can be nothing else')
  .option('--dry-run', 'say what coding would come in and what not, and bring nothing in')
  .option('--offsets <unit>', `what positions in coding count, where it can’t be found out: ${offsetUnits.join(', ')}`)
  .option('--line-ends <breaks>', `which line ends they count: ${offsetBreaks.join(', ')}`)
  .addHelpText('after', '\nExamples:\n  synoptic import Study.synoptic articles/ more.docx\n  synoptic import Study.synoptic theirs.qdpx --dry-run')
  .action((folder: string, files: string[], options: ImportOptions) => run((out) => importInto(folder, files, options, out, cancelling.signal)))

program.command('export').argument('<project>').argument('<file>', 'where to; its extension says the format').description('write a project, or a part of it, in another format')
  .addOption(new Option('--format <format>', 'the format, where the extension leaves it open').choices(exportFormats))
  .addOption(new Option('--shape <shape>', 'what a row stands for').choices(shapes))
  .option('--article <article>', 'only this article, by headline or id; may be repeated, as the next four', several)
  .option('--event <event>', 'only this event, by name or id', several)
  .option('--coder <coder>', 'only what this coder coded', several)
  .option('--dimension <dimension>', 'only this dimension', several)
  .option('--code <code>', 'only this code', several)
  .option('--from <date>', 'only articles and events from this day, month or year on')
  .option('--to <date>', 'only up to this day, month or year')
  .option('--complete', 'only annotations with every required field filled in')
  .option('--positions-only', 'no text of an article and no quotation')
  .option('--crlf', 'line ends as NVivo and MAXQDA for Windows count them')
  .addOption(new Option('--by <rows>', 'a row for each coder, or one of all together').choices(['coder', 'together']))
  .option('--adjudicator <coder>', 'rows with what this coder coded, whose coding is final')
  .option('--script <program>', `a script beside a CSV that reads it there: ${scriptKinds.join(', ')}; may be repeated`, several)
  .option('--force', 'replace files that exist')
  .addHelpText('after', '\nExamples:\n  synoptic export Study.synoptic study.csv --script r --script spss\n  synoptic export Study.synoptic articles.xlsx --shape articles --by together\n  synoptic export Study.synoptic study.qdpx --crlf')
  .action((folder: string, file: string, options: ExportOptions) => run((out) => exportProject(folder, file, options, out, cancelling.signal)))

program.command('info').argument('<project>').description('say what is in a project')
  .addHelpText('after', '\nExample:\n  synoptic info Study.synoptic --json')
  .action((folder: string) => run((out) => info(folder, out, cancelling.signal)))

program.command('check').argument('<project>').description('read everything in a project and say what is damaged; alters nothing')
  .addHelpText('after', '\nExample:\n  synoptic check Study.synoptic')
  .action((folder: string) => run((out) => check(folder, out, cancelling.signal)))

// Options of the whole program may stand behind a command as well.
for (const command of program.commands) command.option('--json', 'answer with one line of JSON').option('--quiet', 'say nothing on the way').exitOverride()

async function run(work: (out: Console) => Promise<number>): Promise<void> {
  const asked = process.argv.slice(2)
  const out = new Console(asked.includes('--json'), asked.includes('--quiet'))
  try {
    process.exitCode = await work(out)
  } catch (error) {
    const { exit, message } = cancelling.signal.aborted ? { exit: exits.cancelled, message: 'Cancelled. What was there before is as it was.' } : ending(error)
    out.fail(exit, message)
    process.exitCode = exit
  }
}

program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong, or shown the help that was asked for.
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? exits.done : exits.usage) : exits.failed
  if (error instanceof CommanderError && process.exitCode === exits.usage && process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: error.message, exit: exits.usage })}\n`)
  if (!(error instanceof CommanderError)) throw error
})
