import type { OffsetReading } from '../../domain/text/offsets'
import type { RawWork } from '../work/rawWork'
import { projectBlock } from './blocks'
import { keyOf } from './guids'
import { readCases } from './readCases'
import { readCodes } from './readCodes'
import { FreshKeys, Reading } from './reading'
import { COMMENT } from './readSelections'
import { readSources } from './readSources'
import { VariableReader } from './readVariables'
import type { FindText } from './texts'
import { childOf, childrenOf, type XmlElement } from './tree'

/** A project of REFI-QDA, with the quirks of the programs that write it. @throws ImportRefusal */
export async function readProject(root: XmlElement, text: FindText): Promise<RawWork> {
  const reading = new Reading(root)
  const about = reading.described(root)
  const said = reading.data(projectBlock, about.data)
  const coders = new Coders(root, reading)
  const used = new Set(elementsIn(root, 'Coding').map((coding) => keyOf(childOf(coding, 'CodeRef')?.attributes['targetGUID'])))
  const { dimensions, keys } = readCodes(childOf(childOf(root, 'CodeBook'), 'Codes'), used, reading)
  const variables = new VariableReader(reading)
  const cases = readCases(reading, variables)
  const { documents, codings, sheets } = await readSources({ reading, codes: keys, coder: (guid) => coders.keyOf(guid), variables, cases, text })
  const fresh = new FreshKeys()
  const all = [...codings, ...cases.codings].map((one) => ({
    ...one, key: one.key === '' ? '' : fresh.take(one.key), ...(one.codebook === undefined && said?.codebook !== undefined && { codebook: said.codebook }),
  }))
  if (about.own !== '' && !reading.ours) reading.lost('the description of the project')
  leave(root, reading)
  return {
    format: 'refi-project', lasting: true, program: reading.program, name: reading.attribute(root, 'name'), coders: coders.all(),
    dimensions: all.some(({ code }) => code === COMMENT) ? [...dimensions, comments] : dimensions,
    events: cases.events, documents, codings: all, entities: cases.entities, outlets: cases.outlets, sheets: [...sheets, ...cases.sheets],
    usual: said?.positions ?? usualOf(reading.program), losses: reading.losses(),
  }
}

/** What programs are known to count; the specification (10.2) wants code points. */
function usualOf(program: string): OffsetReading {
  if (/nvivo/i.test(program)) return { unit: 'utf16', breaks: 'as-is' }
  return { unit: 'code-point', breaks: /atlas\.?ti/i.test(program) ? 'lf' : 'as-is' }
}

const comments: RawWork['dimensions'][number] = {
  key: 'refi-comments', name: 'Comments', definition: 'Comments on passages that no code was given to', fields: [],
  codes: [{ key: COMMENT, name: 'Comment', colour: '', definition: '', memo: '', fields: [], codes: [] }],
}

/** What a project of ours has no place for. */
function leave(root: XmlElement, reading: Reading): void {
  // Ours stand in the fields as well.
  if (!reading.ours) reading.lost('links between passages, codes or memos', childrenOf(childOf(root, 'Links'), 'Link').length)
  reading.lost('graphs', childrenOf(childOf(root, 'Graphs'), 'Graph').length)
  reading.lost('groups of codes', childrenOf(childOf(root, 'Sets'), 'Set').filter((set) => childOf(set, 'MemberCode')).length)
  reading.lost('memos that belong to no text, code or passage', reading.leftNotes())
}

function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [], waiting = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next)
    // Not spread: there may be more than a call takes.
    for (const child of next.children) waiting.push(child)
  }
  return found
}

/** Those who coded: the users of the file, and whom it names without saying who they are. */
class Coders {
  readonly #names = new Map<string, { readonly key: string; readonly name: string }>()

  constructor(root: XmlElement, reading: Reading) {
    for (const user of childrenOf(childOf(root, 'Users'), 'User')) {
      const guid = keyOf(user.attributes['guid'])
      if (guid === '') continue
      const id = reading.ours ? reading.attribute(user, 'id') : ''
      this.#names.set(guid, { key: id || guid, name: reading.attribute(user, 'name') || reading.attribute(user, 'id') || `Coder ${this.#names.size + 1}` })
    }
  }

  keyOf(guid: string | undefined): string | null {
    const key = keyOf(guid)
    if (key === '') return null
    const known = this.#names.get(key) ?? { key, name: `Coder ${this.#names.size + 1}` }
    this.#names.set(key, known)
    return known.key
  }

  all(): RawWork['coders'] {
    return [...this.#names.values()]
  }
}
