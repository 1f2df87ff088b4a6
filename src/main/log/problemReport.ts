import type { LogEntry } from '../../domain/diagnostics/logEntry'
import { logText } from '../../domain/diagnostics/words'

/** What a report tells beside the log. */
export interface ReportFacts {
  /** Name of a part -> its version, Synoptic first. */
  readonly versions: Readonly<Record<string, string>>
  /** Sentences about the computer. */
  readonly computer: readonly string[]
  /** What is counted -> how many there are in the open project; null when none is open. */
  readonly project: Readonly<Record<string, string | number>> | null
}

const CONTENTS = `What this file contains: versions of Synoptic and of what it runs on; the kind of
computer; how much the open project holds, in numbers; and what Synoptic noted of
itself on this computer: what happened when, how long it took, kinds and codes of
errors, and places in Synoptic's own program.

What it does not contain: texts, headlines and quotations; names of projects, outlets,
people, codes and coders; names of files and folders; anything you wrote, coded or
searched for; your user name and the name of your computer; messages of errors, as
they could hold any of this.

Nothing was sent to anybody. Read this file before you pass it on.`

/** A problem report as a text file: first of all what is in it and what is not. @param made when, UTC as ISO 8601 */
export function problemReport(facts: ReportFacts, entries: readonly LogEntry[], made: string): string {
  const { versions, computer, project } = facts
  return [
    'Synoptic: problem report', `Made ${made.slice(0, 19).replace('T', ' ')} UTC`, '', CONTENTS, '',
    'What I was doing when it went wrong:', '', '', '',
    'VERSIONS', ...pairs(versions), '',
    'COMPUTER', ...computer.map((line) => `  ${line}`), '',
    'THE OPEN PROJECT', ...(project ? pairs(project) : ['  None is open.']), '',
    'LOG, times in UTC', entries.length > 0 ? logText(entries) : '  Nothing was noted.', '',
  ].join('\n')
}

const pairs = (values: Readonly<Record<string, string | number>>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `  ${`${name}:`.padEnd(14)} ${value}`)
