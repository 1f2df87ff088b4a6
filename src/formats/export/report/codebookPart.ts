import type { Code, Codebook, Dimension } from '../../../domain/project/codebook'
import type { Field } from '../../../domain/project/field'
import { plain } from '../../html/plain'

const units: Readonly<Record<Dimension['unit'], string>> = { span: 'passages', paragraph: 'paragraphs', article: 'whole articles', event: 'whole events' }

/** The codebook with its rules. */
export function* codebookPart({ name, version, dimensions }: Codebook): Generator<string> {
  yield `<section id="codebook"><h2>Codebook: <bdi>${plain(name)}</bdi></h2>\n<p class="about">Version ${version}</p>\n`
  for (const dimension of dimensions) {
    const { definition, unit, choice, level, fields, codes } = dimension
    yield `<h3><bdi>${plain(dimension.name)}</bdi></h3>\n<p class="about">Codes ${units[unit]}, ${choice === 'one' ? 'one code each' : 'any number of codes'}, ${level}</p>\n${saying(definition)}${fieldList(fields)}${codeList(codes)}`
  }
  yield '</section>\n'
}

const codeList = (codes: readonly Code[]): string => codes.map((code) => {
  const { name, colour, definition, include, exclude, examples, memo, fields } = code
  const rules = [['Include', include], ['Exclude', exclude], ...examples.map(({ quote, from }) => ['Example', `“${quote}”${from === '' ? '' : ` (${from})`}`] as const), ['Note', memo]].filter(([, text = '']) => text.trim() !== '')
  const told = rules.length === 0 ? '' : `<dl>${rules.map(([what = '', text = '']) => `<dt>${what}</dt><dd><bdi>${plain(text)}</bdi></dd>`).join('')}</dl>\n`
  return `<div class="code"><h4><span class="chip ${colour}"></span><bdi>${plain(name)}</bdi></h4>\n${saying(definition)}${told}${fieldList(fields)}${code.codes.length === 0 ? '' : `<div class="under">${codeList(code.codes)}</div>`}</div>\n`
}).join('')

const saying = (text: string): string => (text.trim() === '' ? '' : `<p><bdi>${plain(text)}</bdi></p>\n`)

const fieldList = (fields: readonly Field[]): string =>
  fields.length === 0 ? '' : `<p class="about">Asks for ${fields.map((field) => `<bdi>${plain(field.name)}</bdi>${optionsOf(field)}`).join('; ')}</p>\n`

const optionsOf = (field: Field): string => ('options' in field ? ` (<bdi>${plain(field.options.map(({ label }) => label).join(', '))}</bdi>)` : '')
