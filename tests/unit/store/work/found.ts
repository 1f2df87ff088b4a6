import type { FoundWorkFile, RefusedFile, WorkFindings } from '../../../../src/preload/contract'

/** A file with one coder's coding, all of it new and placed beyond doubt. */
export const found = (key: string, more: Partial<FoundWorkFile> = {}): FoundWorkFile => ({
  key, file: `${key}.qdpx`, format: 'REFI-QDA project', program: 'NVivo 12', name: 'Harbour', documents: { total: 2, known: 1, missing: 0 }, coders: [{ key: 'u1', name: 'Ada', codings: 3, here: 'ada', certain: false }],
  codes: 2, knownCodes: 0, codings: 3, placed: 3, fresh: { articles: 1, annotations: 3, codes: 2 }, readings: [], reading: { unit: 'code-point', breaks: 'lf' }, examples: [], losses: [], ...more,
})

export const findings = (files: readonly FoundWorkFile[], refused: readonly RefusedFile[] = []): WorkFindings => ({ found: files, refused, cancelled: false })

const score = (unit: 'code-point' | 'utf16', value: number) => ({ reading: { unit, breaks: 'lf' }, score: value, compared: 10, against: 'word-bounds' }) as const

/** Of a file whose positions could count two things, neither of them well. */
export const doubtful = { reading: null, readings: [score('code-point', 0.5), score('utf16', 0.4)] } as const
