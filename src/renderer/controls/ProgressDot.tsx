import type { Progress } from '../../domain/project/progress'
import styles from './ProgressDot.module.css'

export const progressWords: Readonly<Record<Progress, string>> = { open: 'Not coded yet', begun: 'Begun', coded: 'Coded', none: 'Coded: none' }

/** How far the coding of something is, as a small circle. @param label left out where the words stand beside it */
export function ProgressDot({ progress, label }: { readonly progress: Progress; readonly label?: string }) {
  return <i className={styles['dot']} data-progress={progress} {...(label !== undefined && { title: label, role: 'img', 'aria-label': label })} />
}
