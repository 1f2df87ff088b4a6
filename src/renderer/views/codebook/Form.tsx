import { codeAtHand, dimensionAtHand, takenCodes } from '../../commands/codebookActions'
import type { Codebook } from '../../../domain/project/codebook'
import { useDesk, useSession } from '../desk'
import { CodeForm } from './CodeForm'
import { DimensionForm } from './DimensionForm'
import styles from './Form.module.css'
import { TakenForm } from './TakenForm'

/** What is at hand in the outline: a dimension, a code, or several codes taken together. */
export function Form({ codebook }: { readonly codebook: Codebook }) {
  const desk = useDesk()
  useSession()
  const taken = takenCodes(desk)
  const entry = codeAtHand(desk)
  const dimension = dimensionAtHand(desk)
  if (taken.length > 0) return <TakenForm codes={taken} />
  if (entry) return <CodeForm key={entry.code.id} entry={entry} codebook={codebook} />
  if (dimension) return <DimensionForm key={dimension.id} dimension={dimension} />
  return codebook.dimensions.length > 0 && <p className={styles['nothing']}>Choose a dimension or code to see and change what it means.</p>
}
