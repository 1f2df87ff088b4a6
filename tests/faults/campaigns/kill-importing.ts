import { setTimeout as sleep } from 'node:timers/promises'
import { openProject } from '../../../src/storage/projectFolder'
import { studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { importedText } from '../harness/importedText'
import { program, start } from '../harness/programs'

/** Milliseconds: about as long as a batch takes. */
const SPREAD = 200
/** Imports into one project before there is a new one, as all of it is read each time. */
const IN_ONE = 20
const BATCH = 12

export const killImporting: Campaign = {
  id: 'kill-importing',
  title: 'A process that imports articles without pause is killed (kill -9) at any moment',
  claim: 'an article reported as imported that is not there, one without the text it came with, some articles of a batch without the others, or a file that can’t be read',
  run: async ({ full, say }) => {
    const importer = await program('importer')
    const count = new Count(say)
    const kills = full ? 200 : 8
    let imported = 0
    for (let from = 0; from < kills; from += IN_ONE) {
      await inNewFolder(async (parent) => {
        const folder = await studyIn(parent)
        const reported: string[] = []
        for (let kill = from; kill < Math.min(kills, from + IN_ONE); kill += 1) {
          await count.attempt(`kill ${kill}`, async () => {
            const one = start(importer, [folder, `i${kill}`])
            await one.started
            await sleep((kill * 37) % SPREAD)
            await one.kill()
            reported.push(...one.said())
            await lookThrough(folder, reported)
          })
        }
        imported += reported.length
      })
    }
    // Otherwise the importers were dead before they had imported, and nothing was proved.
    demand(imported > kills, 'the processes imported too little')
    return count.outcome(`${imported.toLocaleString('en-GB')} articles were reported as imported`)
  },
}

async function lookThrough(folder: string, reported: readonly string[]): Promise<void> {
  const project = await openProject(folder)
  try {
    await project.readArticles()
    const there = new Set(project.records.articles.map(({ id }) => id))
    demand(project.damaged.length === 0, `${project.damaged.length} files can’t be read`)
    const gone = reported.filter((id) => !there.has(id))
    demand(gone.length === 0, `${gone.join(', ')} had been imported`)
    demand(there.size % BATCH === 0, 'a batch is there only in part')
    for (const id of there) {
      const { text, intact } = await project.text(id)
      demand(intact && text === importedText(id), `the text of ${id} is another one`)
    }
  } finally {
    await project.close()
  }
}
