import { describe, expect, it } from 'vitest'
import { passageName } from '../../../src/domain/synopsis/passageName'

describe('the name of a shared passage', () => {
  it('is made of the telling words that most renderings have, as they stand in one of them', () => {
    expect(passageName(['his country’s full and unconditional support', 'always expressed its full and unconditional support for all measures', 'full and unconditional support'])).toBe('Full and unconditional support')
  })

  it('leaves out what stands far between them', () => {
    expect(passageName(['Velmar is engaged in a fight that nobody wanted or foresaw against hegemonic forces', 'Velmar has risen to a fight against hegemonic forces'])).toBe('Velmar … fight … hegemonic forces')
  })

  it('has no marks of quotation', () => {
    expect(passageName(['a holy struggle” against “hegemonism', 'a “struggle” against “hegemonism” for Velmar’s sake'])).toBe('Struggle against hegemonism')
  })

  it('is the shortest rendering where no word tells anything', () => {
    expect(passageName(['and there is time', 'there is time'])).toBe('There is time')
  })

  it('is never long, and never empty for something', () => {
    expect(passageName(['我们将永远站在一起', '我们永远站在一起'])).toBe('我们永远站在一起')
    expect(passageName(['antidisestablishmentarianism '.repeat(9)]).length).toBeLessThan(48)
    expect(passageName(['—'])).toBe('—')
    expect(passageName([`${'一'.repeat(43)}𠮷${'一'.repeat(9)}`])).toBe(`${'一'.repeat(43)} …`)
  })
})
