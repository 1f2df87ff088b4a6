import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { articleSchema, untouched } from '../../../src/domain/project/article'
import { parse } from '../../../src/domain/project/parse'
import { folderOutlets } from '../../../src/formats/folderOutlets'
import { importFiles, type ImportedItem, type ImportServices } from '../../../src/formats/importFiles'
import type { RefusalReason } from '../../../src/formats/refusal'
import { sha256 } from '../../../src/formats/sha256'
import type { ImportReport } from '../../../src/preload/contract'
import { ids, NOW } from '../../fixtures/records'

let root = ''
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'synoptic-import-')) })
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

function put(name: string, content: string | Uint8Array): string {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function imported(paths: readonly string[], over: Partial<ImportServices> = {}, known = new Map<string, string>()): Promise<ImportedItem[]> {
  const items: ImportedItem[] = []
  for await (const item of importFiles({ paths, known }, { id: ids(), now: () => NOW, ...over })) items.push(item)
  return items
}

/** `name: ok` or `name: reason`, one for each item. */
const brief = (items: readonly ImportedItem[]): string[] => items.map((item) => (item.kind === 'article' ? `${item.article.source.file}: ok` : `${item.file}: ${item.reason}`))

const messageOf = (item: ImportedItem | undefined): string => (item?.kind === 'refused' ? item.message : '')

describe('a folder', () => {
  test('is walked in the order of names; hidden files and projects are passed over', async () => {
    put('b/two.txt', 'two'); put('b/ten 10.txt', 'ten'); put('b/ten 9.txt', 'nine'); put('a.md', 'md'); put('no extension', 'none'); put('SHOUT.TXT', 'caps')
    put('.hidden.txt', 'h'); put('.git/x.txt', 'g'); put('Old.synoptic/articles/text/a1.txt', 's')
    expect(brief(await imported([root]))).toEqual(['a.md: ok', 'no extension: ok', 'SHOUT.TXT: ok', 'ten 9.txt: ok', 'ten 10.txt: ok', 'two.txt: ok'])
  })

  test('offers subfolder names as outlets only where the files part', async () => {
    put('event/BBC/1.txt', 'one'); put('event/CNN/2023/2.txt', 'two'); put('event/3.txt', 'three')
    const items = await imported([root])
    expect(items.map((item) => (item.kind === 'article' ? item.article.outlet : ''))).toEqual(['', 'BBC', 'CNN'])
    expect(folderOutlets([['event'], ['event']])).toEqual(['', ''])
    expect(folderOutlets([[], ['drafts']])).toEqual(['', ''])
    expect(folderOutlets([])).toEqual([])
  })

  test('links are refused, not followed: no circle, no way out', async () => {
    put('real.txt', 'real'); put('sub/in.txt', 'in')
    symlinkSync(root, join(root, 'sub', 'loop')); symlinkSync('/etc/hostname', join(root, 'out.txt'))
    expect(brief(await imported([root]))).toEqual(['out.txt: unreadable', 'real.txt: ok', 'in.txt: ok', 'loop: unreadable'])
  })

  test('picked together with a file in it, or twice, gives each file once', async () => {
    const path = put('x.txt', 'x')
    expect(brief(await imported([path, root, root]))).toEqual(['x.txt: ok'])
  })
})

describe('an article', () => {
  test('is a valid record with hashes of bytes and text; unknown stays unknown', async () => {
    const bytes = Buffer.from('\uFEFFA headline\r\n\r\nMarch 12, 2024\r\n\r\nThree words here.', 'utf16le')
    const [item] = await imported([put('a.txt', bytes)])
    if (item?.kind !== 'article') throw new Error(messageOf(item))
    const text = 'A headline\n\nMarch 12, 2024\n\nThree words here.'
    expect(item.text).toBe(text)
    expect(parse(articleSchema, item.article, 'article')).toEqual({
      ...untouched, id: 'x1', outlet: '', headline: 'A headline', date: '2024-03-12',
      words: 8, length: text.length, hash: sha256(text), source: { file: 'a.txt', encoding: 'UTF-16LE', bytes: bytes.length, hash: sha256(bytes), kind: 'text', part: 0 }, imported: NOW,
    })
    expect(structuredClone(item)).toEqual(item)
  })

  test.runIf(process.platform === 'linux')('may come from a file of any name', async () => {
    const names = ['<script>alert(1)', `${'n'.repeat(240)}.txt`, '\u202etxt.exe', 'nl\nname', 'a\\b.txt', '__proto__', ' ', '=cmd|x', 'Sept. 13', '%2e%2e', 'café', 'cafe\u0301', 'x.', '-rf']
    for (const name of names) put(name, `text of ${name}`)
    const items = await imported([root])
    expect(items.map((item) => (item.kind === 'article' ? item.article.source.file : item.reason)).sort()).toEqual(names.map((name) => (name.endsWith('.exe') ? 'not-text' : name)).sort())
  })
})

describe('what is refused', () => {
  test('has a reason and a message, and keeps nobody else', async () => {
    put('1.pdf', 'x'); put('2.txt', '%PDF-1.4'); put('3.txt', ''); put('4.txt', Buffer.from([0x83, 0x81])); put('5.txt', 'fine')
    const items = await imported([root, join(root, 'gone.txt'), put('P.synoptic/project.json', '{}').replace('/project.json', '')])
    expect(brief(items)).toEqual(['1.pdf: not-text', '2.txt: binary', '3.txt: empty', '4.txt: not-decodable', '5.txt: ok', 'gone.txt: unreadable', 'P.synoptic: not-text'])
    expect(messageOf(items[0])).toMatch(/^\.pdf files .* plain text/)
    expect(messageOf(items[5])).toBe('it is no longer there, or its name can’t be read')
    expect(messageOf(items[6])).toContain('open it')
    expect(items.map(messageOf).join()).not.toContain(root)
  })

  test('the same text: in the project, or earlier in this import whatever its encoding', async () => {
    put('1.txt', 'same\r\n'); put('2.txt', '\uFEFFsame\n'); put('3.txt', 'known')
    const items = await imported([root], {}, new Map([[sha256('known'), 'The Meridian, 12 March']]))
    expect(brief(items)).toEqual(['1.txt: ok', '2.txt: duplicate', '3.txt: duplicate'])
    expect(messageOf(items[1])).toContain('“1.txt” in this import')
    expect(messageOf(items[2])).toContain('“The Meridian, 12 March”')
  })

  test('a file that vanishes during the import', async () => {
    put('1.txt', 'one'); const second = put('2.txt', 'two'); put('3.txt', 'three')
    const items: ImportedItem[] = []
    for await (const item of importFiles({ paths: [root], known: new Map() }, { id: ids(), now: () => NOW })) {
      rmSync(second, { force: true })
      items.push(item)
    }
    expect(brief(items)).toEqual(['1.txt: ok', '2.txt: unreadable', '3.txt: ok'])
  })

  test.runIf(process.getuid?.() !== 0)('a file one may not read (left out for root, who may)', async () => {
    chmodSync(put('1.txt', 'one'), 0)
    expect(messageOf((await imported([root]))[0])).toBe('you are not allowed to read it')
  })

  test('reasons are those of the contract', () => {
    const here: RefusalReason = 'empty'
    const there: ImportReport['refused'][number]['reason'] = here
    expect(there).toBe('empty')
  })
})

describe('progress and cancelling', () => {
  test('progress comes at the start, throttled, and at the end', async () => {
    for (let i = 0; i < 200; i += 1) put(`${i}.txt`, `text ${i}`)
    const heard: { done: number; total: number; now: string }[] = []
    await imported([root], { progress: (progress) => heard.push(progress) })
    expect(heard[0]).toEqual({ done: 0, total: 200, now: '0.txt' })
    expect(heard.at(-1)).toEqual({ done: 200, total: 200, now: '' })
    expect(heard.length).toBeLessThan(100)
  })

  test('an abort ends it between files and leaves what was yielded', async () => {
    for (let i = 0; i < 5; i += 1) put(`${i}.txt`, `text ${i}`)
    const stop = new AbortController(), items: ImportedItem[] = []
    for await (const item of importFiles({ paths: [root], known: new Map() }, { id: ids(), now: () => NOW, signal: stop.signal })) {
      if (items.push(item) === 2) stop.abort()
    }
    expect(brief(items)).toEqual(['0.txt: ok', '1.txt: ok'])
    expect(await imported([root], { signal: stop.signal })).toEqual([])
  })
})

test('a single line of 10 MB is imported within 5 seconds', async () => {
  const path = put('line.txt', 'word '.repeat(2e6))
  const started = process.cpuUsage()
  expect(brief(await imported([path]))).toEqual(['line.txt: ok'])
  // The processor's time, not the clock's: other tests run at the same moment.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
})
