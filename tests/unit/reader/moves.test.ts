import { describe, expect, it } from 'vitest'
import { dragEdge, moveEdge, type Edge } from '../../../src/renderer/reader/edges'
import { movedPast, movedSpan, type Move } from '../../../src/renderer/reader/moves'

/** Text and selection in one string: "one [two] three", or "one |two" for a place. */
function parse(marked: string): { text: string; selected: { start: number; end: number } | number } {
  const start = marked.indexOf('[')
  if (start === -1) return { text: marked.replace('|', ''), selected: marked.indexOf('|') }
  return { text: marked.replace(/[[\]]/g, ''), selected: { start, end: marked.indexOf(']') - 1 } }
}

const show = (text: string, span: { start: number; end: number } | null | undefined): string | null | undefined =>
  span && `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`

function move(marked: string, by: Move, language?: string): string | null | undefined {
  const { text, selected } = parse(marked)
  return show(text, movedSpan(text, selected, by, language))
}

describe('movedSpan', () => {
  it.each<[string, Move, string | null | undefined]>([
    ['One two. |Three four. Five.', 'next-sentence', 'One two. [Three four.] Five.'],
    ['One two. Thr|ee four. Five.', 'previous-sentence', 'One two. [Three four.] Five.'],
    ['[One two.] Three four.', 'next-sentence', 'One two. [Three four.]'],
    ['One [two]. Three four.', 'next-sentence', 'One two. [Three four.]'],
    ['One two.\n\n \n[Three four.]', 'previous-sentence', '[One two.]\n\n \nThree four.'],
    ['One two. [Three four.]', 'next-sentence', undefined],
    ['[One two.] Three', 'previous-sentence', undefined],
    ['[He met Mr. Putin in St. Petersburg.] They spoke.', 'next-sentence', 'He met Mr. Putin in St. Petersburg. [They spoke.]'],
    ['|“We will win,” he said. “Always.”', 'next-sentence', '[“We will win,” he said.] “Always.”'],
    ['[“We will win,” he said.] “Always.”', 'next-sentence', '“We will win,” he said. [“Always.”]'],
    ['One. Two.\n|\nThree. Four.', 'next-paragraph', 'One. Two.\n\n[Three. Four.]'],
    ['One. [Two.]\n\n  Three. Four. \nFive', 'next-paragraph', 'One. Two.\n\n  [Three. Four.] \nFive'],
    ['One. Two.\n\nThree. [Four.]', 'previous-paragraph', '[One. Two.]\n\nThree. Four.'],
    ['One. Two.\n\n[Three. Four.]', 'previous-paragraph', '[One. Two.]\n\nThree. Four.'],
    ['[One.]', 'next-paragraph', undefined],
    ['[One.]', 'previous-paragraph', undefined],
    ['a [just] fight against', 'next-word', 'a just [fight] against'],
    ['a [just fight] against', 'next-word', 'a [just] fight against'],
    ['a [just fight] against', 'previous-word', 'a just [fight] against'],
    ['a just |fight', 'next-word', 'a just [fight]'],
    ['end |', 'next-word', '[end] '],
    ['a [just] fight', 'collapse', null],
    ['a |just fight', 'collapse', undefined],
    ['|', 'next-sentence', undefined],
    ['| \n\n ', 'next-paragraph', undefined],
  ])('%j %s', (before, by, after) => {
    expect(move(before, by)).toBe(after)
  })

  it.each<[string, Move, string | undefined]>([
    ['a “[just] fight”, he said', 'grow-end-word', 'a “[just fight]”, he said'],
    ['a “[just fight]”, he said', 'grow-end-word', 'a “[just fight”,] he said'],
    ['a [just], holy fight', 'grow-end-word', 'a [just, holy] fight'],
    ['a “just [fight]”', 'grow-start-word', 'a “[just fight]”'],
    ['a “[just fight]”', 'grow-start-word', 'a [“just fight]”'],
    ['a [jus]t', 'grow-end-character', 'a [just]'],
    ['a [just]', 'grow-end-character', undefined],
    ['a [j]ust', 'shrink-end-character', undefined],
    ['a [👍🏽] b', 'shrink-end-character', undefined],
    ['a [x👍🏽] b', 'shrink-end-character', 'a [x]👍🏽 b'],
    ['a👍🏽[x] b', 'grow-start-character', 'a[👍🏽x] b'],
    ['[ab] c', 'shrink-start-character', 'a[b] c'],
    ['[one two] three', 'shrink-end-word', '[one] two three'],
    ['[one] two', 'shrink-end-word', undefined],
    ['[one two] three', 'shrink-start-word', 'one [two] three'],
    ['One [two]. Three four. Five.', 'grow-end-sentence', 'One [two.] Three four. Five.'],
    ['One [two.] Three four. Five.', 'grow-end-sentence', 'One [two. Three four.] Five.'],
    ['One [two. Three four.] Five.', 'shrink-end-sentence', 'One [two.] Three four. Five.'],
    ['One two. Three [four.]', 'grow-start-sentence', 'One two. [Three four.]'],
    ['One two. [Three four.]', 'grow-start-sentence', '[One two. Three four.]'],
    ['[One two. Three four.]', 'shrink-start-sentence', 'One two. [Three four.]'],
    ['One.\n[Two.]\n\nThree.', 'grow-end-sentence', 'One.\n[Two.\n\nThree.]'],
    ['[👍🏽 yes] 𝒜𝒷 no', 'grow-end-word', '[👍🏽 yes 𝒜𝒷] no'],
  ])('%j %s', (before, by, after) => {
    expect(move(before, by)).toBe(after)
  })

  it('moves through a text without sentence ends', () => {
    const text = `${'word '.repeat(4000)}end`
    expect(show(text, movedSpan(text, 0, 'next-word'))?.slice(0, 7)).toBe('[word] ')
    const sentence = movedSpan(text, 9000, 'next-sentence')
    expect(sentence && sentence.end > sentence.start).toBe(true)
  })

  it('goes on through a line far longer than it looks at once', () => {
    const text = 'He went there. '.repeat(600).trim()
    let at = movedSpan(text, 0, 'next-sentence')
    let count = 0
    while (at) {
      expect(text.slice(at.start, at.end)).toBe('He went there.')
      count += 1
      at = movedSpan(text, at, 'next-sentence')
    }
    expect(count).toBe(600)
  })

  it('knows words of languages without spaces', () => {
    expect(move('[战争]是正义的', 'grow-end-word', 'zh')).toBe('[战争是]正义的')
  })
})

describe('moveEdge', () => {
  it('never empties a span', () => {
    const text = 'One two. Three.'
    for (const edge of ['start', 'end'] as const) {
      for (let span = { start: 0, end: text.length }; ;) {
        const next = moveEdge(text, span, edge, 'word', 'in')
        if (!next) break
        expect(next.end - next.start).toBeGreaterThan(0)
        expect(next.end - next.start).toBeLessThan(span.end - span.start)
        span = next
      }
    }
  })
})

describe('dragEdge', () => {
  it.each<[string, Edge, number, boolean, string]>([
    ['a [just fight] against', 'end', 15, false, 'a [just fight] against'],
    ['a [just fight] against', 'end', 17, false, 'a [just fight against]'],
    ['a [just fight] against', 'end', 15, true, 'a [just fight ag]ainst'],
    ['a [just fight] against', 'end', 0, false, 'a [just] fight against'],
    ['a [just fight] against', 'start', 0, false, '[a just fight] against'],
    ['a [just fight] against', 'start', 9, false, 'a just [fight] against'],
    ['a [just fight] against', 'start', 50, false, 'a just [fight] against'],
    ['a [just fight] against', 'start', 50, true, 'a just figh[t] against'],
  ])('%j %s to %i (exact: %s)', (marked, edge, to, exact, after) => {
    const { text, selected } = parse(marked)
    if (typeof selected === 'number') throw new Error('a selection is needed')
    expect(show(text, dragEdge(text, selected, edge, to, exact))).toBe(after)
  })
})

describe('movedPast', () => {
  /** What is excluded stands in braces. */
  function past(marked: string, by: Move): string | null | undefined {
    const { text: braced, selected } = parse(marked)
    const [open, close] = [braced.indexOf('{'), braced.indexOf('}')]
    const text = braced.replace(/[{}]/g, '')
    const plain = (at: number): number => at - (at > open ? 1 : 0) - (at > close ? 1 : 0)
    const from = typeof selected === 'number' ? plain(selected) : { start: plain(selected.start), end: plain(selected.end) }
    return show(text, movedPast([{ start: open, end: close - 1, state: 'excluded' }], from, by, (at) => movedSpan(text, at, by)))
  }

  it.each<[string, Move, string | undefined]>([
    ['[One.]\n{Share this. Now.}\nTwo.', 'next-sentence', 'One.\nShare this. Now.\n[Two.]'],
    ['One.\n{Share this. Now.}\n[Two.]', 'previous-sentence', '[One.]\nShare this. Now.\nTwo.'],
    ['[One.]\n{Share this.\nNow.}\nTwo.', 'next-paragraph', 'One.\nShare this.\nNow.\n[Two.]'],
    ['|{Share this.} Two.', 'next-sentence', 'Share this. [Two.]'],
    ['[One.]\n{Share this.}', 'next-sentence', undefined],
    // Into a sentence that is excluded only in part one does go, and word by word into what is excluded.
    ['[One.]\n{Share} this. Two.', 'next-sentence', 'One.\n[Share this.] Two.'],
    ['[One.]\n{Share this.} Two.', 'next-word', 'One.\n[Share] this. Two.'],
  ])('%j, %s', (marked, by, expected) => { expect(past(marked, by)).toBe(expected) })
})
