import { describe, expect, it } from 'vitest'
import { contextOf } from '../../../src/domain/synopsis/context'

const TEXT = 'The minister spoke at noon. He called it a “just fight”, to the surprise of his guests. Nobody asked why it had been kept from them for so long, nor what it would cost.'
const at = (quote: string, text = TEXT) => contextOf(text, { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })

describe('what stands around a place', () => {
  it('is the rest of a short sentence', () => {
    expect(at('just fight')).toEqual({ before: 'He called it a “', after: '”, to the surprise of his guests.' })
  })

  it('is cut between words where the sentence is long', () => {
    expect(at('kept from')).toEqual({ before: 'Nobody asked why it had been ', after: ' them for so long, nor what it would cost.' })
    const long = `${'One word after another is said here and '.repeat(4)}then it ends ${'and then it goes on and on and on '.repeat(4)}`
    const { before, after } = at('then it ends', long)
    expect(before).toMatch(/^… \w+ .* and $/)
    expect(after).toMatch(/^ and .*\w …$/)
    expect(before.length).toBeLessThan(64)
    expect(after.length).toBeLessThan(64)
  })

  it('of a long place is only what adheres to it, and says that the sentence goes on', () => {
    const long = `He said: “${'We stand by our friends in all they do and always did, '.repeat(2)}as you know”, and left.`
    expect(at('We stand by our friends in all they do and always did, We stand by our friends', long)).toEqual({ before: '… “', after: ' …' })
    expect(at('The minister spoke at noon. He called it a “just fight”, to the surprise of his guests')).toEqual({ before: '', after: '.' })
  })

  it('does not reach over a line', () => {
    expect(at('fight', 'A headline\nA just fight\nThe text')).toEqual({ before: 'A just ', after: '' })
  })

  it('never tears a character', () => {
    const faces = '😀'.repeat(60)
    const { before, after } = contextOf(`${faces}middle${faces}`, { start: faces.length, end: faces.length + 6 })
    expect(before + after).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
  })
})
