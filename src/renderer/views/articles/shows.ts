import type { Article } from '../../../domain/project/article'
import type { Progress } from '../../../domain/project/progress'
import type { Session } from '../../store/session'

/** From nothing to finished. */
export const steps: readonly Progress[] = ['open', 'begun', 'none', 'coded']

interface Shown {
  readonly label: string
  readonly takes: (article: Article, session: Session) => boolean
}

const at = (...wanted: readonly Progress[]): Shown['takes'] => ({ id }, session) => wanted.includes(session.progressWith(id, 'article'))

/** Which articles the table shows. */
export const shows = {
  all: { label: 'All articles', takes: () => true },
  open: { label: 'Not coded by me', takes: at('open') },
  begun: { label: 'Begun by me', takes: at('begun') },
  coded: { label: 'Coded by me', takes: at('coded', 'none') },
  loose: { label: 'Without an event', takes: ({ event }, { records }) => event === null || !records.event.has(event) },
  undated: { label: 'Without a date', takes: ({ date }) => date === '' },
  nameless: { label: 'Without an outlet', takes: ({ outlet }) => outlet === '' },
} as const satisfies Readonly<Record<string, Shown>>

export type Show = keyof typeof shows
export const showing = Object.keys(shows) as readonly Show[]
