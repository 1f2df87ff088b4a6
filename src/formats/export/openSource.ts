import type { Selection } from '../../domain/exporting/selection'
import { everything } from '../../domain/exporting/usual'
import type { Mask } from '../../domain/masking/mask'
import type { Annotation } from '../../domain/project/annotation'
import { inOrder } from '../../domain/project/order'
import type { Sheet } from '../../domain/project/sheet'
import { maskedSource } from './maskedSource'
import { selectedSource } from './selectedSource'
import type { ProjectSource } from '../source'

/** An open project, as far as exports read it; all of its articles must have been read. */
export interface OpenProject {
  readonly records: Omit<ProjectSource, 'coded' | 'text'>
  annotations(subjects: readonly string[]): Promise<{ readonly annotations: readonly Annotation[]; readonly sheets: readonly Sheet[]; readonly damaged: readonly unknown[] }>
  text(article: string): Promise<{ readonly text: string; readonly intact: boolean }>
}

/** What went through a source so far. */
export interface Counted {
  annotations: number
  /** Rows are missing because a file of the project is damaged. */
  incomplete: boolean
}

export interface Reading {
  /** How the coder at work sees it; null while outlets are to be seen. */
  readonly mask: Mask | null
  /** What makes the export, with its version. */
  readonly program?: string
  /** What of it is to be read; all of it where it is absent. */
  readonly selection?: Selection
  readonly signal: AbortSignal
  /** Called now and then; `now` names an article. */
  readonly progress: (done: number, total: number, now: string) => void
}

/** The chosen part of an open project as exporters read it, counting what goes through. Once the signal is aborted, reading on throws its reason. */
export function openSource(project: OpenProject, { mask, program, selection = everything, signal, progress }: Reading): { readonly source: ProjectSource; readonly counted: Counted } {
  const { records } = project
  const counted: Counted = { annotations: 0, incomplete: false }
  // The order tells outlets from each other as well.
  const articles = mask?.inOrder(records.articles) ?? inOrder(records.articles)
  const coded = async (subject: string) => {
    signal.throwIfAborted()
    const found = await project.annotations([subject])
    counted.incomplete ||= found.damaged.length > 0
    return found
  }
  const text = async (article: string) => {
    signal.throwIfAborted()
    const found = await project.text(article)
    counted.incomplete ||= !found.intact
    return found.text
  }
  const whole = { ...records, program, articles, coded, text }
  const chosen = selectedSource(mask ? maskedSource(whole, mask) : whole, selection)
  return { source: { ...chosen, coded: counting(chosen, counted, progress) }, counted }
}

/** Some formats go through a project twice: what is read again counts as nothing, and as progress. */
function counting({ events, articles, coded }: ProjectSource, counted: Counted, progress: Reading['progress']): ProjectSource['coded'] {
  const names = new Map([...events.map(({ id, name }) => [id, name] as const), ...articles.map(({ id, headline }) => [id, headline] as const)])
  const read = new Set<string>()
  let done = 0
  return async (subject) => {
    const found = await coded(subject)
    if (!read.has(subject)) counted.annotations += found.annotations.length
    read.add(subject)
    done += 1
    if (done % 20 === 0) progress(((done - 1) % names.size) + 1, names.size, names.get(subject) ?? '')
    return found
  }
}
