import { attributor, type Attribution, type Attributor } from '../attribution/attribution'
import { Once } from './once'
import type { Link, Place } from './parallel'
import { passageName } from './passageName'
import { variants, type Rendering } from './variants'
import { wording, type Stretch } from './wording'

interface PassageWork {
  readonly links: readonly Link[]
  readonly name: Once<string>
  readonly wording: Once<ReadonlyMap<string, readonly Stretch[]>>
  readonly renderings: Once<readonly Rendering[]>
}

interface Passage {
  readonly places: readonly Place[]
  readonly links: readonly Link[]
}

export const keyOfPlace = ({ article, start, end }: Place): string => `${article} ${start} ${end}`

/**
 * What is worked out of the passages of texts that stay the same. A passage that comes again with the same places and links,
 * as most do after a ruling, is not worked out anew.
 */
export class TableWork {
  private readonly attributors = new Map<string, Once<Attributor>>()
  private readonly attributions = new Map<string, Once<Attribution>>()
  private readonly passages = new Map<string, PassageWork>()

  /** @param textOf an article's canonical text */
  constructor(private readonly textOf: (article: string) => string) {}

  attributionOf(place: Place, language: string): Once<Attribution> {
    const key = `${keyOfPlace(place)} ${language}`
    const known = this.attributions.get(key) ?? new Once(() => this.attributor(place.article, language).get()(place))
    this.attributions.set(key, known)
    return known
  }

  private attributor(article: string, language: string): Once<Attributor> {
    const key = `${article} ${language}`
    const known = this.attributors.get(key) ?? new Once(() => attributor(this.textOf(article), language))
    this.attributors.set(key, known)
    return known
  }

  of(passage: Passage, language: string): PassageWork {
    const { places, links } = passage
    const key = `${places.map(keyOfPlace).join()} ${language}`
    const known = this.passages.get(key)
    if (known?.links.length === links.length && known.links.every((link, i) => link === links[i])) return known
    const { textOf } = this
    const found: PassageWork = {
      links,
      name: new Once(() => passageName(places.map(({ article, start, end }) => textOf(article).slice(start, end)))),
      wording: new Once(() => new Map(Array.from(wording(passage, textOf), ([place, stretches]) => [keyOfPlace(place), stretches]))),
      renderings: new Once(() => variants(passage, textOf, language).headline?.renderings ?? []),
    }
    this.passages.set(key, found)
    return found
  }
}
