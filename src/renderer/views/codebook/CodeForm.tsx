import { Select } from '../../controls/Select'
import { Swatch } from '../../controls/Swatch'
import { TextArea } from '../../controls/TextArea'
import { TextBox } from '../../controls/TextBox'
import { goTo } from '../../commands/codebookActions'
import { editCode } from '../../../domain/changes/commands/codebook/codes'
import type { Code, Codebook } from '../../../domain/project/codebook'
import type { CodeEntry } from '../../../domain/project/codes'
import { LONGEST_MEMO } from '../../../domain/project/limits'
import { dimensionKey } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'
import { Acts } from './Acts'
import { ColourChoice } from './ColourChoice'
import { Examples } from './Examples'
import { FieldList } from './FieldList'
import styles from './Form.module.css'
import { KeyBox } from './KeyBox'
import { Outdated } from './Outdated'
import { Row } from './Row'
import { asking, scores } from './words'

/** Everything that is said about a code. */
export function CodeForm({ entry, codebook }: { readonly entry: CodeEntry; readonly codebook: Codebook }) {
  const desk = useDesk()
  const session = useSession()
  const { code, dimension, path, fields } = entry
  const disabled = session.readOnly !== null
  const set = (change: Partial<Omit<Code, 'id' | 'codes' | 'revised'>>): void => { session.perform(editCode(session.records, code.id, change, session.circumstances())) }
  const inherited = fields.slice(0, fields.length - code.fields.length)
  return (
    <div className={styles['form']}>
      <header className={styles['head']}>
        <Swatch colour={code.colour} mark={dimension.mark} />
        <TextBox flat className={styles['name'] ?? ''} aria-label="Name of the code" value={code.name} disabled={disabled} onCommit={(name) => (name.trim() === '' ? false : set({ name: name.trim() }))} />
        <Acts ids={['codebook.move', 'codebook.merge', 'codebook.split', 'codebook.delete']} />
      </header>
      <p className={styles['path']}><bdi>{path.slice(0, -1).join(' › ')}</bdi>{code.revised > 0 && <> · <Outdated entry={entry} /></>}</p>
      <Row label="Definition"><TextArea aria-label="Definition" value={code.definition} disabled={disabled} rows={2} placeholder="What the code means, in a sentence or two" onCommit={(definition) => { set({ definition: definition.trim() }) }} /></Row>
      <Row label="Yes"><TextArea aria-label="Yes: what counts" value={code.include} disabled={disabled} placeholder="What counts" onCommit={(include) => { set({ include: include.trim() }) }} /></Row>
      <Row label="Not"><TextArea aria-label="Not: what does not count" value={code.exclude} disabled={disabled} placeholder="What looks like it and does not count" onCommit={(exclude) => { set({ exclude: exclude.trim() }) }} /></Row>
      <Row label="Examples" group><Examples code={code} disabled={disabled} /></Row>
      <Row label="Colour"><ColourChoice value={code.colour} mark={dimension.mark} disabled={disabled} onChoose={(colour) => { set({ colour }) }} /></Row>
      <Row label="Key"><KeyBox code={code} codebook={codebook} disabled={disabled} /></Row>
      <Row label="Memo"><TextArea maxLength={LONGEST_MEMO} aria-label="Memo" value={code.memo} disabled={disabled} enterEnds={false} rows={2} placeholder="What the team should know, open questions" onCommit={(memo) => { set({ memo: memo.trim() }) }} /></Row>
      <h3 className={styles['section']}>Fields</h3>
      <p className={styles['lead']}>
        {inherited.length > 0 && <>It asks for {inherited.map((field) => field.name).join(', ')}, which {inherited.length === 1 ? 'is a field' : 'are fields'} of <button type="button" className={styles['text']} onClick={() => { goTo(desk, dimensionKey(dimension.id)) }}><bdi>{dimension.name}</bdi></button>{path.length > 2 && ' or a code above'}. </>}
        {code.codes.length > 0 ? 'Fields added here hold for this code and the codes below it.' : 'Fields added here hold for this code only.'}
      </p>
      <FieldList fields={code.fields} above={inherited} disabled={disabled} onFields={(change) => { set({ fields: change(session.codes().get(code.id)?.code.fields ?? []) }) }} />
      {fields.length > 0 && (
        <>
          <Row label="Asked"><Select label="When its fields are asked" value={code.ask} choices={asking} disabled={disabled} onChoose={(ask) => { set({ ask }) }} /></Row>
          <Row label="Score" hint={code.score === 'mean' ? 'Yes counts 1 and no 0; scales and numbers count as they are.' : undefined}><Select label="Score" value={code.score} choices={scores} disabled={disabled} onChoose={(score) => { set({ score }) }} /></Row>
        </>
      )}
    </div>
  )
}
