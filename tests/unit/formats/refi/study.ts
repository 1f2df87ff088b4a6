import { anchorAt } from '../../../../src/domain/text/anchor'
import { codebookSchema } from '../../../../src/domain/project/codebook'
import type { ProjectContents } from '../../../../src/formats/source'
import { article, fields, LATER, NOW } from '../../../fixtures/records'

const text = 'Crossing 🌉 shut\nNobody was asked.'
const arabic = 'قال الوزير إن الجسر سيفتح.'
const id = '0190b5c2-7d3e-4f1a-8b2c-3d4e5f607182'

const codebook = codebookSchema.parse({
  name: 'Bridges', version: 4,
  dimensions: [
    {
      id: 'sourcing', name: 'Sourcing', definition: 'Who speaks', unit: 'span', choice: 'one', level: 'nominal', mark: 'line',
      fields: [fields.form, { id: 'cue', name: 'Cue', kind: 'role' }, { id: 'about', name: 'About', kind: 'link' }, { id: 'who', name: 'Who', kind: 'entity' }],
      codes: [{
        id: 'official', name: 'Official', colour: 'teal', key: 'o', definition: 'Holds an office', include: 'Spokespeople', exclude: 'Former ones', examples: [{ quote: 'An example passage', from: 'Courier' }], memo: 'Ask again\nlater', ask: 'now', score: 'mean', revised: 2,
        codes: [{ id, name: 'Minister “A” & <B>', colour: 'rose', fields: [fields.polarity] }],
      }],
    },
    { id: 'frames', name: 'Frames', unit: 'article', choice: 'many', level: 'nominal', mark: 'tint', fields: [fields.target], codes: [{ id: 'blame', name: 'Blame', colour: 'amber' }] },
    { id: 'stories', name: 'Stories', unit: 'event', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'decline', name: 'Decline', colour: 'slate' }] },
  ],
})

const common = { coder: 'ann', values: {}, note: '', certainty: null, textVersion: 1, codebook: 4, created: NOW, modified: NOW } as const

/** A small study with everything in it that a .qdpx file can hold, some of it only by our convention. */
export const bridges: ProjectContents = {
  info: { id: 'p1', name: 'Bridges', created: NOW, memo: 'What this is about' },
  coders: [{ id: 'ann', name: 'Ann', joined: NOW }, { id: 'bob', name: 'Bob', joined: NOW }],
  codebook,
  events: [{ id: 'e1', name: 'Bridge shut', date: '2024-03', variables: { country: 'FR' } }],
  entities: [{ id: 'office', name: 'The office', kind: 'group', aliases: ['the ministry'], memo: '' }],
  outlets: [{ id: 'o1', name: 'The Meridian', aliases: ['Meridian'], variables: { country: 'UK' } }],
  rulings: [],
  articles: [
    article('a1', text, { headline: 'Bridge shut', event: 'e1', byline: 'Staff', section: 'City', url: 'https://example.org/1', variables: { page: '7', Headline: 'A kicker', country: '' } }),
    article('a2', arabic, { headline: 'Bridge shut', event: 'e1', outlet: 'Second outlet', date: '', language: 'ar', variables: { page: '12' } }),
  ],
  annotations: [
    {
      ...common, id: 'n1', subject: 'a1', code: 'official', unit: 'span', values: { form: 'direct', who: 'office', about: 'n2' }, note: 'Seems <sure>', certainty: 'high', codebook: 3, blind: true, modified: LATER,
      spans: [anchorAt(text, { start: 17, end: 23 })],
    },
    {
      ...common, id: 'n2', subject: 'a1', coder: 'bob', code: id, unit: 'span', values: { polarity: -1 },
      spans: [{ ...anchorAt(text, { start: 9, end: 11 }) }, { ...anchorAt(text, { start: 17, end: 33 }) }, { ...anchorAt(text, { start: 24, end: 27 }), role: 'cue' }],
    },
    { ...common, id: 'n3', subject: 'a2', code: 'blame', unit: 'article', spans: [], values: { target: 'the council' }, note: 'Throughout', modified: LATER },
    { ...common, id: '0190b5c2-7d3e-4f1a-8b2c-3d4e5f607183', subject: 'a2', coder: 'bob', code: 'blame', unit: 'article', spans: [] },
    { ...common, id: 'n5', subject: 'e1', code: 'decline', unit: 'event', spans: [], note: 'Of a city', certainty: 'low' },
  ],
  sheets: [
    { id: 's1', coder: 'ann', subject: 'a1', coded: ['sourcing', 'frames'], memo: 'Read twice', modified: LATER },
    { id: 's2', coder: 'bob', subject: 'e1', coded: ['stories'], memo: '', modified: NOW },
  ],
  texts: new Map([['a1', text], ['a2', arabic]]),
}
