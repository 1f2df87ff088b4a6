import type { Campaign } from '../campaign'
import { harmAll, type Harms } from '../harness/harm'

const BLOCK = 4096
/** Makes the files with annotations several blocks long. */
const LONG = 'A note of some length. '.repeat(800)

type Ways = Readonly<Record<string, (bytes: Buffer, other: Buffer) => Buffer>>

const text = (...parts: readonly (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)))
const half = (bytes: Buffer): number => Math.floor(bytes.length / 2)
const zeros = (bytes: Buffer, from: number, to: number): Buffer => Buffer.concat([bytes.subarray(0, from), Buffer.alloc(Math.max(0, to - from)), bytes.subarray(to)])
const altered = (bytes: Buffer): Buffer => Buffer.from(bytes.toString().replace(/second|Friday/, 'Sunday'))

/** What crashes, disks, sync programs, version control and editors leave in place of a file; `other` is another file of the study. */
const ways: Ways = {
  'all zero bytes': (bytes) => Buffer.alloc(bytes.length),
  'one zero byte': () => Buffer.alloc(1),
  'zero bytes in the second half': (bytes) => zeros(bytes, half(bytes), bytes.length),
  'zero bytes in the first half': (bytes) => zeros(bytes, 0, half(bytes)),
  'zero bytes after its end': (bytes) => text(bytes, Buffer.alloc(BLOCK)),
  'its end cut to a sector and filled with zero bytes': (bytes) => zeros(bytes, Math.floor(bytes.length / 512) * 512 || 16, bytes.length),
  'nothing': () => Buffer.alloc(0),
  'null': () => text('null'),
  '0': () => text('0'),
  'false': () => text('false'),
  'an empty object': () => text('{}'),
  'an empty list': () => text('[]'),
  'blanks': (bytes) => Buffer.alloc(bytes.length, ' '),
  'bytes from a freed block': (bytes) => Buffer.from(Array.from(bytes, (_, at) => (at * 197 + 31) & 0xff)),
  'merge markers of git': (bytes) => text('<<<<<<< HEAD\n', bytes, '=======\n', altered(bytes), '>>>>>>> theirs\n'),
  'merge markers with the common ancestor': (bytes) => text('<<<<<<< ours\n', bytes, '||||||| base\n', altered(bytes), '=======\n', altered(bytes), '>>>>>>> theirs\n'),
  'merge markers of Subversion': (bytes) => text('<<<<<<< .mine\n', bytes, '||||||| .r1\n=======\n', altered(bytes), '>>>>>>> .r2\n'),
  'a pointer of a large-file store': (bytes) => text(`version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize ${bytes.length}\n`),
  'a page of a sign-in form': () => text('<!doctype html><title>Sign in</title>\n'),
  'itself twice': (bytes) => text(bytes, bytes),
  'the end of a longer file after its own': (bytes, other) => text(bytes, other.subarray(-64)),
  'half of another file': (bytes, other) => text(bytes.subarray(0, half(bytes)), other.subarray(half(other))),
  'another file': (_, other) => other,
  'one word altered': altered,
  'UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  'a byte that is no UTF-8': (bytes) => text(bytes.subarray(0, half(bytes)), Buffer.of(0xff), bytes.subarray(half(bytes))),
}

/** What leaves everything that is in a file of records; in a text every byte counts. */
const harmless: Ways = {
  'a mark at its beginning': (bytes) => text('\ufeff', bytes),
  'line ends of Windows': (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')),
  'line breaks and indents': (bytes) => (bytes[0] === 0x7b ? text(JSON.stringify(JSON.parse(bytes.toString()), null, 2)) : text(bytes, '\n')),
}

/** @param every one of so many ways is tried with each file, another with the next; each block only when all are */
const overwriting = (every: number): Harms => (file, bytes, study) => {
  const other = study.get(file === 'events.json' ? 'entities.json' : 'events.json') ?? Buffer.alloc(0)
  const all = (which: Ways, mayPass: boolean) => Object.entries(which).map(([name, way]) => ({ file, name: `holds ${name}`, bytes: () => way(bytes, other), mayPass }))
  const blocks = Array.from({ length: every === 1 ? Math.ceil(bytes.length / BLOCK) : 1 }, (_, n) => n * BLOCK)
    .map((at) => ({ file, name: `holds zero bytes from ${at} on for a block`, bytes: () => zeros(bytes, at, Math.min(bytes.length, at + BLOCK)) }))
  return [...all(ways, false), ...all(harmless, !file.endsWith('.txt')), ...blocks].filter((_, n) => (n + bytes.length) % every === 0)
}

export const overwrittenFiles: Campaign = {
  id: 'overwritten-files',
  title: 'Every kind of file of a project holds something else: zero bytes (whole, halves, each block of 4 KiB), merge markers, another file, another encoding',
  claim: 'a file that holds something else and is not noticed, is written over or is not kept; anything else that can’t be read because of it',
  run: async ({ full, say }) => {
    const { count, files, passed } = await harmAll(overwriting(full ? 1 : 6), say, full ? LONG : undefined)
    return count.outcome(`${files} files; ${passed} times it held the same in another form`)
  },
}
