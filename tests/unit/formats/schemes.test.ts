import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../../src/domain/project/codebook'
import { allFields, codeEntries, partsOf } from '../../../src/domain/project/codes'
import { quoteOf } from '../../../src/domain/text/anchor'
import { holders } from '../../../src/renderer/commands/bindings'
import { fixedCommands as commands } from '../../../src/renderer/commands/list'
import { codebookData, codebookFiles, codebookNamed, Study } from './study'

test('a codebook for each scheme comes with Synoptic', () => {
  expect(codebookFiles).toEqual([
    'basil', 'frame-functions', 'generic-frames', 'issue-frames', 'mpqa', 'newswcl50', 'policy-frames', 'polnear', 'roles', 'semeval-2023', 'sentiment', 'sourcing', 'starter',
  ])
})

test('each of them is offered, with what it is for and whose it is', () => {
  const listed = JSON.parse(readFileSync(new URL('../../../resources/codebooks.json', import.meta.url), 'utf8')) as { id: string; what: string; source: string }[]
  expect(listed.map(({ id }) => id).sort()).toEqual(codebookFiles)
  for (const one of listed) expect(one).toMatchObject({ what: expect.stringMatching(/./) as string, source: expect.stringMatching(/./) as string })
})

describe.each(codebookFiles)('%s', (name) => {
  const codebook = codebookNamed(name)
  const codes = [...codeEntries(codebook).values()].map((entry) => entry.code)

  test('defines every code, in ids that read as words', () => {
    for (const code of codes) expect(code).toMatchObject({ id: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/) as string, definition: expect.stringMatching(/[.?]$/) as string })
    for (const field of allFields(codebook)) expect(field.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('has keys that no command has', () => {
    const keys = codes.map((code) => code.key).filter((key) => key !== '')
    expect(keys.filter((key) => !/^[a-z0-9]$/.test(key) || holders({}, commands, key, 'reader').length > 0)).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('holds nothing that the model would drop', () => {
    expect(codebook).toMatchObject(codebookData(name) as object)
  })

  test('asks on a condition only for what one can answer before', () => {
    const unanswerable = [...codeEntries(codebook).values()].flatMap(({ fields }) => fields.filter(({ showIf }, i) => {
      const asked = fields.slice(0, i).find((other) => other.id === showIf?.field)
      const answers: readonly unknown[] = asked?.kind === 'one-of' || asked?.kind === 'many-of' ? asked.options.map(({ id }) => id) : asked?.kind === 'yes-no' ? [true, false] : []
      return showIf?.is.some((answer) => !answers.includes(answer))
    }))
    expect(unanswerable).toEqual([])
  })

  test('cites where each dimension is from', () => {
    // The starter names its sources in the codes; the issue frames are the project's own.
    if (name === 'starter' || name === 'issue-frames') return
    for (const dimension of codebook.dimensions) expect(dimension.definition).toMatch(/\(?\b(19|20)\d\d\)?.*(Journal|ACL|APSA|SemEval|EMNLP|LREC|JCDL|Language Resources)/)
  })
})

describe('generic frames (Semetko & Valkenburg 2000)', () => {
  test('have 20 yes/no items, whose mean is the score of a frame', async () => {
    const study = new Study('generic-frames')
    expect(study.codebook.dimensions[0]?.codes.map((code) => [code.id, code.fields.length])).toEqual([['responsibility', 5], ['human-interest', 5], ['conflict', 4], ['morality', 3], ['economic-consequences', 3]])
    const begun = study.whole('responsibility', { 'responsibility-government-able': true })
    expect(study.missing(begun)).toEqual(['responsibility-government-responsible', 'responsibility-solution', 'responsibility-people-responsible', 'responsibility-urgent'])
    const done = study.describes(begun, { 'responsibility-government-responsible': true, 'responsibility-solution': false, 'responsibility-people-responsible': false, 'responsibility-urgent': true })
    expect(study.missing(done)).toEqual([])
    expect(study.score(done)).toBe(3 / 5)
    expect(study.score(study.whole('conflict', { 'conflict-disagreement': true, 'conflict-reproach': false, 'conflict-sides': false, 'conflict-winners': false }))).toBe(1 / 4)
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('frame functions (Entman 1993)', () => {
  test('are passages pinned on somebody, and a summary of the article', async () => {
    const study = new Study('frame-functions')
    expect(study.codebook.dimensions[0]?.codes).toHaveLength(4)
    study.passage('problem-definition', 'It will cost the town dearly', { about: 'town' })
    study.passage('moral-evaluation', '“a disgrace”', { about: 'minister', voice: 'quoted' })
    study.passage('treatment-recommendation', 'would be closed')
    const main = study.whole('main-frame')
    expect(study.missing(main)).toEqual(['problem'])
    study.describes(main, { problem: 'The bridge is unsafe.', remedy: 'Close it.' })
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('policy frames (Boydstun et al. 2014; Card et al. 2015)', () => {
  test('are 15 for passages and headline, 16 for the article, and a tone of five steps', async () => {
    const study = new Study('policy-frames')
    expect(study.codebook.dimensions.map(({ id, unit, choice, codes }) => [id, unit, choice, codes.length])).toEqual([
      ['policy-frames', 'span', 'many', 15], ['headline-frame', 'article', 'one', 15], ['primary-frame', 'article', 'one', 16], ['tone', 'article', 'one', 1],
    ])
    expect(study.codebook.dimensions[2]?.codes.at(-1)?.id).toBe('irrelevant')
    const tone = study.entry('tone-towards-issue').fields[0]
    expect(tone?.kind === 'ordinal' && tone.options.map(({ label }) => label)).toEqual(['explicit pro', 'implicit pro', 'neutral', 'implicit anti', 'explicit anti'])
    study.passage('economic', 'It will cost the town dearly')
    study.passage('capacity', 'would be closed')
    study.whole('headline-policy')
    study.whole('primary-economic')
    expect(study.missing(study.whole('tone-towards-issue', { tone: -1 }))).toEqual([])
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('SemEval-2023 Task 3', () => {
  const leaves = (codes: readonly Code[]): Code[] => codes.flatMap((code) => (code.codes.length === 0 ? [code] : leaves(code.codes)))

  test('has 3 genres, 14 frames, and 23 techniques in 6 groups', async () => {
    const study = new Study('semeval-2023')
    const [genre, frames, persuasion] = study.codebook.dimensions
    expect([genre?.codes.length, genre?.choice, frames?.codes.length, frames?.choice, persuasion?.codes.length, persuasion?.unit, persuasion?.choice]).toEqual([3, 'one', 14, 'many', 6, 'paragraph', 'many'])
    expect(leaves(persuasion?.codes ?? [])).toHaveLength(23)
    expect(study.entry('straw-man').path).toEqual(['Persuasion techniques', 'distraction', 'straw man'])
    study.whole('reporting')
    study.whole('article-economic')
    study.whole('article-policy')
    study.passage('loaded-language', '“a disgrace”')
    study.passage('appeal-to-fear', 'It will cost the town dearly')
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('BASIL (Fan et al. 2019)', () => {
  const plain = { target: 'minister', polarity: -1, aim: 'direct', quotation: false }

  test('asks for the indirect target only where the aim is indirect, for a speaker only in a quotation', async () => {
    const study = new Study('basil')
    const direct = study.passage('lexical-bias', 'dearly', plain)
    expect(study.shown(direct)).toEqual(['target', 'polarity', 'aim', 'quotation'])
    expect(study.missing(direct)).toEqual([])
    const indirect = study.passage('informational-bias', 'the mayor fears', { ...plain, aim: 'indirect-ally', quotation: true })
    expect(study.missing(indirect)).toEqual(['indirect-target', 'indirect-sentiment', 'speaker'])
    expect(study.missing(study.describes(indirect, { 'indirect-target': 'town', 'indirect-sentiment': 1, speaker: 'mayor' }))).toEqual([])
    // What no longer applies is kept, but not asked.
    expect(study.shown(study.describes(indirect, { aim: 'direct' }))).toEqual(['target', 'polarity', 'aim', 'quotation', 'speaker'])
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })

  test('codes the article by its main event and each main entity, the event by the stance of each outlet', async () => {
    const study = new Study('basil')
    study.whole('main-event', { 'event-text': 'A bridge is to be closed.', 'event-feeling': 0 })
    study.whole('main-entity', { entity: 'minister', 'author-feeling': -1 })
    study.whole('main-entity', { entity: 'mayor', 'author-feeling': 0, 'own-feeling': 2 })
    expect(study.whole('outlet-stance', { outlet: 'courier', stance: 'left' }).subject).toBe('e1')
    expect(study.missing(study.whole('outlet-stance', { outlet: 'ledger' }))).toEqual(['stance'])
    study.finishes('e1', 'relative-stance')
    study.finishes('a1', 'bias')
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('attributions (PolNeAR, PARC)', () => {
  test('need cue and content; content may be in several pieces, the source absent', async () => {
    const study = new Study('polnear')
    const [source, cue, content] = study.entry('attribution').fields
    if (!source || !cue || !content) throw new Error('no roles')
    const whole = study.parts('attribution', [['source', 'The minister'], ['cue', 'said'], ['content', 'that the bridge, “a disgrace”, would be closed']], { kind: 'statement', speaker: 'minister', chain: ['courier', 'minister'] })
    expect(study.missing(whole)).toEqual([])
    expect(whole.values['chain']).toEqual(['courier', 'minister'])

    const broken = study.parts('attribution', [['content', 'that the bridge'], ['cue', 'said'], ['content', 'would be closed']])
    expect(partsOf(broken, content).map(({ quote }) => quote)).toEqual(['that the bridge', 'would be closed'])
    expect(partsOf(broken, source)).toEqual([])
    expect(quoteOf(partsOf(broken, content))).toBe('that the bridge […] would be closed')
    expect(study.missing(broken)).toEqual(['kind'])

    expect(study.missing(study.parts('attribution', [['source', 'the mayor']], { kind: 'belief' }))).toEqual(['cue', 'content'])
    study.parts('attribution', [['cue', 'fears'], ['content', 'dearly']], { kind: 'belief', within: whole.id })
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('private states (MPQA)', () => {
  test('keep the order of their sources; polarity may be both or uncertain', async () => {
    const study = new Study('mpqa')
    const fear = study.passage('direct-subjective', 'fears', { 'nested-source': ['writer', 'courier', 'mayor'], intensity: 3, polarity: 'uncertain' })
    expect(fear.values['nested-source']).toEqual(['writer', 'courier', 'mayor'])
    expect(study.shown(fear)).toContain('leaning')
    expect(study.missing(fear)).toEqual([])
    const both = study.passage('expressive-subjectivity', '“a disgrace”', { 'nested-source': ['writer', 'minister'], intensity: 4, polarity: 'both', target: 'town' })
    expect(study.shown(both)).not.toContain('leaning')
    expect(study.shown(study.passage('objective-speech-event', 'said', { 'nested-source': ['writer', 'minister'] }))).toEqual(['nested-source'])
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('NewsWCL50 (Hamborg et al. 2019)', () => {
  test('has mentions by type, and properties as opposites that need a target', async () => {
    const study = new Study('newswcl50')
    expect(study.codebook.dimensions[0]?.codes).toHaveLength(8)
    const opposites = (study.codebook.dimensions[1]?.codes ?? []).filter(({ codes }) => codes.length > 0)
    expect(opposites.every(({ codes }) => codes.length === 2)).toBe(true)
    expect(opposites.map(({ id }) => id)).toEqual(expect.arrayContaining(['power-or-weakness', 'aggressor-or-victim']))
    study.passage('actor', 'The minister', { concept: 'minister' })
    expect(study.missing(study.passage('weakness', 'fears'))).toEqual(['target'])
    study.passage('victim', 'It will cost the town dearly', { target: 'town' })
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('roles (Frermann et al. 2023)', () => {
  test('are given to an entity', async () => {
    const study = new Study('roles')
    expect(study.codebook.dimensions[0]?.codes.map(({ id }) => id)).toEqual(['hero', 'villain', 'victim'])
    expect(study.missing(study.passage('victim', 'the town'))).toEqual(['entity'])
    study.passage('villain', 'The minister', { entity: 'minister' })
    study.whole('focus-on-victim', { 'victim-entity': 'town' })
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('issue frames', () => {
  test('ask who speaks where it is not the outlet', async () => {
    const study = new Study('issue-frames')
    expect(study.codebook.dimensions[0]?.codes.map(({ name }) => name)).toEqual(['hegemonic forces', 'just fight', 'sacred fight', 'holy struggle', 'arms deal', 'sanctions violation'])
    expect(study.shown(study.passage('just-fight', 'closed', { voice: 'outlet' }))).toEqual(['voice'])
    expect(study.shown(study.passage('holy-struggle', 'fears', { voice: 'quoted', speaker: 'mayor' }))).toEqual(['voice', 'speaker'])
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

/** What a field offers, by label. */
function offered(study: Study, code: string, id: string): readonly string[] {
  const field = study.entry(code).fields.find((one) => one.id === id)
  return field && 'options' in field ? field.options.map(({ label }) => label) : []
}

describe('sourcing', () => {
  test('offers the values of the scheme', async () => {
    const study = new Study('sourcing')
    expect(study.codebook.dimensions[0]?.codes.map(({ name }) => name)).toEqual([
      'executive', 'legislator or party', 'court or police', 'military', 'foreign or international body', 'business', 'NGO or activist', 'expert', 'affected person or witness', 'other media', 'document or data', 'social media', 'unclear',
    ])
    expect(offered(study, 'expert', 'identification')).toEqual(['named', 'role only', 'collective', 'anonymous', 'implicit'])
    expect(offered(study, 'expert', 'form')).toEqual(['direct', 'partial', 'paraphrase', 'mixed'])
    expect(offered(study, 'expert', 'act')).toEqual(['statement', 'belief', 'intention', 'decree', 'perception', 'evidence'])
    expect(offered(study, 'expert', 'cue-stance')).toEqual(['neutral', 'endorsing', 'distancing', 'charged', 'denial'])
    expect(offered(study, 'expert', 'side')).toEqual(['for', 'against', 'neutral'])
    const made = study.passage('executive', 'that the bridge, “a disgrace”, would be closed', { speaker: 'minister', identification: 'role-only', form: 'mixed', chain: ['courier', 'minister'] })
    expect(study.missing(made)).toEqual(['act'])
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})

describe('sentiment', () => {
  test('needs a named target, and a degree unless it is mixed or unclear', async () => {
    const study = new Study('sentiment')
    expect(offered(study, 'towards-target', 'holder')).toEqual(['author', 'quoted source'])
    expect(offered(study, 'towards-target', 'polarity')).toEqual(['−2', '−1', '0', '+1', '+2'])
    expect(offered(study, 'towards-target', 'explicitness')).toEqual(['stated', 'implied'])
    expect(offered(study, 'towards-target', 'device')).toEqual(['wording', 'choice of facts'])
    expect(offered(study, 'towards-target', 'aim')).toEqual(['direct', 'through an ally or opponent'])
    const made = study.passage('towards-target', '“a disgrace”')
    expect(study.missing(made)).toEqual(['target', 'holder', 'polarity'])
    const mixed = study.describes(made, { clarity: 'mixed', target: 'minister', holder: 'quoted-source' })
    expect(study.missing(mixed)).toEqual([])
    expect(study.shown(mixed)).not.toContain('polarity')
    expect(await study.returned()).toEqual({ exported: study.contents, stored: study.contents })
  })
})
