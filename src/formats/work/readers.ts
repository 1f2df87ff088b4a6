import { refiCodebook, refiProject } from '../refi/readers'
import { ownJson } from './ownJson'
import type { WorkReader } from './reader'

/** Every format in which others' work comes, in the order they are asked; the first that recognises a file reads it. */
export const workReaders: readonly WorkReader[] = [
  ownJson,
  refiProject,
  refiCodebook,
]
