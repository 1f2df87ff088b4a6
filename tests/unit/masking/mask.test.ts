import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mask, maskOf } from '../../../src/domain/masking/mask'
import { withoutBlots } from '../../../src/domain/masking/hiddenStretches'
import { annotation, article } from '../../fixtures/records'

const masking = { on: true, seed: 'a seed', outlets: ['The Courier', 'Harbour Post', 'Northern Press Agency', 'Capital Ledger', 'Velmar Today'] }
const outlet = (name: string, aliases: readonly string[]) => ({ id: 'o1', name, aliases: [...aliases], variables: {} })
const maskFor = (coder: string, over: Partial<typeof masking> = {}, named: readonly string[] = []): Mask => new Mask({ ...masking, ...over }, coder, named, [outlet('The Courier', ['Courier & Mail'])])
const seen = (text: string, over: Parameters<typeof article>[2] = {}): string => maskFor('ann').text(article('a1', text, { outlet: 'The Courier', ...over }), text)

describe('labels', () => {
  const labels = (mask: Mask, names: readonly string[] = masking.outlets) => names.map((name) => mask.label(name))

  it('are letters, one for each outlet, and empty where it is unknown', () => {
    expect(labels(maskFor('ann')).sort()).toEqual(['Outlet A', 'Outlet B', 'Outlet C', 'Outlet D', 'Outlet E'])
    expect(maskFor('ann').label('')).toBe('')
  })

  it('are the same every time, others for other coders and seeds', () => {
    expect(labels(maskFor('ann'))).toEqual(labels(maskFor('ann')))
    expect(new Set(['ann', 'bob', 'cem', 'dag'].map((coder) => labels(maskFor(coder)).join())).size).toBeGreaterThan(2)
    expect(new Set(['a', 'b', 'c', 'd'].map((seed) => labels(maskFor('ann', { seed })).join())).size).toBeGreaterThan(2)
  })

  it('stay when further outlets come in, which get the letters that follow', () => {
    const more = maskFor('ann', {}, ['The Newcomer', ...masking.outlets])
    expect(labels(more)).toEqual(labels(maskFor('ann')))
    expect(more.label('The Newcomer')).toBe('Outlet F')
    expect(more.labelled('Outlet F')).toBe('The Newcomer')
  })

  it('stay when a lot of further outlets is stored, and when another comes after it', () => {
    const first = new Mask({ ...masking, later: [['The Newcomer', 'The Second']] }, 'ann', [], [])
    const second = new Mask({ ...masking, later: [['The Newcomer', 'The Second'], ['A Third', 'The Fourth']] }, 'ann', ['Quite Another'], [])
    const before = [...masking.outlets, 'The Newcomer', 'The Second']
    expect(labels(second, before)).toEqual(labels(first, before))
    expect(labels(first, ['The Newcomer', 'The Second']).sort()).toEqual(['Outlet F', 'Outlet G'])
    expect(second.label('Quite Another')).toBe('Outlet J')
  })

  it('go on after Z', () => {
    const outlets = Array.from({ length: 30 }, (_, i) => `Paper ${i}`)
    expect(new Set(labels(maskFor('ann', { outlets }), outlets))).toContain('Outlet AD')
  })
})

describe('the order of articles', () => {
  const articles = Array.from({ length: 9 }, (_, i) => article(`a${i}`, 'Text.'))
  const order = (coder: string, list = articles) => maskFor(coder).inOrder(list).map(({ id }) => id)

  it('is each coder’s own, and where two stand to each other does not depend on the rest', () => {
    expect(order('ann')).toEqual(order('ann', [...articles].reverse()))
    expect(order('ann')).not.toEqual(order('bob'))
    const without = articles.filter(({ id }) => id !== 'a4')
    expect(order('ann', without)).toEqual(order('ann').filter((id) => id !== 'a4'))
  })
})

describe('a masked text', () => {
  it.each([
    ['its name, also in capitals and without its article', 'THE COURIER asked. “Go,” he told the Courier’s reporter; the courier went.', '▒▒▒ ▒▒▒▒▒▒▒ asked. “Go,” he told the ▒▒▒▒▒▒▒’s reporter; the courier went.'],
    ['an alias', 'The firm told Courier & Mail.', 'The firm told ▒▒▒▒▒▒▒ ▒ ▒▒▒▒.'],
    ['addresses, handles and hashtags', 'See thecourier.example, @CourierNews or #thecourier now.', 'See ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒, ▒▒▒▒▒▒▒▒▒▒▒▒ or ▒▒▒▒▒▒▒▒▒▒▒ now.'],
    ['a byline', 'By The Foreign Desk\nThe war goes on.', '▒▒ ▒▒▒ ▒▒▒▒▒▒▒ ▒▒▒▒\nThe war goes on.'],
    ['credits', 'He left.\n(Reporting by NPA bureaus; editing by the foreign desk)\nSource: agencies', 'He left.\n▒▒▒▒▒▒▒▒▒▒ ▒▒ ▒▒▒ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒ ▒▒ ▒▒▒ ▒▒▒▒▒▒▒ ▒▒▒▒▒\n▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒'],
    ['an agency in a dateline', 'KESTREL (NPA) - The talks began.', 'KESTREL ▒▒▒▒▒ - The talks began.'],
    ['an agency’s signature', 'The talks began. — Reuters', 'The talks began. ▒ ▒▒▒▒▒▒▒'],
    ['copyright and where it was first published', '© 2024 All rights reserved\nThis article was originally published by Harbour Post.', '▒ ▒▒▒▒ ▒▒▒ ▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒\n▒▒▒▒ ▒▒▒▒▒▒▒ ▒▒▒ ▒▒▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒▒ ▒▒ ▒▒▒▒▒▒▒ ▒▒▒▒▒'],
    ['adverts for its own channels', 'Read more on Harbour Post\nJoin our WhatsApp channel', '▒▒▒▒ ▒▒▒▒ ▒▒ ▒▒▒▒▒▒▒ ▒▒▒▒\n▒▒▒▒ ▒▒▒ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒'],
  ])('hides %s', (_what, text, masked) => {
    expect(seen(text)).toBe(masked)
  })

  it.each([
    'By Tuesday the talks had ended, and nobody knew what was in the paper that both had signed.',
    'Velmar Today reported that the chairman left.',
    'The minister said: “Follow us or stay here.”',
    'The war began. (Nobody knew.)',
    'From the harbour wall one can see the cranes on a clear day.',
    '“We will join our friends in the fight,” the president said.',
  ])('leaves what it tells: %s', (text) => {
    expect(seen(text)).toBe(text)
  })

  it('hides the author and the host of its address', () => {
    expect(seen('Words by the desk. More at hp-online.example today.', { byline: 'the desk', url: 'https://www.hp-online.example/news/1' })).toBe('Words by ▒▒▒ ▒▒▒▒. More at ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ today.')
  })

  it('has the same length and lines, shows no name of its outlet, and is what it was elsewhere', () => {
    const piece = fc.constantFrom('The Courier', 'THE COURIER', '@thecourier', 'said', '“war”', '\n', ' ', 'of', '😀', 'é', 'Courier & Mail', 'www.thecourier.example/x', '(AP)', 'By', '.')
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ')
      const masked = seen(text)
      expect(masked).toHaveLength(text.length)
      expect(masked).not.toMatch(/(?<![\p{L}\p{N}])(?:the )?courier(?![\p{L}\p{N}])|thecourier/iu)
      expect(masked.replace(/\S/gu, '')).toBe(text.replace(/\S/gu, ''))
      expect(text.split('').every((unit, i) => masked[i] === '▒' || masked[i] === unit)).toBe(true)
    }), { seed: 5, verbose: true })
  })
})

describe('a quotation', () => {
  const quoted = (marked: string, text?: string): readonly string[] => {
    const own = article('a1', marked, { outlet: 'The Courier' })
    return maskFor('ann').annotation(own, annotation('n1', marked), text).spans.map(({ quote }) => quote)
  }

  it('that cuts a name in two hides its part of it', () => {
    expect(quoted('He told The Cou<rier so>.')).toEqual(['▒▒▒▒ so'])
  })

  it('is cut out of the masked text where that is at hand', () => {
    const marked = 'He left.\nReporting by The Desk; <editing by The Night Desk>\nHe came back.'
    expect(quoted(marked, marked.replace(/[<>]/g, ''))).toEqual(['▒▒▒▒▒▒▒ ▒▒ ▒▒▒ ▒▒▒▒▒ ▒▒▒▒'])
  })

  it('that is a fragment of prose is no line of credit', () => {
    const marked = 'He was driven <by The Old Road> to Lunde.'
    expect(quoted(marked)).toEqual(['by The Old Road'])
    expect(quoted(marked, marked.replace(/[<>]/g, ''))).toEqual(['by The Old Road'])
  })
})

describe('a masked article', () => {
  it('has no byline, section, address, file or variables, and its headline is masked', () => {
    const own = article('a1', 'Text.', { outlet: 'The Courier', headline: 'War ends | The Courier', byline: 'the desk', section: 'World', url: 'https://thecourier.example/1', variables: { owner: 'a firm' } })
    const mask = maskFor('ann')
    expect(mask.article(own)).toMatchObject({ outlet: mask.label('The Courier'), headline: 'War ends | ▒▒▒ ▒▒▒▒▒▒▒', byline: '', section: '', url: '', variables: {}, source: { file: 'hidden' } })
    expect(mask.article(own)).toBe(mask.article(own))
  })
})

describe('maskOf', () => {
  it('is null while outlets are to be seen', () => {
    expect(maskOf(undefined, 'ann', [], [])).toBeNull()
    expect(maskOf({ ...masking, on: false }, 'ann', [], [])).toBeNull()
    expect(maskOf(masking, 'ann', [article('a1', '')], [])?.label('The Meridian')).toBe('Outlet F')
  })

  it('hides all outlets’ names in words that belong to no article', () => {
    expect(maskFor('ann').words('exclude 3 passages in Harbour Post')).toBe('exclude 3 passages in ▒▒▒▒▒▒▒ ▒▒▒▒')
  })

  it('hides authors and hosts in them too', () => {
    const own = article('a1', 'Text.', { outlet: 'The Courier', byline: 'Night Desk', url: 'https://hp-online.example/1' })
    expect(maskOf(masking, 'ann', [own], [])?.words('code “Night Desk” and hp-online.example')).toBe('code “▒▒▒▒▒ ▒▒▒▒” and ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒')
  })
})

describe('words that are to be kept', () => {
  it.each([
    ['War ends | ▒▒▒ ▒▒▒▒▒▒▒', 'War ends'], ['▒▒▒▒: War ends', 'War ends'], ['▒▒▒ ▒▒▒▒', ''], ['The ▒▒▒▒ says no', 'The says no'], ['War – what for?', 'War – what for?'],
  ])('leave out what is hidden in %s', (words, kept) => {
    expect(withoutBlots(words)).toBe(kept)
  })
})
