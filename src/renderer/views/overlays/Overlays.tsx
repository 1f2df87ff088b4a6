import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { ArticlePalette } from './ArticlePalette'
import { BoilerplateDialog } from './BoilerplateDialog'
import { CodebookOfferDialog } from './CodebookOfferDialog'
import { CodeHitsDialog } from './CodeHitsDialog'
import { CodePalette } from './CodePalette'
import { CodePlacesDialog } from './CodePlacesDialog'
import { CodesForPalette } from './CodesForPalette'
import { CommandPalette } from './CommandPalette'
import { ConfirmDialog } from './ConfirmDialog'
import { DeleteFromCodebook } from './DeleteFromCodebook'
import { DeleteEntitiesDialog, MergeEntitiesDialog } from './EntityDialogs'
import { ElsewhereDialog } from './ElsewhereDialog'
import { DropHint } from './DropHint'
import { EqualPassagesDialog } from './EqualPassagesDialog'
import { EventDialog, NewEventDialog } from './EventDialogs'
import { EventPalette } from './EventPalette'
import { ComparePalette } from './ComparePalette'
import { MergeEventsDialog } from './MergeEventsDialog'
import { SplitEventDialog } from './SplitEventDialog'
import { GoBackDialog } from '../snapshots/GoBackDialog'
import { SnapshotsDialog } from '../snapshots/SnapshotsDialog'
import { HistoryDialog } from './HistoryDialog'
import { JobDialog } from './JobDialog'
import { KeysDialog } from './KeysDialog'
import { LogDialog } from './LogDialog'
import { MemoDialog } from './MemoDialog'
import { MergeOutletsDialog } from './MergeOutletsDialog'
import { MergeDialog } from './MergeDialog'
import { CorrectDialog } from './CorrectDialog'
import { CorrectedDialog } from './CorrectedDialog'
import { PlacePalette } from './PlacePalette'
import { NewProjectDialog } from './NewProjectDialog'
import { NoticeDialog } from './NoticeDialog'
import { SplitDialog } from './SplitDialog'
import { PreparedCodebookPalette } from './PreparedCodebookPalette'
import { RegisterDialog } from './RegisterDialog'
import { ReportDialog } from './ReportDialog'
import { UnexpectedDialog } from './UnexpectedDialog'

/** Whatever lies over the desk: what went wrong unexpectedly before a notice, that before long work before what was asked for. */
export default function Overlays() {
  const { app, overlay } = useDesk()
  const asked = useCell(overlay)
  const notice = useCell(app.notice)
  const job = useCell(app.jobs.current)
  const unexpected = useCell(app.unexpected.shown)
  if (unexpected !== null) return <UnexpectedDialog place={unexpected} />
  if (notice !== null) return <NoticeDialog text={notice} />
  if (job) return <JobDialog job={job} />
  switch (asked?.kind) {
    case 'commands': return <CommandPalette />
    case 'articles': return <ArticlePalette />
    case 'codes': return <CodePalette recode={asked.recode} />
    case 'codes-for': return <CodesForPalette purpose={asked.purpose} />
    case 'merge-codes': return <MergeDialog codes={asked.codes} />
    case 'split-code': return <SplitDialog code={asked.code} />
    case 'delete-from-codebook': return <DeleteFromCodebook node={asked.node} />
    case 'confirm': return <ConfirmDialog {...asked} />
    case 'boilerplate': return <BoilerplateDialog />
    case 'history': return <HistoryDialog />
    case 'elsewhere': return <ElsewhereDialog />
    case 'go-back': return <GoBackDialog />
    case 'snapshots': return <SnapshotsDialog />
    case 'keys': return <KeysDialog />
    case 'log': return <LogDialog />
    case 'report': return <ReportDialog />
    case 'correct': return <CorrectDialog key={asked.article} article={asked.article} />
    case 'corrected': return <CorrectedDialog changed={asked.changed} lost={asked.lost} />
    case 'place': return <PlacePalette />
    case 'memo': return <MemoDialog on={asked.on} />
    case 'new-project': return <NewProjectDialog />
    case 'prepared-codebooks': return <PreparedCodebookPalette list={asked.list} />
    case 'codebook-offer': return <CodebookOfferDialog offer={asked.offer} />
    case 'equal-passages': return <EqualPassagesDialog words={asked.words} code={asked.code} />
    case 'code-hits': return <CodeHitsDialog hits={asked.hits} />
    case 'code-places': return <CodePlacesDialog places={asked.places} />
    case 'register': return <RegisterDialog name={asked.name} />
    case 'merge-entities': return <MergeEntitiesDialog entities={asked.entities} />
    case 'delete-entities': return <DeleteEntitiesDialog entities={asked.entities} />
    case 'merge-outlets': return <MergeOutletsDialog outlets={asked.outlets} />
    case 'new-event': return <NewEventDialog articles={asked.articles} />
    case 'event': return <EventDialog event={asked.event} />
    case 'choose-event': return <EventPalette purpose={asked.purpose} />
    case 'compare-event': return <ComparePalette />
    case 'merge-events': return <MergeEventsDialog from={asked.from} into={asked.into} />
    case 'split-event': return <SplitEventDialog event={asked.event} />
    case undefined: return <DropHint />
  }
}
