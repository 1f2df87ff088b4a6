import { useEffect, useState } from 'react'
import type { DamagedFile } from '../../../domain/project/damagedFile'
import type { FileVersion, Replacement } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { useDesk, useSession } from '../desk'
import { Versions } from '../recovery/Versions'
import { countOf, moment } from '../recovery/words'
import type { DamageGroup } from './damageGroups'
import styles from './ProjectView.module.css'

/** What is wrong with one file of the open project, or with several in the same way, and what can come in its place. */
export function Damage({ group: { name, files } }: { readonly group: DamageGroup }) {
  const { app } = useDesk()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const [one] = files
  const [away, newer] = [one?.kind === 'in-cloud', one?.kind === 'newer']
  const found = useVersions(files)
  // Whatever came in the place of a file that is still to come, its sync service would take for the newer one.
  const versions = away || newer ? [] : found
  const previous = files.length === 1 ? one?.previous : null
  const mend = (how: Replacement | 'again'): void => { void app.mend(files.map(({ file }) => file), how) }
  if (!one) return null
  const gone = one.kind === 'missing'
  const mayBeginAnew = !away && !newer && versions !== null && session.readOnly === null && files.every(({ file, previous: before }) => !before && /^(annotations|articles\/index)\//.test(file))
  return (
    <div className={`${styles['banner']} ${styles['damage']}`} role="alert">
      <div>
        <div className={styles['told']}>
          {newer ? <><b>{name} {files.length === 1 ? 'was' : 'were'} written by a newer version of Synoptic</b> and can only be looked at here; {files.length === 1 ? 'it is' : 'they are'} left unchanged. Open the project with that version to go on coding there. </> : gone
            ? <><b>{name} can’t be found:</b> {files.length === 1 ? `${one.file} was there and is gone` : `${files.length.toLocaleString('en')} files were there and are gone`}. If the folder is synced or copied, wait until that has finished, then look again. </>
            : <><b>{name} {away ? 'can’t be read yet' : files.length === 1 ? 'is damaged' : 'are damaged'}:</b> {files.length === 1 ? 'it' : 'each'} {one.problem}. {files.length === 1 && one.keptAs !== '' && <>The file as it is was kept as {one.keptAs}. </>}</>}
          {previous
            ? `The version before it, of ${moment(previous.written)}, holds ${countOf('', previous.records)}; what was done after that is not in it.`
            : (versions?.length ?? 0) > 0 ? 'There are snapshots of it on this computer. The rest of the project is open and can be worked on.' : `${away || newer ? '' : 'There is no version before it. '}The rest of the project is open and can be worked on.`}
          {mayBeginAnew && versions.length === 0 && ` Started afresh, it is empty${gone ? '' : '; the damaged file stays where it was kept'}.`}
        </div>
        {open && versions && <Versions label={`Snapshots of ${name}`} disabled={false} offers={versions.map(({ snapshot, taken, records, files: has }) => ({
          key: snapshot, written: taken, from: 'Snapshot', holds: one.file.startsWith('articles/text/') ? 'The text as it was imported. Nothing is lost by that.' : `${countOf(one.file, records)}${files.length > 1 ? ` in ${has} of ${files.length} files` : ''}. What was done after that is not in it.`,
          action: 'Put this back', run: () => { mend({ snapshot }) },
        }))} />}
      </div>
      {(gone || away) && <Button onClick={() => { mend('again') }}>Look again</Button>}
      {(versions?.length ?? 0) > 0 && <Button aria-expanded={open} onClick={() => { setOpen(!open) }}>{open ? 'Hide snapshots' : `Snapshots (${versions?.length ?? 0}) …`}</Button>}
      {previous && <Button onClick={() => { mend('previous') }}>Go back to that version</Button>}
      {mayBeginAnew && versions.length === 0 && <Button onClick={() => { mend('nothing') }}>Start {files.length === 1 ? 'it' : 'them'} afresh</Button>}
    </div>
  )
}

/** What snapshots have of the files; null while that is not known. */
function useVersions(files: readonly DamagedFile[]): readonly FileVersion[] | null {
  const { app: { bridge } } = useDesk()
  const { opened: { handle } } = useSession()
  const [versions, setVersions] = useState<readonly FileVersion[] | null>(null)
  const names = files.map(({ file }) => file).join('\n')
  useEffect(() => {
    let current = true
    void bridge.call('recovery.versions', { project: handle, files: names.split('\n') }).then((answer) => { if (current) setVersions(answer.ok ? answer.value : []) })
    return () => { current = false }
  }, [bridge, handle, names])
  return versions
}
