import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { annotation, coding, newProject, opened } from './project'

/** The calls that alter something or make it last, by name and file. */
function recorder(): { readonly disk: Disk; readonly calls: string[] } {
  const calls: string[] = []
  const name = (path: unknown): string => basename(String(path)).replace(/\d+-[0-9a-f]+\.tmp$/, 'tmp')
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, flags, mode) => {
      const handle = await nodeDisk.open(path, flags, mode)
      return new Proxy(handle, {
        get(target, property) {
          const value: unknown = Reflect.get(target, property)
          if (typeof value !== 'function') return value
          return (...args: unknown[]) => {
            calls.push(`${String(property)} ${name(path)}`)
            return Reflect.apply(value, target, args) as unknown
          }
        },
      })
    },
    link: (from, to) => { calls.push(`link ${name(from)} ${name(to)}`); return nodeDisk.link(from, to) },
    rename: (from, to) => { calls.push(`rename ${name(from)} ${name(to)}`); return nodeDisk.rename(from, to) },
  }
  return { disk, calls }
}

it('flushes and checks the new file, keeps the old one, renames, flushes the folder, in this order', async () => {
  const { disk, calls } = recorder()
  const project = await opened(await newProject(), { disk })
  await project.save([coding(annotation('n1'))])
  calls.length = 0
  await project.save([coding(annotation('n2'))])
  expect(calls).toEqual([
    'writeFile a1.json.tmp', 'sync a1.json.tmp', 'stat a1.json.tmp', 'close a1.json.tmp',
    'link a1.json a1.json.next', 'read a1.json.next', 'close a1.json.next',
    'rename a1.json.tmp a1.json', 'rename a1.json.next a1.json.bak',
    'sync ana', 'close ana',
  ])
})
