import type { Mask } from '../../domain/masking/mask'
import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import type { NewsEvent } from '../../domain/project/event'
import { inOrder } from '../../domain/project/order'
import type { Sheet } from '../../domain/project/sheet'
import { maskedSource } from './maskedSource'
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
  readonly signal: AbortSignal
  /** Called now and then; `now` names an article. */
  readonly progress: (done: number, total: number, now: string) => void
}

/** An open project as exporters read it, counting what goes through. Once the signal is aborted, reading on throws its reason. */
export function openSource(project: OpenProject, { mask, program, signal, progress }: Reading): { readonly source: ProjectSource; readonly counted: Counted } {
  const { records } = project
  // The order tells outlets from each other as well.
  const articles = mask?.inOrder(records.articles) ?? inOrder(records.articles)
  const counted: Counted = { annotations: 0, incomplete: false }
  const names = new Map<string, Article | NewsEvent>([...records.events, ...articles].map((one) => [one.id, one]))
  const total = names.size
  const read = new Set<string>()
  const coded = async (subject: string) => {
    signal.throwIfAborted()
    const found = await project.annotations([subject])
    // Some formats go through a project twice.
    if (!read.has(subject)) counted.annotations += found.annotations.length
    read.add(subject)
    counted.incomplete ||= found.damaged.length > 0
    if (read.size % 20 === 0) progress(read.size, total, nameOf(names.get(subject), mask))
    return found
  }
  const text = async (article: string) => {
    signal.throwIfAborted()
    const found = await project.text(article)
    counted.incomplete ||= !found.intact
    return found.text
  }
  const source = { ...records, program, articles, coded, text }
  return { source: mask ? maskedSource(source, mask) : source, counted }
}

function nameOf(subject: Article | NewsEvent | undefined, mask: Mask | null): string {
  if (!subject) return ''
  return 'headline' in subject ? mask?.article(subject).headline ?? subject.headline : subject.name
}
