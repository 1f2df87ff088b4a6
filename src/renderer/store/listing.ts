import { putRecord, type Records } from '../../domain/project/records'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { ArticlePage, Bridge, Handle } from '../../preload/contract'
import { Cell } from './cell'
import { Slices } from './slices'

/** How much of a long list of articles is here. */
export interface Listed {
  readonly articles: number
  readonly whole: boolean
  /** Why the rest did not come, as a sentence; null when nothing went wrong. */
  readonly problem: string | null
}

interface Target {
  readonly bridge: Bridge
  readonly project: Handle
  readonly records: Records
  readonly damaged: (files: readonly DamagedFile[]) => void
}

/** Fetches a list of articles that was too long to come with the project, page by page, while one already reads. */
export class Listing {
  readonly state: Cell<Listed>
  /** Resolves when the list is whole. Rejects, with a sentence for the researcher, when it can't be read. */
  readonly whole: Promise<void>

  constructor(private readonly target: Target, toCome: boolean) {
    this.state = new Cell({ articles: target.records.article.size, whole: !toCome, problem: null })
    this.whole = toCome ? this.fetch() : Promise.resolve()
    // Whoever needs the list waits for it and hears of it; the status bar shows it too.
    this.whole.catch((error: unknown) => { this.state.update((so) => ({ ...so, problem: error instanceof Error ? error.message : String(error) })) })
  }

  private async fetch(): Promise<void> {
    const { bridge, project, records, damaged } = this.target
    const slices = new Slices()
    const read = async (from: number): Promise<ArticlePage> => {
      const answer = await bridge.call('project.articles', { project, from })
      if (!answer.ok) throw new Error(answer.message)
      return JSON.parse(answer.value) as ArticlePage
    }
    for (let coming: Promise<ArticlePage> | null = read(0); coming !== null;) {
      const page: ArticlePage = await coming
      // Main reads the next page while this one is taken in.
      coming = page.next === null ? null : read(page.next)
      for (const article of page.articles) {
        if (!records.article.has(article.id)) putRecord(records, 'article', article.id, article)
      }
      damaged(page.damaged)
      this.state.set({ articles: records.article.size, whole: coming === null, problem: null })
      if (slices.spent) await slices.rest()
    }
  }
}
