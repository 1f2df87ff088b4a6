import type { ColumnMapping } from '../../domain/import/mapping'
import { ImportRefusal } from '../import/importer'
import { readWorkFiles } from '../work/readWorkFiles'
import { weightOf, type FileToRead, type FromReader, type ReadArticle, type ToReader, type WorkOrder } from './messages'
import { readSource } from './readSource'

/** What the process that reads speaks through. */
export interface ReaderPort {
  readonly post: (message: FromReader) => void
  readonly onMessage: (listener: (message: ToReader) => void) => void
}

/** Articles are sent together up to this weight, and no more is read while more than `MOST_UNDERWAY` is not taken over. */
const [PARCEL, MOST_UNDERWAY] = [300_000, 3_000_000]
/** Longest that an article waits for others, in milliseconds. */
const SOON = 200

/** Carries out orders for ever; the process is ended from outside. */
export function serve(port: ReaderPort): void {
  const work = new Work(port)
  let turn = Promise.resolve()
  port.onMessage((message) => {
    if (message.say === 'taken') work.taken(message.weight)
    else if (message.say === 'mapping') work.answered(message.mapping)
    else if (message.say === 'read-work') turn = turn.then(() => work.readWork(message.order, message.work))
    else turn = turn.then(() => work.read(message.order, message.file))
  })
  port.post({ say: 'ready' })
}

class Work {
  private underway = 0
  private resume: () => void = () => undefined
  private answer: (mapping: ColumnMapping) => void = () => undefined

  constructor(private readonly port: ReaderPort) {}

  taken(weight: number): void {
    this.underway -= weight
    this.resume()
  }

  answered(mapping: ColumnMapping): void {
    this.answer(mapping)
  }

  async read(order: number, file: FileToRead): Promise<void> {
    const parcel = new Parcel((articles) => this.send(order, articles))
    try {
      for await (const article of readSource(file, (sample) => this.ask({ say: 'table', order, sample }))) await parcel.add(article)
      await parcel.close()
      this.port.post({ say: 'done', order })
    } catch (error) {
      await parcel.close()
      if (!(error instanceof ImportRefusal)) throw error
      this.port.post({ say: 'refused', order, reason: error.reason, message: error.message })
    }
  }

  async readWork(order: number, asked: WorkOrder): Promise<void> {
    try {
      for await (const news of readWorkFiles(asked)) this.port.post({ say: 'work', order, news })
      this.port.post({ say: 'done', order })
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error
      this.port.post({ say: 'refused', order, reason: error.reason, message: error.message })
    }
  }

  private ask(question: FromReader): Promise<ColumnMapping> {
    return new Promise((resolve) => {
      this.answer = resolve
      this.port.post(question)
    })
  }

  /** Waits first while too much is under way, so that a large corpus never piles up in memory. */
  private async send(order: number, articles: readonly ReadArticle[]): Promise<void> {
    while (this.underway > MOST_UNDERWAY) await new Promise<void>((resolve) => { this.resume = resolve })
    this.underway += weightOf(articles)
    this.port.post({ say: 'articles', order, articles })
  }
}

/** Gathers articles to be sent together. */
class Parcel {
  private articles: ReadArticle[] = []
  private weight = 0
  private last = performance.now()

  constructor(private readonly send: (articles: readonly ReadArticle[]) => Promise<void>) {}

  async add(article: ReadArticle): Promise<void> {
    this.articles.push(article)
    this.weight += weightOf([article])
    if (this.weight > PARCEL || performance.now() - this.last > SOON) await this.close()
  }

  async close(): Promise<void> {
    const { articles } = this
    this.articles = []
    this.weight = 0
    if (articles.length > 0) await this.send(articles)
    this.last = performance.now()
  }
}
