import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply } from '../../../../src/domain/changes/change'
import { takeInWork } from '../../../../src/domain/changes/commands/takeInWork'
import { usualOrder } from '../../../../src/domain/exporting/usual'
import { emptyRecords, THE, type Records } from '../../../../src/domain/project/records'
import { exporters } from '../../../../src/formats/export/exporters'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { isZip, readZip } from '../../../../src/formats/import/zip'
import type { ProjectContents } from '../../../../src/formats/source'
import { placeWork, type PlacedWork } from '../../../../src/formats/work/place'
import { workReaders } from '../../../../src/formats/work/readers'
import { codedProject } from '../../../fixtures/codedProjects'
import { sourceOf } from '../../../fixtures/projects'
import { ids, LATER, NOW } from '../../../fixtures/records'

const at = (prefix: string) => ({ now: LATER, id: ids(prefix), coder: 'ann' })
const nobody: ReadonlyMap<string, string> = new Map()

/** A format that goes out and comes in again, by its exporter and its reader. */
const pairs = [['synoptic', 'synoptic'], ['qdpx', 'refi-project'], ['w3c', 'w3c'], ['brat', 'brat'], ['doccano', 'doccano'], ['label-studio', 'label-studio']] as const

describe.each(pairs)('what went out as %s', (format, id) => {
  const exporter = exporters.find((one) => one.id === format), reader = workReaders.find((one) => one.id === id)
  if (!exporter || !reader) throw new Error(`there is no such pair as ${format}`)

  async function back(contents: ProjectContents): Promise<PlacedWork> {
    const [main] = exporter?.files(sourceOf(contents), { ...usualOrder, shape: 'project', format }) ?? []
    const chunks: Buffer[] = []
    for await (const chunk of main?.chunks() ?? []) chunks.push(Buffer.from(chunk as string))
    const file = new SourceFile(`work${main?.ending ?? ''}`, Buffer.concat(chunks))
    const zip = reader?.takes === 'folder' && isZip(file) ? await readZip(file) : null
    const members = zip ? await Promise.all(zip.names.map(async (name) => new SourceFile(name, await zip.bytes(name)))) : [file]
    const own = await Promise.all(members.map(async (one) => await reader?.recognises(one) === true || reader?.beside?.(one) === true))
    const read = await reader?.read(members.filter((_, i) => own[i]))
    if (!read) throw new Error('nothing was read')
    // Passages of made-up texts begin and end anywhere, so that nothing is to be told from the bounds of words.
    return placeWork(read, 'raw' in read ? read.raw.usual : null, { now: NOW })
  }

  test('is all there already in the project it came from', async () => {
    await fc.assert(fc.asyncProperty(codedProject, async (contents) => {
      const here = recordsWith(contents), found = await back(contents)
      expect(found.losses).toEqual([])
      expect(found.placed).toBe(contents.annotations.length)
      const { edits, report } = takeInWork(here, found.contents, nobody, at('y'))
      expect(report).toMatchObject({ annotations: 0, articles: 0, codes: 0, coders: 0, knownAnnotations: contents.annotations.length })
      expect(edits).toEqual([])
    }), { seed: 7, numRuns: 25 })
  })

  test('comes into an empty project with every annotation as it was', async () => {
    await fc.assert(fc.asyncProperty(codedProject, async (contents) => {
      const here = emptyRecords()
      apply(here, { label: 'take in', edits: takeInWork(here, (await back(contents)).contents, nobody, at('y')).edits })
      expect(here.annotation.size).toBe(contents.annotations.length)
      // And from there into the project it came from.
      const again: ProjectContents = { ...contents, ...listsOf(here), codebook: here.codebook.get(THE) ?? contents.codebook }
      expect(takeInWork(recordsWith(contents), again, nobody, at('z')).edits).toEqual([])
    }), { seed: 7, numRuns: 25 })
  })
})

function recordsWith(contents: ProjectContents): Records {
  const here = emptyRecords()
  apply(here, { label: 'take in', edits: takeInWork(here, contents, nobody, at('x')).edits })
  return here
}

const listsOf = (here: Records) => ({
  coders: [...here.coder.values()], events: [...here.event.values()], entities: [...here.entity.values()], outlets: [...here.outlet.values()], rulings: [...here.ruling.values()],
  articles: [...here.article.values()], annotations: [...here.annotation.values()], sheets: [...here.sheet.values()],
})
