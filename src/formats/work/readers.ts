import { basilWork } from '../basil/reader'
import { bratWork } from '../brat/reader'
import { doccanoWork } from '../doccano/reader'
import { labelStudioWork } from '../labelStudio/reader'
import { newsMtscWork } from '../newsMtsc/reader'
import { refiCodebook, refiProject } from '../refi/readers'
import { w3cWork } from '../w3c/reader'
import { webannoWork } from '../webanno/reader'
import { ownJson } from './ownJson'
import { qualcoder } from './qualcoder'
import type { WorkReader } from './reader'
import { taguette } from './taguette'

/** Every format in which others' work comes, in the order they are asked; the first that recognises a file reads it. */
export const workReaders: readonly WorkReader[] = [
  ownJson,
  refiProject,
  refiCodebook,
  taguette,
  qualcoder,
  basilWork,
  bratWork,
  doccanoWork,
  labelStudioWork,
  newsMtscWork,
  w3cWork,
  webannoWork,
]
