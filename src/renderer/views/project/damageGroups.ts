import type { DamagedFile } from '../../../domain/project/damagedFile'
import type { Records } from '../../../domain/project/records'
import { whatFileHolds } from '../recovery/words'

/** More files than this with the same fault are told of together: a coder's whole folder may be gone. */
const ALONE = 3

export interface DamageGroup {
  readonly key: string
  /** What they hold, to begin a sentence. */
  readonly name: string
  readonly files: readonly DamagedFile[]
}

/** Damaged files as they are told of: one by one, or the many of one kind with the same fault together. */
export function damageGroups(damaged: readonly DamagedFile[], { article, coder }: Pick<Records, 'article' | 'coder'>): readonly DamageGroup[] {
  const alike = new Map<string, DamagedFile[]>()
  for (const one of damaged) {
    const key = `${one.file.slice(0, one.file.lastIndexOf('/'))} ${one.problem}`
    const others = alike.get(key)
    if (others) others.push(one)
    else alike.set(key, [one])
  }
  return [...alike].flatMap(([key, files]): DamageGroup[] => {
    if (files.length <= ALONE || key.startsWith(' ')) return files.map((one) => ({ key: one.file, name: nameOf(one.file), files: [one] }))
    const [folder, owner = ''] = (files[0]?.file ?? '').split('/')
    const name = folder === 'annotations' ? `What ${coder.get(owner)?.name ?? owner} coded of ${files.length.toLocaleString('en')} articles` : `${files.length} parts of the list of articles`
    return [{ key, name, files }]
  })

  function nameOf(file: string): string {
    if (file.startsWith('articles/index')) return `${whatFileHolds(file)} (${file})`
    const found = article.get(/([^/]+?)(?:\.v\d+)?\.\w+$/.exec(file)?.[1] ?? '')
    if (!found) return `The file ${file}`
    return `${file.startsWith('annotations/') ? 'Annotations of' : 'The text of'} “${found.headline || found.source.file}”`
  }
}
