import { variableBlock } from './blocks'
import { keyOf } from './guids'
import type { Reading } from './reading'
import { childOf, childrenOf, type XmlElement } from './tree'
import type { Member } from './variables'

/** What something's variables say. */
export interface FoundValues {
  /** What the project itself knows of articles and events. */
  readonly members: Readonly<Partial<Record<Member, string>>>
  readonly variables: Readonly<Record<string, string>>
}

/** Reads `VariableValue`s of one document. */
export class VariableReader {
  readonly #known = new Map<string, { readonly name: string; readonly member: Member | undefined }>()

  constructor(private readonly reading: Reading) {
    for (const variable of childrenOf(childOf(reading.root, 'Variables'), 'Variable')) {
      const { own, data } = reading.described(variable)
      if (own !== '') reading.lost('descriptions of variables')
      const said = reading.data(variableBlock, data)
      this.#known.set(keyOf(variable.attributes['guid']), { name: said?.name ?? reading.attribute(variable, 'name'), member: said?.member })
    }
  }

  /** The values of a source or case. */
  valuesOf(element: XmlElement): FoundValues {
    const members = new Map<Member, string>(), variables = new Map<string, string>()
    for (const one of childrenOf(element, 'VariableValue')) {
      const variable = this.#known.get(keyOf(childOf(one, 'VariableRef')?.attributes['targetGUID']))
      const value = one.children.find(({ name }) => name.endsWith('Value'))
      if (!variable) this.reading.lost('values of variables that are not there')
      else if (!value) continue
      else if (variable.member) members.set(variable.member, this.reading.words(value))
      else variables.set(variable.name, this.reading.words(value))
    }
    return { members: Object.fromEntries(members), variables: Object.fromEntries(variables) }
  }
}
