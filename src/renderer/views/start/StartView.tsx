import { FolderOpen, Plus, BookOpenText, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './StartView.module.css'

/** The first screen: who codes, and which project. */
export function StartView() {
  const desk = useDesk()
  const { coderName } = useCell(desk.app.settings)
  const opening = useCell(desk.app.opening)
  return (
    <main className={styles['start']}>
      <section className={styles['card']}>
        <h1 className={styles['name']}>Synoptic</h1>
        <p className={styles['what']}>A desk for coding news by hand, several outlets side by side.</p>
        {coderName === '' ? <WhoCodes /> : <Choose />}
        {opening && <p role="status" className={styles['status']}>Opening …</p>}
      </section>
    </main>
  )
}

function WhoCodes() {
  const { app } = useDesk()
  const [name, setName] = useState('')
  return (
    <form className={styles['who']} onSubmit={(event) => {
      event.preventDefault()
      if (name.trim() !== '') void app.changeSettings({ coderName: name.trim() })
    }}>
      <label htmlFor="coder-name">Your name as a coder</label>
      <p className={styles['hint']}>It stands beside everything you code, so that a team can tell its coders apart. It stays in your projects and is sent nowhere.</p>
      <div className={styles['row']}>
        <input id="coder-name" className={styles['input']} value={name} maxLength={200} autoComplete="off" autoFocus onChange={(event) => { setName(event.target.value) }} />
        <Button kind="main" type="submit" disabled={name.trim() === ''}>Continue</Button>
      </div>
    </form>
  )
}

function Choose() {
  const desk = useDesk()
  const { app } = desk
  const recent = useCell(app.recent)
  const opening = useCell(app.opening)
  return (
    <>
      <div className={styles['ways']}>
        <button type="button" className={styles['way']} disabled={opening} onClick={() => { desk.overlay.set({ kind: 'new-project' }) }}>
          <Plus size={18} /><b>New project</b><span>A folder for your articles and codes</span>
        </button>
        <button type="button" className={styles['way']} disabled={opening} onClick={() => { void app.open({ from: 'dialog' }) }}>
          <FolderOpen size={18} /><b>Open project</b><span>A folder ending in .synoptic</span>
        </button>
        <button type="button" className={styles['way']} disabled={opening} onClick={() => { void app.open({ from: 'sample' }) }}>
          <BookOpenText size={18} /><b>Sample project</b><span>One event as five outlets tell it, partly coded</span>
        </button>
      </div>
      <h2 className={styles['heading']}>Recent projects</h2>
      {recent.length === 0 && <p className={styles['hint']}>Projects you open will be listed here.</p>}
      <ul className={styles['recent']}>
        {recent.map((project) => (
          <li key={project.id}>
            <button type="button" className={styles['project']} disabled={opening} onClick={() => { void app.open({ from: 'recent', recent: project.id }) }}>
              <b><bdi>{project.name}</bdi></b><span>{project.place}</span>
            </button>
            <button type="button" className={styles['forget']} aria-label={`Take ${project.name} off this list`} onClick={() => { void app.forget(project.id) }}><X size={13} /></button>
          </li>
        ))}
      </ul>
      <Coder />
    </>
  )
}

function Coder() {
  const { app } = useDesk()
  const { coderName } = useCell(app.settings)
  return (
    <p className={styles['coder']}>
      Coding as <b><bdi>{coderName}</bdi></b>
      <Button kind="quiet" onClick={() => { void app.changeSettings({ coderName: '' }) }}>Change</Button>
    </p>
  )
}
