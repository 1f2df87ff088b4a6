import { ChevronDown, ChevronRight } from 'lucide-react'
import type { CSSProperties, HTMLAttributes, MouseEvent } from 'react'
import { Keys } from '../../controls/Keys'
import { Swatch } from '../../controls/Swatch'
import { keyParts } from '../../commands/keys'
import type { Zone } from '../../store/codebook/places'
import type { TreeRow } from '../../store/codebook/rows'
import { useDesk } from '../desk'
import { NameBox } from './NameBox'
import styles from './Tree.module.css'
import { counted } from './words'

interface Props {
  readonly id: string | undefined
  readonly row: TreeRow
  readonly style: CSSProperties
  /** How many annotations carry the code. */
  readonly use: number
  readonly active: boolean
  readonly taken: boolean
  readonly renaming: boolean
  /** Where what is dragged over it would land. */
  readonly zone: Zone | null
  readonly onRename: (name: string) => void
  readonly onClick: (event: MouseEvent) => void
  readonly drag: HTMLAttributes<HTMLDivElement> & { readonly draggable: boolean }
}

const amount = { one: 'one', many: 'several' } as const

/** One row of the outline. */
export function TreeLine({ id, row, style, use, active, taken, renaming, zone, onRename, onClick, drag }: Props) {
  const desk = useDesk()
  const { code, dimension, open, level } = row
  const name = code?.name ?? dimension.name
  return (
    // Keys are heard by the tree.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above; aria-activedescendant points here
    <div
      {...drag} draggable={drag.draggable && !renaming} id={id} role="treeitem" aria-level={level} aria-posinset={row.position} aria-setsize={row.size} aria-expanded={open ?? undefined} aria-selected={active || taken}
      aria-label={[name, code ? code.key !== '' && `key ${code.key}` : `${dimension.unit}, ${amount[dimension.choice]}`, code && use > 0 && counted(use, 'annotation')].filter(Boolean).join(', ')}
      className={[styles['row'], code ? '' : styles['dimension'], active ? styles['active'] : '', taken ? styles['taken'] : '', zone ? styles[zone] : ''].join(' ')}
      style={{ ...style, paddingLeft: 8 + (level - 1) * 16, '--indent': `${28 + (level - 1) * 16}px` } as CSSProperties}
      onClick={onClick} onDoubleClick={() => { desk.app.codebook.update((state) => ({ ...state, renaming: row.key })) }}
    >
      <span className={styles['twist']} data-twist={open === null ? undefined : ''} aria-hidden="true">{open === null ? null : open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}</span>
      {code && <Swatch colour={code.colour} mark={dimension.mark} />}
      {renaming ? <NameBox label={`Name of ${name}`} value={name} onEnd={onRename} /> : <span className={styles['name']}><bdi>{name}</bdi></span>}
      {code ? (
        <>
          <span className={styles['use']}>{use > 0 ? use.toLocaleString('en-GB') : ''}</span>
          <span className={styles['key']}>{code.key !== '' && <Keys parts={keyParts(code.key, desk.mac)} />}</span>
        </>
      ) : <span className={styles['unit']}>{dimension.unit}, {amount[dimension.choice]}</span>}
    </div>
  )
}
