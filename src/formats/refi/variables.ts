import type { Article } from '../../domain/project/article'
import type { ProjectSource } from '../source'
import { withBlock } from './block'
import type { Guids } from './guids'
import { element, textElement } from './xmlText'

/** What a source says of an article as variables, since REFI-QDA has no other place for it. */
export const members = { headline: 'Headline', outlet: 'Outlet', date: 'Date', byline: 'Byline', section: 'Section', language: 'Language', url: 'URL' } as const satisfies Partial<Record<keyof Article, string>>
export type Member = keyof typeof members

/** Whose variable it is. */
export type VariableOf = 'article' | 'event' | 'outlet'

interface Variable {
  readonly guid: string
  readonly name: string
  readonly type: 'Text' | 'Integer' | 'Date'
  readonly description: string
}

/** One thing's variables: what the project knows of it by itself, and what researchers added. */
interface Said {
  readonly of: VariableOf
  readonly members: readonly (readonly [Member, string])[]
  readonly variables: Readonly<Record<string, string>>
}

const WHOLE = /^(0|-?[1-9]\d{0,14})$/
/** Whether a text is a day as `xsd:date` has it. */
function isDay(text: string): boolean {
  const time = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The variables of a project as REFI-QDA has them: each with the narrowest type that gives its values back exactly. */
export class Variables {
  readonly #known = new Map<string, Variable>()

  constructor(source: ProjectSource, guid: Guids) {
    const values = new Map<string, { readonly of: VariableOf; readonly member: Member | null; readonly name: string; whole: boolean; days: boolean }>()
    for (const one of everything(source)) {
      for (const [name, value, member] of entries(one)) {
        const key = keyOf(one.of, member, name)
        const found = values.get(key) ?? { of: one.of, member, name, whole: true, days: true }
        values.set(key, found)
        found.whole &&= WHOLE.test(value)
        found.days &&= isDay(value)
      }
    }
    const taken = new Set<string>()
    for (const [key, { of, member, name, whole, days }] of values) {
      const shown = freeName(of === 'article' ? name : `${of === 'event' ? 'Event' : 'Outlet'}: ${name}`, taken)
      const data = { of: of === 'article' ? undefined : of, member: member ?? undefined, name: shown === name ? undefined : name }
      this.#known.set(key, { guid: guid('variable', key), name: shown, type: whole ? 'Integer' : days ? 'Date' : 'Text', description: withBlock('', [], data) })
    }
  }

  /** `Variables`; empty where there are none. */
  xml(): string {
    const all = [...this.#known.values()].map(({ guid, name, type, description }) => element('Variable', { guid, name, typeOfVariable: type }, description === '' ? '' : textElement('Description', description)))
    return all.length === 0 ? '' : element('Variables', {}, ...all)
  }

  /** A `VariableValue` for each that something has. */
  valuesOf(one: Said): string {
    return entries(one).map(([name, value, member]) => {
      const variable = this.#known.get(keyOf(one.of, member, name))
      return variable ? element('VariableValue', {}, element('VariableRef', { targetGUID: variable.guid }), textElement(`${variable.type}Value`, value)) : ''
    }).join('')
  }
}

/** What is said of an article in variables. */
export const ofArticle = (article: Article): Said => ({ of: 'article', members: Object.keys(members).map((name) => [name as Member, article[name as Member]] as const), variables: article.variables })

/** What is said of an event. */
export const ofEvent = ({ date, variables }: { readonly date: string; readonly variables: Readonly<Record<string, string>> }): Said => ({ of: 'event', members: [['date', date]], variables })

/** What is said of an outlet. */
export const ofOutlet = ({ variables }: { readonly variables: Readonly<Record<string, string>> }): Said => ({ of: 'outlet', members: [], variables })

function* everything({ articles, events, outlets }: ProjectSource): Generator<Said, void> {
  for (const article of articles) yield ofArticle(article)
  for (const event of events) yield ofEvent(event)
  for (const outlet of outlets) yield ofOutlet(outlet)
}

/** Members that are empty are unknown; variables that are empty were entered so. */
const entries = ({ members: own, variables }: Said): readonly (readonly [string, string, Member | null])[] => [
  ...own.flatMap(([member, value]) => (value === '' ? [] : [[members[member], value, member] as const])),
  ...Object.entries(variables).map(([name, value]) => [name, value, null] as const),
]

const keyOf = (of: VariableOf, member: Member | null, name: string): string => JSON.stringify(member ? [of, member] : [of, null, name])

/** NVivo and MAXQDA know variables by their names. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name} (${n})`
  taken.add(free.toLowerCase())
  return free
}
