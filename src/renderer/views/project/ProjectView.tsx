import { useEffect } from 'react'
import { THE } from '../../../domain/project/records'
import { useCell } from '../../store/watch'
import { AnnotationsView } from '../annotations/AnnotationsView'
import { ArticlesView } from '../articles/ArticlesView'
import { CodebookView } from '../codebook/CodebookView'
import { CopiesView } from '../copies/CopiesView'
import { useDesk, useSession } from '../desk'
import { ExportView } from '../export/ExportView'
import { FindView } from '../find/FindView'
import { Announcer } from '../read/Announcer'
import { ImportView } from '../import/ImportView'
import { OutletsView } from '../outlets/OutletsView'
import { EntitiesView } from '../entities/EntitiesView'
import { EventsView } from '../events/EventsView'
import { ReadView } from '../read/ReadView'
import { SynopsisView } from '../synopsis/SynopsisView'
import { WorkView } from '../work/WorkView'
import { Banners } from './Banners'
import { ElsewhereBanners } from './ElsewhereBanners'
import { Header } from './Header'
import styles from './ProjectView.module.css'
import { StatusBar } from './StatusBar'

/** An open project: header, what needs attention, the view, the status. */
export default function ProjectView() {
  const { app } = useDesk()
  const { view } = useCell(app.layout)
  const importing = useCell(app.jobs.assistant)
  const exporting = useCell(app.exporting.current)
  const work = useCell(app.works.assistant)
  const name = useSession().records.project.get(THE)?.name ?? ''
  useEffect(() => {
    document.title = `${name} – Synoptic`
    return () => { document.title = 'Synoptic' }
  }, [name])
  if (importing) return <div className={styles['project']}><ImportView assistant={importing} /></div>
  if (work) return <div className={styles['project']}><WorkView assistant={work} /></div>
  return (
    <>
      {/* It stays where it is: what was ticked and how far one had read. */}
      <div className={styles['project']} inert={exporting !== null}>
        <Header />
        <Banners />
        <ElsewhereBanners />
        {view === 'read' && <ReadView />}
        {view === 'read' && <Announcer />}
        {view === 'synopsis' && <SynopsisView />}
        {view === 'articles' && <ArticlesView />}
        {view === 'outlets' && <OutletsView />}
        {view === 'annotations' && <AnnotationsView />}
        {view === 'find' && <FindView />}
        {view === 'codebook' && <CodebookView />}
        {view === 'entities' && <EntitiesView />}
        {view === 'copies' && <CopiesView />}
        {view === 'events' && <EventsView />}
        <StatusBar />
      </div>
      {exporting && <div className={styles['over']}><ExportView assistant={exporting} /></div>}
    </>
  )
}
