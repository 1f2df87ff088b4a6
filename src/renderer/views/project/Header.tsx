import { THE } from '../../../domain/project/records'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import styles from './ProjectView.module.css'

const views = [
  ['read', 'Read'],
  ['synopsis', 'Synopsis'],
  ['articles', 'Articles'],
  ['entities', 'Entities'],
  ['annotations', 'Annotations'],
  ['find', 'Find'],
  ['codebook', 'Codebook'],
] as const

export function Header() {
  const desk = useDesk()
  const session = useSession()
  const layout = useCell(desk.app.layout)
  const event = layout.event === null ? undefined : session.records.event.get(layout.event)
  const outlets = new Set(layout.event === null ? [] : [...session.records.article.values()].filter((one) => one.event === layout.event && one.outlet !== '').map((one) => one.outlet))
  return (
    <header className={styles['header']}>
      <span className={styles['study']} title={session.opened.place}><bdi>{session.records.project.get(THE)?.name}</bdi></span>
      <nav className={styles['views']} aria-label="Views">
        {views.map(([id, name]) => (
          <button key={id} type="button" className={styles['view']} aria-current={layout.view === id || (layout.view === 'outlets' && id === 'articles') ? 'page' : undefined}
            onClick={() => { desk.app.layout.update((now) => ({ ...now, view: id })) }}>{name}</button>
        ))}
      </nav>
      {event && layout.view === 'read' && (
        <span className={styles['crumb']}><bdi>{event.name}</bdi>{outlets.size > 0 && ` · ${outlets.size} ${outlets.size === 1 ? 'outlet' : 'outlets'}`}{event.date !== '' && ` · ${event.date}`}</span>
      )}
      <button type="button" className={styles['find']} onClick={() => { desk.overlay.set({ kind: 'commands' }) }}>
        Find or do anything <CommandKeys command="help.commands" />
      </button>
    </header>
  )
}
