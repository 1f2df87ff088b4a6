import { renameOutlet, setOutletAliases, setOutletVariable } from '../../../domain/changes/commands/outlets'
import { LONGEST_LINE } from '../../../domain/project/limits'
import { knownOutlets, type KnownOutlet } from '../../../domain/query/outlets'
import { carryOut } from '../../commands/carryOut'
import { TextBox } from '../../controls/TextBox'
import { useDesk, useSession } from '../desk'
import { goDown } from '../goDown'
import { FIXED } from './outletRows'
import styles from './OutletsView.module.css'

interface Props {
  readonly outlet: KnownOutlet
  readonly index: number
  readonly properties: readonly string[]
  /** Indices of those that are drawn. */
  readonly shown: readonly number[]
}

/** An outlet in its row: everything can be changed in place. */
export function OutletCells({ outlet: { name, articles, record }, index, properties, shown }: Props) {
  const desk = useDesk()
  const session = useSession()
  const { records } = session
  const common = { flat: true, maxLength: LONGEST_LINE, disabled: session.readOnly !== null, onKeyDown: goDown } as const
  const rename = (typed: string): void => {
    const to = typed.trim()
    // Two become one only when somebody says so.
    if (to !== name && knownOutlets(records).some((one) => one.name === to)) desk.overlay.set({ kind: 'merge-outlets', outlets: [name, to] })
    else void carryOut(desk, renameOutlet(records, { name, to }, session.circumstances()))
  }
  const aliases = (record?.aliases ?? []).join('; ')
  return (
    <>
      <span role="cell"><TextBox {...common} aria-label={`Name of ${name}`} data-cell={`name ${index}`} value={name} title={name} className={styles['name'] ?? ''} onCommit={rename} /></span>
      <span role="cell" className={styles['number']}>{articles.toLocaleString('en')}</span>
      <span role="cell"><TextBox {...common} aria-label={`Other names of ${name}`} data-cell={`aliases ${index}`} value={aliases} placeholder="none" title={aliases || 'Other names, with semicolons between them'} onCommit={(text) => {
        void carryOut(desk, setOutletAliases(records, { name, aliases: text.split(';') }, session.circumstances()))
      }} /></span>
      {shown.map((column) => ({ column, property: properties[column] ?? '' })).map(({ column, property }) => (
        <span key={property} role="cell" aria-colindex={FIXED + column + 1} style={{ gridColumn: FIXED + column + 1 }}><TextBox {...common} aria-label={`${property} of ${name}`} data-cell={`${property.replace(/\s/g, '_')} ${index}`} value={valueOf(record, property)} placeholder="unknown" onCommit={(value) => {
          session.perform(setOutletVariable(records, { names: [name], variable: property, value }, session.circumstances()))
        }} /></span>
      ))}
    </>
  )
}

const valueOf = (record: KnownOutlet['record'], property: string): string => (record && Object.hasOwn(record.variables, property) ? record.variables[property] ?? '' : '')
