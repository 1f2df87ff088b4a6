import { useEffect } from 'react'
import { namesOf } from '../../../domain/project/entityNames'
import { THE } from '../../../domain/project/records'
import { attribution } from '../../../domain/attribution/attribution'
import { codedFor, omissions, toldCodes, toldPassages, type Omission, type Told } from '../../../domain/synopsis/omissions'
import type { SharedPassage } from '../../../domain/synopsis/sharedPassages'
import { namedIn, speakerNaming, toldFields, Voices, type Voice } from '../../../domain/synopsis/sources'
import type { Teller } from '../../../domain/synopsis/tellers'
import { quotations } from '../../../domain/text/quotations'
import { overlaps } from '../../../domain/text/span'
import { spotter } from '../../../domain/text/spot'
import type { Session } from '../../store/session'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import type { InHand } from '../../store/synopsisHand'
import type { Telling } from './useTelling'
import { useWork, type Work } from './useWork'

/** What a teller leaves out of what others have. */
export interface LeftOut {
  readonly passages: readonly Omission<SharedPassage>[]
  /** Ids of codes. */
  readonly codes: readonly Omission<string>[]
  readonly sources: readonly Omission<Voice>[]
  readonly entities: readonly Omission<Voice>[]
  /** Whether anything is coded in the event's articles, by the coder in hand or by anybody. */
  readonly coded: boolean
}

/** Says for each teller what it leaves out, when all texts are gone through. */
export function useOmissions(synopsis: EventSynopsis, telling: Telling, { least, suggestions, anybody }: InHand): Work<(teller: Teller) => LeftOut> {
  const session = useSession()
  const passages = useCell(synopsis.passages)
  const register = useCell(session.register)
  useCell(session.loaded)
  const parallels = useCell(synopsis.parallels)
  const { tellers, teller, texts } = telling
  useEffect(() => { session.load(tellers.flatMap(({ articles }) => articles.map(({ id }) => id))).catch(() => undefined) }, [session, tellers])
  const { found: inTexts, problem } = useWork(texts && (() => voicesIn(session, telling, texts)), [session, register, tellers, texts])
  if (!inTexts) return { found: null, problem }
  const { records } = session
  const codebook = records.codebook.get(THE)
  const coder = anybody ? null : session.opened.coder.id
  const told = toldPassages(passages, teller, suggestions)
  const codes = codebook ? toldCodes(records, codebook, tellers, coder) : []
  const fields = codebook ? toldFields(records, codebook, tellers, coder) : []
  const apart = new Set(parallels?.notCompared.map(({ article }) => article))
  const leftOut = (one: Teller): LeftOut => {
    const compared: Omission<unknown>['known'] = one.articles.every(({ id }) => apart.has(id)) ? 'unknown' : 'told'
    const unread: Omission<unknown>['known'] = one.articles.some(({ id }) => !texts?.has(id)) ? 'unknown' : 'told'
    const codedWith = (code: string): Omission<unknown>['known'] => {
      const dimension = session.codes().get(code)?.dimension
      return codebook && dimension ? codedFor(records, codebook, one, dimension, coder) : 'told'
    }
    return {
      coded: codes.length > 0,
      passages: omissions(told, one.key, least, () => compared),
      codes: omissions(codes, one.key, least, codedWith),
      sources: [...omissions(fields, one.key, least, ({ how }) => (how.is === 'coded' ? codedWith(how.code) : 'told')), ...omissions(inTexts.speakers, one.key, least, () => unread)],
      entities: omissions(inTexts.named, one.key, least, () => unread),
    }
  }
  return { found: leftOut, problem }
}

/** In UTF-16 units: a word in quotation marks may be a title, or mockery. */
const LEAST_QUOTED = 12

/** Who is quoted and who is named in the texts. */
function* voicesIn({ records }: Session, { tellers }: Telling, texts: NonNullable<Telling['texts']>): Generator<unknown, { readonly speakers: readonly Told<Voice>[]; readonly named: readonly Told<Voice>[] }> {
  const spot = spotter(Array.from(records.entity.values(), (one) => ({ id: one.id, names: namesOf(one) })))
  const naming = speakerNaming(records.entity.values())
  const [speakers, named] = [new Voices(), new Voices()]
  for (const { key, articles } of tellers) {
    for (const { id } of articles) {
      const text = texts.get(id)
      if (!text) continue
      for (const [entity, span] of namedIn(text, spot)) {
        const name = records.entity.get(entity)?.name
        if (name !== undefined) named.add({ id: entity, name, how: { is: 'named' } }, key, { article: id, ...span })
      }
      yield
      for (const quoted of quotations(text.text)) {
        if (quoted.end - quoted.start < LEAST_QUOTED || text.excluded.some((one) => overlaps(one, quoted))) continue
        const { speaker } = attribution(text.text, quoted, text.language)
        if (speaker !== null) speakers.add({ ...naming(speaker), how: { is: 'speaker' } }, key, { article: id, start: quoted.start, end: quoted.end })
        yield
      }
    }
  }
  return { speakers: speakers.told(), named: named.told() }
}
