import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { telling } from '../../../../src/domain/text/boilerplateLine'

describe('lines that say what they are', () => {
  test.each([
    ['Advertisement', 'advertisement'], ['ADVERTISEMENT', 'advertisement'], ['— Anzeige —', 'advertisement'], ['Publicité', 'advertisement'],
    ['Article continues below this ad', 'advertisement'], ['Powered by Blogger.', 'advertisement'],
    ['Share', 'sharing'], ['Facebook Twitter WhatsApp', 'sharing'], ['Share Tweet Email Print', 'sharing'], ['Share this article', 'sharing'],
    ['Share on X', 'sharing'], ['Auf WhatsApp teilen', 'sharing'], ['Partager sur Facebook', 'sharing'], ['Email this story', 'sharing'],
    ['  • Oops!', 'error'], ['    Something went wrong.', 'error'], ['Please try again later.', 'error'], ['Please enable JavaScript to watch this.', 'error'],
    ['No comments:', 'comments'], ['12 comments', 'comments'], ['Comments (3)', 'comments'], ['View all 1,204 comments', 'comments'], ['Be the first to comment', 'comments'], ['Keine Kommentare', 'comments'],
    ['Join our brand new verified Telegram channel and get important news uncensored!', 'channel'], ['Follow us on Facebook', 'channel'], ['Sign up for our free morning newsletter', 'channel'],
    ['Suivez-nous sur WhatsApp', 'channel'], ['Subscribe to our podcast', 'channel'],
    ['Read more: The strike that was not', 'teaser'], ['RELATED STORIES', 'teaser'], ['Lesen Sie auch: Der Hafen ruht', 'teaser'], ['À lire aussi', 'teaser'], ['Most read', 'teaser'],
    ['Is the harbour lost to trade?What the minister says of the strike', 'teaser'],
  ])('%s: %s', (line, reason) => { expect(telling(line)).toBe(reason) })
})

describe('lines that belong to an article', () => {
  test.each([
    '', '   ', '•', 'The harbour opens', 'Advertisement for a bridge stirs anger', 'Shares fall after the strike', 'Share prices fall', 'He asked them to share this burden with the poor of the town and its neighbours.',
    'The comments: what the ministers said', 'Follow the money: how a Telegram channel grew rich', 'Join the army, they said', 'Something went wrong in the harbour on Tuesday, and nobody has said what it was; the mayor asked for patience and the union for an answer.',
    'Read the letter in full', 'Related charges were dropped', 'Source: news agencies', 'This article was first published elsewhere and is reprinted with permission.',
    'Reading: a town under water', 'What next? Nobody knows', 'The vote: Yes, by a hair', 'X', '2:1', 'At 19:30 the doors opened', 'Word '.repeat(200),
  ])('%s', (line) => { expect(telling(line)).toBeUndefined() })
})

const corpus = new URL('../../../../../shared/corpus/putin-kim-2023/', import.meta.url)

test.runIf(existsSync(corpus))('the shared articles: every line that is none of the article, and no other (left out where ../shared is missing)', () => {
  const told = readdirSync(corpus).sort().map((name) => readFileSync(new URL(name, corpus), 'utf8').split('\n')
    .map((line) => [line.trim().slice(0, 24), telling(line)] as const).filter(([, reason]) => reason !== undefined))
  const oops = [['• Oops!', 'error'], ['Something went wrong.', 'error'], ['Please try again later.', 'error']]
  expect(told).toEqual([
    [...oops, ...oops],
    [['Is Putin getting despera', 'teaser'], ['Christie lashes out at T', 'teaser'], ['No comments:', 'comments'], ['Powered by Blogger.', 'advertisement']],
    [],
    [['Advertisement', 'advertisement']],
    [['Join our brand new verif', 'channel']],
  ])
})

test('a line built to be slow is not', () => {
  const begun = performance.now()
  for (const line of ['share'.repeat(48), `${'x '.repeat(119)}y`, `Join us ${'on x '.repeat(40)}`, `A b c ${'d'.repeat(200)}:`, ' '.repeat(400), `Comments ${'1,'.repeat(100)}`]) telling(line)
  expect(performance.now() - begun).toBeLessThan(2000)
})
