import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { articleSchema, untouched } from '../../../src/domain/project/article'
import type { Outlet } from '../../../src/domain/project/outlet'
import { parse } from '../../../src/domain/project/parse'
import { folderOutlets } from '../../../src/formats/folderOutlets'
import type { RefusalReason } from '../../../src/formats/refusal'
import { sha256 } from '../../../src/formats/sha256'
import type { RefusedFile } from '../../../src/preload/contract'
import { imported, type Imported } from '../../fixtures/importing'
import { NOW } from '../../fixtures/records'

let root = ''
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'synoptic-import-')) })
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

function put(name: string, content: string | Uint8Array): string {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** `name: ok`, `name: known` or `name: reason`, one for each article or refusal, by file name as it was read. */
const brief = ({ items, refused }: Imported): string[] => [
  ...items.map(({ article, known }) => `${article.source.file}: ${known ? `same as “${known.title}” in the ${known.where}` : 'ok'}`),
  ...refused.map(({ file, reason }) => `${file}: ${reason}`),
]

const messageOf = ({ refused }: Imported, file: string): string => refused.find((one) => one.file === file)?.message ?? ''

describe('a folder', () => {
  test('is walked in the order of names; hidden files and projects are passed over', async () => {
    put('b/two.txt', 'two'); put('b/ten 10.txt', 'ten'); put('b/ten 9.txt', 'nine'); put('a.md', 'md'); put('no extension', 'none'); put('SHOUT.TXT', 'caps')
    put('.hidden.txt', 'h'); put('.git/x.txt', 'g'); put('Old.synoptic/articles/text/a1.txt', 's')
    expect(brief(await imported([root]))).toEqual(['a.md: ok', 'no extension: ok', 'SHOUT.TXT: ok', 'ten 9.txt: ok', 'ten 10.txt: ok', 'two.txt: ok'])
  })

  test('offers subfolder names as outlets only where the files part', async () => {
    put('event/BBC/1.txt', 'one'); put('event/CNN/2023/2.txt', 'two'); put('event/3.txt', 'three')
    const { items } = await imported([root])
    expect(items.map(({ article }) => article.outlet)).toEqual(['', 'BBC', 'CNN'])
    expect(folderOutlets([['event'], ['event']])).toEqual(['', ''])
    expect(folderOutlets([[], ['drafts']])).toEqual(['', ''])
    expect(folderOutlets([])).toEqual([])
  })

  test('links are refused, not followed: no circle, no way out', async () => {
    put('real.txt', 'real'); put('sub/in.txt', 'in')
    symlinkSync(root, join(root, 'sub', 'loop')); symlinkSync('/etc/hostname', join(root, 'out.txt'))
    expect(brief(await imported([root]))).toEqual(['real.txt: ok', 'in.txt: ok', 'out.txt: unreadable', 'loop: unreadable'])
  })

  test('picked together with a file in it, or twice, gives each file once', async () => {
    const path = put('x.txt', 'x')
    expect(brief(await imported([path, root, root]))).toEqual(['x.txt: ok'])
  })
})

describe('an article', () => {
  test('is a valid record with hashes of bytes and text; unknown stays unknown', async () => {
    const bytes = Buffer.from('\uFEFFA headline\r\n\r\nMarch 12, 2024\r\n\r\nThree words here.', 'utf16le')
    const { items: [item], texts } = await imported([put('a.txt', bytes)])
    if (!item) throw new Error('nothing was found')
    const text = 'A headline\n\nMarch 12, 2024\n\nThree words here.'
    expect(texts.get(item.article.id)).toBe(text)
    expect(parse(articleSchema, item.article, 'article')).toEqual({
      ...untouched, id: 'x1', outlet: '', headline: 'A headline', date: '2024-03-12',
      words: 8, length: text.length, hash: sha256(text), source: { file: 'a.txt', encoding: 'UTF-16LE', bytes: bytes.length, hash: sha256(bytes), kind: 'text', part: 0 }, imported: NOW,
    })
    expect(structuredClone(item)).toEqual(item)
  })

  test.runIf(process.platform === 'linux')('may come from a file of any name', async () => {
    const names = ['<script>alert(1)', `${'n'.repeat(240)}.txt`, '\u202etxt.exe', 'nl\nname', 'a\\b.txt', '__proto__', ' ', '=cmd|x', 'Sept. 13', '%2e%2e', 'café', 'cafe\u0301', 'x.', '-rf']
    for (const name of names) put(name, `text of ${name}`)
    const { items, refused } = await imported([root])
    expect([...items.map(({ article }) => article.source.file), ...refused.map(({ reason }) => reason)].sort()).toEqual(names.map((name) => (name.endsWith('.exe') ? 'not-text' : name)).sort())
  })
})

describe('what is refused', () => {
  test('has a reason and a message, and keeps nobody else', async () => {
    put('1.pdf', 'x'); put('2.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')); put('3.txt', ''); put('4.txt', Buffer.from([0x83, 0x81])); put('5.txt', 'fine')
    const all = await imported([root, join(root, 'gone.txt'), put('P.synoptic/project.json', '{}').replace('/project.json', '')])
    expect(brief(all)).toEqual(['5.txt: ok', '1.pdf: not-text', '2.txt: binary', '3.txt: empty', '4.txt: not-decodable', 'gone.txt: unreadable', 'P.synoptic: not-text'])
    expect(messageOf(all, 'gone.txt')).toBe('it is no longer there, or its name can’t be read')
    expect(messageOf(all, 'P.synoptic')).toContain('open it')
    expect(all.refused.map(({ message }) => message).join()).not.toContain(root)
  })

  test('a file that vanishes during the import', async () => {
    for (let i = 10; i < 40; i += 1) put(`${i}.txt`, `text ${i}`)
    const all = await imported([root], { found: () => { rmSync(join(root, '39.txt'), { force: true }) } })
    expect(brief(all)).toHaveLength(30)
    expect(brief(all).at(-1)).toBe('39.txt: unreadable')
  })

  test.runIf(process.getuid?.() !== 0)('a file one may not read (left out for root, who may)', async () => {
    chmodSync(put('1.txt', 'one'), 0)
    expect(messageOf(await imported([root]), '1.txt')).toBe('you are not allowed to read it')
  })

  test('reasons are those of the contract', () => {
    const here: RefusalReason = 'empty'
    const there: RefusedFile['reason'] = here
    expect(there).toBe('empty')
  })
})

describe('the same text again', () => {
  test('is found and said to be known: in the project, or earlier in this import whatever its encoding', async () => {
    put('1.txt', 'same\r\n'); put('2.txt', '\uFEFFsame\n'); put('3.txt', 'known')
    expect(brief(await imported([root], { known: new Map([[sha256('known'), 'The Meridian, 12 March']]) }))).toEqual([
      '1.txt: ok', '2.txt: same as “same” in the import', '3.txt: same as “The Meridian, 12 March” in the project',
    ])
  })
})

describe('an outlet', () => {
  const courier: Outlet = { id: 'o1', name: 'Lunde Courier', aliases: ['The Courier (Lunde)'], variables: {} }

  test('comes in under the name the project has for it', async () => {
    put('the courier (lunde)/1.txt', 'one'); put('LUNDE COURIER/2.txt', 'two'); put('Other/3.txt', 'three')
    const { items } = await imported([root], { outlets: [courier] })
    expect(items.map(({ article, problems }) => [article.outlet, problems.some(({ kind }) => kind === 'no-outlet')])).toEqual([['Lunde Courier', false], ['Other', false], ['Lunde Courier', false]])
  })
})

describe('progress and cancelling', () => {
  test('progress comes at the start, throttled, and at the end', async () => {
    for (let i = 0; i < 200; i += 1) put(`${i}.txt`, `text ${i}`)
    const heard: { done: number; total: number; now: string; found: number }[] = []
    await imported([root], { progress: (progress) => heard.push(progress) })
    expect(heard[0]).toEqual({ done: 0, total: 200, now: '', found: 0 })
    expect(heard.at(-1)).toEqual({ done: 200, total: 200, now: '', found: 200 })
    expect(heard.length).toBeLessThan(100)
  })

  test('an abort ends it and leaves what was found', async () => {
    for (let i = 0; i < 50; i += 1) put(`${i}.txt`, `text ${i}`)
    const stop = new AbortController()
    const all = await imported([root], { signal: stop.signal, found: (items) => { if (items.length === 2) stop.abort() } })
    expect(brief(all)).toEqual(['0.txt: ok', '1.txt: ok'])
    expect(brief(await imported([root], { signal: stop.signal }))).toEqual([])
  })
})

test('a single line of 10 MB is imported within 5 seconds', async () => {
  const path = put('line.txt', 'word '.repeat(2e6))
  const started = process.cpuUsage()
  expect(brief(await imported([path]))).toEqual(['line.txt: ok'])
  // The processor's time, not the clock's: other tests run at the same moment.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
})
