import { z } from 'zod'
import type { FileKind } from './fileKind'
import { parse } from './parse'

/** Takes one kind of file from version `to - 1` to version `to`; kinds it doesn't name pass unchanged. */
export interface Migration {
  readonly to: number
  readonly why: string
  readonly files: Partial<Record<FileKind, (data: unknown) => unknown>>
}

const shard1 = z.looseObject({ annotations: z.array(z.looseObject({ article: z.string() })) })

/** Every change of format there has been, oldest first: one entry for each version after 1. */
export const migrations: readonly Migration[] = [
  {
    to: 2,
    why: 'Events are coded too, so an annotation names its subject rather than its article. What else came with version 2 has defaults.',
    files: {
      annotations: (data) => {
        const { annotations, ...rest } = parse(shard1, data, 'annotations')
        return { ...rest, annotations: annotations.map(({ article, ...annotation }) => ({ ...annotation, subject: article })) }
      },
    },
  },
  {
    to: 3,
    why: 'The list of articles stands in many small files (see storage/articleIndex). What else came with version 3 has defaults.',
    files: {},
  },
  {
    to: 4,
    why: 'What researchers decide on shared passages is kept (rulings.json), which an earlier Synoptic would lose. All of it has defaults.',
    files: {},
  },
  {
    to: 5,
    why: 'Each file says by which write each of its records came (domain/merge), which an earlier Synoptic would lose. Files without it count as one write.',
    files: {},
  },
]
