import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { holdCoding } from '../../../../src/formats/work/holdsCoding'
import { temporaryFolder } from '../../storage/project'

it('is told by what the files begin with, and only where all of them are coding', async () => {
  const folder = await temporaryFolder()
  const path = (name: string): string => join(folder, name)
  await writeFile(path('web.json'), '{"@context": "http://www.w3.org/ns/anno.jsonld"}')
  await writeFile(path('study.qdpx'), '')
  await writeFile(path('article.txt'), 'The harbour stays open.')
  await mkdir(path('study.qda'))
  await writeFile(path('study.qda/data.qda'), '')
  expect(await holdCoding([path('web.json'), path('study.qdpx'), path('study.qda')])).toBe(true)
  expect(await holdCoding([path('web.json'), path('article.txt')])).toBe(false)
  expect(await holdCoding([folder])).toBe(false)
  expect(await holdCoding([path('web.json'), path('gone.qdpx')])).toBe(false)
  expect(await holdCoding([])).toBe(false)
})
