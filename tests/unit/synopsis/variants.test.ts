import { describe, expect, test } from 'vitest'
import { choices } from '../../../src/domain/synopsis/choices'
import { variants, type Slot } from '../../../src/domain/synopsis/variants'
import type { Link, Place } from '../../../src/domain/synopsis/parallel'

/** Places that are whole texts, one article each, every two of them linked: a1, a2, … */
function passage(...texts: readonly string[]): { readonly places: readonly Place[]; readonly links: readonly Link[]; readonly textOf: (article: string) => string | undefined } {
  const places = texts.map((text, i) => ({ article: `a${i + 1}`, start: 0, end: text.length }))
  const links = places.flatMap((a, i) => places.slice(i + 1).map((b): Link => ({ a, b, kind: 'quotation', strength: 1, strong: true, runs: [] })))
  return { places, links, textOf: (article) => texts[Number(article.slice(1)) - 1] }
}

const shown = (slot: Slot | null): readonly string[] => (slot?.renderings ?? []).map(({ words, count }) => `${words} ${count}`)

const of = (...texts: readonly string[]) => {
  const { places, links, textOf } = passage(...texts)
  return variants({ places, links }, textOf)
}

describe('the renderings of a passage', () => {
  test('are counted where the outlets differ, with the word beside them that all have', () => {
    const { headline, slots } = of(
      'The country is engaged in a just fight against hegemonic forces',
      'The country has risen to a sacred fight against hegemonic forces',
      'The country is engaged in a just fight against the forces',
    )
    expect(shown(headline)).toEqual(['just fight 2', 'sacred fight 1'])
    expect(slots.map(shown)).toContainEqual(['engaged 2', 'risen 1'])
  })

  test('take in whole phrases where no word is the same', () => {
    expect(shown(of(
      'a just fight against hegemonic powers', 'a just fight against the forces', 'risen to a sacred fight against the forces', 'a holy struggle against hegemonism', 'a righteous struggle against the forces', 'the just fight against powers',
    ).headline)).toEqual(['just fight 3', 'sacred fight 1', 'holy struggle 1', 'righteous struggle 1'])
  })

  test('come from fragments as well', () => {
    expect(shown(of('Victory in the just fight against evil is certain', 'just fight', 'Victory in the holy struggle against evil is certain', 'holy struggle against evil').headline)).toEqual(['just fight 2', 'holy struggle 2'])
  })

  test('end with the quotation or the sentence they are in', () => {
    expect(shown(of('a sacred fight against hegemony', 'a “holy struggle” and railed against hegemony', 'it praised “a just fight” against hegemony').headline)).toEqual(['sacred fight 1', 'holy struggle 1', 'just fight 1'])
  })

  test('take in what stands beside a place where that ends within a phrase', () => {
    const texts = ['They are fighting a just fight against hegemonic powers', 'They are fighting a sacred fight against hegemonic powers']
    const places = [{ article: 'a1', start: 18, end: 55 }, { article: 'a2', start: 27, end: 57 }]
    const links: readonly Link[] = places.slice(1).map((b) => ({ a: places[0] ?? b, b, kind: 'quotation', strength: 1, strong: true, runs: [] }))
    expect(shown(variants({ places, links }, (article) => texts[Number(article.slice(1)) - 1]).headline)).toEqual(['just fight 1', 'sacred fight 1'])
  })

  test('stand where the text has those words', () => {
    const { places, links, textOf } = passage('They will achieve a great victory', 'They will win a great victory')
    const [first, second] = variants({ places, links }, textOf).headline?.renderings ?? []
    for (const rendering of [first, second]) for (const { article, start, end } of rendering?.places ?? []) expect(textOf(article)?.slice(start, end)).toBe(rendering?.words)
    expect([first?.words, second?.words]).toEqual(['achieve', 'win'])
  })

  test('are none where all is the same, or differs in capitals, accents and words that tell nothing', () => {
    expect(of('Full support', 'full support')).toMatchObject({ slots: [], headline: null })
    expect(of('support for all the measures taken', 'support for all its measures taken')).toMatchObject({ slots: [], headline: null })
    expect(shown(of('Full support', 'full support', 'unconditional help').whole)).toEqual(['Full support 2', 'unconditional help 1'])
  })

  test('leave out what can’t be read, and bear one place, none and signs alone', () => {
    const { places, links } = passage('a just fight against them', 'a sacred fight against them')
    expect(shown(variants({ places, links }, (article) => (article === 'a1' ? 'a just fight against them' : undefined)).whole)).toEqual(['a just fight against them 1'])
    expect(variants({ places: [], links: [] }, () => '').headline).toBeNull()
    expect(of('…', '“”').whole.renderings).toEqual([])
  })

  test('are found in other scripts and from right to left', () => {
    expect(shown(of('Он назвал это священной борьбой против всех', 'Он назвал это праведной борьбой против всех').headline)).toEqual(['священной борьбой 1', 'праведной борьбой 1'])
    expect(of('קרב צודק נגד כולם', 'קרב קדוש נגד כולם').headline?.renderings.length).toBe(2)
  })
})

test('what each outlet chose throughout an event is told together, over several passages', () => {
  const first = passage('a just fight against them', 'a sacred fight against them', 'a holy struggle against them')
  const second = passage('victory in the just fight is near', 'victory in the sacred fight is near', 'victory in the holy struggle is near')
  const found = [first, second].map(({ places, links, textOf }) => variants({ places, links }, textOf))
  // The second passage stands elsewhere in the same articles.
  const moved = found[1] && { ...found[1], slots: found[1].slots.map(({ renderings }) => ({ renderings: renderings.map((one) => ({ ...one, places: one.places.map((place) => ({ ...place, start: place.start + 100, end: place.end + 100 })) })) })) }
  const [choice, ...more] = choices([found[0], moved].flatMap((one) => one ?? []), new Map([['a1', 'The Courier'], ['a2', 'Harbour Post'], ['a3', 'The Meridian']]))
  expect(more).toEqual([])
  expect(choice?.alternatives.map(({ words, by }) => [words, ...[...by].map(([who, places]) => `${who} ${places.length}`)])).toEqual([
    ['just fight', 'The Courier 2'], ['sacred fight', 'Harbour Post 2'], ['holy struggle', 'The Meridian 2'],
  ])
})
