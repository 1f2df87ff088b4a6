import { refiCodebook, refiProject } from '../refi/readers'
import { ownJson } from './ownJson'
import { bratWork } from '../brat/reader'
import { doccanoWork } from '../doccano/reader'
import { labelStudioWork } from '../labelStudio/reader'
import type { WorkReader } from './reader'

/** Every format in which others' work comes, in the order they are asked; the first that recognises a file reads it. */
export const workReaders: readonly WorkReader[] = [
  ownJson,
  refiProject,
  refiCodebook,
  bratWork,
  doccanoWork,
  labelStudioWork,
]
