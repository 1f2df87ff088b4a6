import type { FoundPassages } from '../domain/changes/commands/passages'
import type { Article } from '../domain/project/article'
import type { Span } from '../domain/text/span'
import type { Args, Json } from '../preload/contract'
import { AppError } from './failure'
import type { OpenWork } from './openWork'
import type { MainWindow } from './window'

/** Looks for boilerplate in the texts of the open project, one search at a time. */
export class BoilerplateSearch {
  private running: AbortController | null = null

  constructor(private readonly window: Pick<MainWindow, 'signal'>) {}

  cancel(): void {
    this.running?.abort()
  }

  /** @throws AppError `refused` while another search is under way, `cancelled` */
  async run({ corpus, folder }: OpenWork, { articles, like }: Omit<Args<'boilerplate.find'>, 'project'>): Promise<Json<readonly FoundPassages[]>> {
    if (this.running) throw new AppError('refused', 'Boilerplate is already being looked for. Wait for it or cancel it first.')
    const cancel = new AbortController()
    this.running = cancel
    try {
      const progress = (done: number, total: number): void => { this.window.signal('progress', { job: 'boilerplate', done, total, now: '' }) }
      return JSON.stringify(await corpus.run('boilerplate', { articles, like, known: knownOf(folder.records.articles) }, { signal: cancel.signal, progress }))
    } finally {
      this.running = null
    }
  }
}

/** The stretches that are known already: passages, and headlines. */
function knownOf(articles: readonly Article[]): ReadonlyMap<string, readonly Span[]> {
  const known = new Map<string, readonly Span[]>()
  for (const { id, passages, headings } of articles) {
    const spans = [...passages, ...headings.filter(({ level }) => level === 1)].map(({ start, end }) => ({ start, end }))
    if (spans.length > 0) known.set(id, spans)
  }
  return known
}
