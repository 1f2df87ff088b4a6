import { useEffect, useState } from 'react'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** Says what will happen while files are held over the window. */
export function DropHint() {
  const { app } = useDesk()
  const over = useFilesOver()
  if (!over) return null
  const session = app.session.get()
  const text = session === null ? 'Open or make a project first, then drop files on it.' : session.readOnly === null ? 'Drop to import' : 'This project is read only: nothing can be imported.'
  return <div className={styles['drop']}><p>{text}</p></div>
}

/** True while files are dragged over the window. */
function useFilesOver(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Entering and leaving is told of every element on the way: the last one entered counts.
    let last: EventTarget | null = null
    const enter = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      last = event.target
      setOver(true)
    }
    const leave = (event: DragEvent): void => { if (event.target === last) setOver(false) }
    const drop = (): void => { setOver(false) }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
