import { inOrder } from '../domain/project/order'
import { codeEntries } from '../domain/project/codes'
import type { Console } from './console'
import { exits } from './exits'
import { counted, withProject } from './projects'

/** Says what is in a project. */
export const info = (folder: string, out: Console, signal: AbortSignal): Promise<number> => withProject(folder, 'read', async (project) => {
  const { records } = project
  const articles = inOrder(records.articles), subjects = [...records.events, ...articles]
  const perCoder = new Map(records.coders.map(({ id, name }) => [id, { id, name, annotations: 0 }]))
  let annotations = 0
  for (const [i, { id }] of subjects.entries()) {
    signal.throwIfAborted()
    for (const { coder } of (await project.annotations([id])).annotations) {
      annotations += 1
      const own = perCoder.get(coder) ?? { id: coder, name: coder, annotations: 0 }
      perCoder.set(coder, { ...own, annotations: own.annotations + 1 })
    }
    out.progress('Reading annotations', i + 1, subjects.length)
  }
  const { codebook } = records
  const outlets = new Set(articles.map(({ outlet }) => outlet).filter((name) => name !== ''))
  const dates = articles.map(({ date }) => date).filter((date) => date !== '').sort()
  const codes = codeEntries(codebook).size
  const data = {
    id: records.info.id, name: records.info.name, articles: articles.length, outlets: outlets.size, events: records.events.length, entities: records.entities.length,
    from: dates[0] ?? null, to: dates.at(-1) ?? null, words: articles.reduce((sum, { words }) => sum + words, 0),
    codebook: { name: codebook.name, version: codebook.version, dimensions: codebook.dimensions.map(({ id, name }) => ({ id, name })), codes },
    annotations, coders: [...perCoder.values()], masked: records.info.masking?.on === true, damaged: project.damaged.map(({ file, problem }) => ({ file, problem })),
  }
  out.answer(data, [
    records.info.name,
    `${counted(articles.length, 'article')} of ${counted(outlets.size, 'outlet')}, ${counted(records.events.length, 'event')}${data.from === null ? '' : `, ${data.from} to ${data.to ?? ''}`}`,
    `Codebook “${codebook.name}”, version ${codebook.version}: ${counted(codebook.dimensions.length, 'dimension')}, ${counted(codes, 'code')}`,
    counted(annotations, 'annotation'),
    ...data.coders.map((one) => `  ${one.name}: ${one.annotations}`),
    ...data.damaged.map(({ file, problem }) => `Damaged: ${file} ${problem}`),
  ])
  return data.damaged.length > 0 ? exits.damaged : exits.done
})
