import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { PassageState } from '../../../domain/project/passage'
import type { PassageGroup } from '../../../domain/query/passageGroups'
import { reasonNames } from '../reasonNames'
import styles from './Boilerplate.module.css'
import { onDecisionKey } from './decisionKeys'

interface Props {
  readonly groups: readonly PassageGroup[]
  readonly current: PassageGroup | undefined
  readonly onChoose: (saying: string) => void
  readonly onDecide: (group: PassageGroup, to: PassageState) => void
}

/** Different lines, each with how often it stands in which outlet. Arrow keys move, Enter excludes, K keeps. */
export function GroupList({ groups, current, onChoose, onDecide }: Props) {
  const onKey = onDecisionKey((to) => { if (current) onDecide(current, to) })
  return (
    <div className={styles['frame']} onKeyDownCapture={onKey}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 52 }}>
        <ListBox
          autoFocus aria-label="Lines: Enter excludes, K keeps as text" items={groups.map((group) => ({ id: group.saying, group }))} selectionMode="single" selectionBehavior="replace" disallowEmptySelection
          className={styles['list'] ?? ''} selectedKeys={current ? [current.saying] : []}
          onSelectionChange={(chosen) => { for (const key of chosen === 'all' ? [] : chosen) onChoose(String(key)) }}
          renderEmptyState={() => <p className={styles['empty']}>Nothing here. Import proposes boilerplate by itself; “Look through all articles” does it now.</p>}
        >
          {({ group }) => (
            <ListBoxItem className={styles['row'] ?? ''} textValue={group.quote}>
              <span className={styles['line']}><bdi>{group.quote}</bdi></span>
              <small>{reasonNames[group.reason]} · {group.outlets.slice(0, 3).map(([outlet, count], i) => <span key={outlet}>{i > 0 && ', '}{count} in <bdi>{outlet || 'unknown outlet'}</bdi></span>)}{group.outlets.length > 3 && ` and ${group.outlets.length - 3} more`}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  )
}
