import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { ArticlePalette } from './ArticlePalette'
import { CodebookOfferDialog } from './CodebookOfferDialog'
import { CodePalette } from './CodePalette'
import { CommandPalette } from './CommandPalette'
import { EqualPassagesDialog } from './EqualPassagesDialog'
import { DropHint } from './DropHint'
import { EventDialog, NewEventDialog } from './EventDialogs'
import { JobDialog } from './JobDialog'
import { KeysDialog } from './KeysDialog'
import { NewProjectDialog } from './NewProjectDialog'
import { NoticeDialog } from './NoticeDialog'
import { PreparedCodebookPalette } from './PreparedCodebookPalette'

/** Whatever lies over the desk: a notice before long work before what was asked for. */
export default function Overlays() {
  const { app, overlay } = useDesk()
  const asked = useCell(overlay)
  const notice = useCell(app.notice)
  const job = useCell(app.jobs.current)
  if (notice !== null) return <NoticeDialog text={notice} />
  if (job) return <JobDialog job={job} />
  switch (asked?.kind) {
    case 'commands': return <CommandPalette />
    case 'articles': return <ArticlePalette />
    case 'codes': return <CodePalette recode={asked.recode} />
    case 'keys': return <KeysDialog />
    case 'new-project': return <NewProjectDialog />
    case 'prepared-codebooks': return <PreparedCodebookPalette list={asked.list} />
    case 'codebook-offer': return <CodebookOfferDialog offer={asked.offer} />
    case 'equal-passages': return <EqualPassagesDialog words={asked.words} code={asked.code} />
    case 'new-event': return <NewEventDialog articles={asked.articles} />
    case 'event': return <EventDialog event={asked.event} />
    case undefined: return <DropHint />
  }
}
