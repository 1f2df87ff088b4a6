import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { Autocomplete, Collection, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { confirms } from './confirms'
import styles from './Palette.module.css'

export interface PaletteItem {
  readonly id: string
  readonly text: string
  /** Stands behind the text, in a quieter colour. */
  readonly detail?: string
  readonly before?: ReactNode
  readonly after?: ReactNode
}

export interface PaletteSection {
  readonly name: string
  readonly items: readonly PaletteItem[]
}

interface Props {
  readonly label: string
  readonly sections: readonly PaletteSection[]
  readonly onChoose: (id: string, how: { readonly shift: boolean }) => void
  readonly onClose: () => void
  readonly foot?: ReactNode
  readonly empty: string
  /** Where it opens, in window pixels: below a selection, say. In the middle of the window without it. */
  readonly at?: { readonly left: number; readonly top: number; readonly bottom: number } | null
}

/** A list one finds things in by typing; arrow keys and Enter choose. */
export function Palette({ label, sections, onChoose, onClose, foot, empty, at }: Props) {
  const [typed, setTyped] = useState('')
  const { found, left } = useMemo(() => matching(sections, typed), [sections, typed])
  const shift = useRef(false)
  // The list marks an entry only once something is typed; until then Enter takes the first, which is drawn as marked.
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    shift.current = event.shiftKey
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
      return
    }
    const first = event.currentTarget.querySelector<HTMLElement>('[role=option]')?.dataset['key']
    if (!confirms(event) || first === undefined || event.currentTarget.querySelector('[role=option][data-focused]')) return
    event.preventDefault()
    event.stopPropagation()
    onChoose(first, { shift: event.shiftKey })
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) onClose() }} className={`${styles['veil']} ${at ? '' : styles['middle']}`}>
      <Modal className={`${styles['palette']} ${at ? styles['small'] : ''}`} style={at ? place(at) : {}}>
        <Dialog aria-label={label} className={styles['frame'] ?? ''}>
          <div className={styles['dialog']} onKeyDownCapture={onKey}>
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField aria-label={label} autoFocus className={styles['field'] ?? ''}>
                <Input placeholder={label} className={styles['input'] ?? ''} />
              </SearchField>
              <ListBox
                aria-label={label} className={styles['list'] ?? ''} items={found} selectionMode="none"
                onAction={(key) => { onChoose(String(key), { shift: shift.current }) }}
                renderEmptyState={() => <p className={styles['empty']}>{empty}</p>}
              >
                {(section) => (
                  <ListBoxSection id={section.name}>
                    {section.name !== '' && <Header className={styles['section'] ?? ''}>{section.name}</Header>}
                    <Collection items={section.items}>
                      {(item) => (
                        <ListBoxItem id={item.id} textValue={`${item.text} ${item.detail ?? ''}`} className={styles['item'] ?? ''}>
                          <span className={styles['before']}>{item.before}</span>
                          <span className={styles['text']}><bdi>{item.text}</bdi>{item.detail !== undefined && <em><bdi>{item.detail}</bdi></em>}</span>
                          <span className={styles['after']}>{item.after}</span>
                        </ListBoxItem>
                      )}
                    </Collection>
                  </ListBoxSection>
                )}
              </ListBox>
            </Autocomplete>
            {left > 0 && <p className={styles['left']} role="status">{left} more: type on to find them</p>}
            {foot && <footer className={styles['foot']}>{foot}</footer>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

// More than anybody looks through, and few enough to be drawn at every key stroke.
const MOST = 24

/** The entries that hold every typed word, in their sections, those called just so first, as many as one looks through; and how many are left out. */
function matching(sections: readonly PaletteSection[], typed: string): { readonly found: readonly PaletteSection[]; readonly left: number } {
  const wanted = typed.trim().toLocaleLowerCase()
  const words = wanted.split(/\s+/).filter(Boolean)
  const fitting = sections.map(({ name, items }) => {
    const held = items.filter(({ text, detail }) => {
      const whole = `${text} ${detail ?? ''} ${name}`.toLocaleLowerCase()
      return words.every((word) => whole.includes(word))
    }).map((item) => ({ item, apart: apart(item.text.toLocaleLowerCase(), wanted) })).sort((x, y) => x.apart - y.apart)
    return { name, items: held.map(({ item }) => item), apart: held[0]?.apart ?? 0 }
  }).sort((x, y) => x.apart - y.apart)
  const found: PaletteSection[] = []
  let count = 0
  for (const { name, items } of fitting) {
    const shown = items.slice(0, Math.max(0, MOST - count))
    if (shown.length > 0) found.push({ name, items: shown })
    count += items.length
  }
  return { found, left: Math.max(0, count - MOST) }
}

/** How far a name is from what was typed: it, its beginning, or something in it. */
const apart = (name: string, typed: string): number => (name === typed ? 0 : name.startsWith(typed) ? 1 : 2)

const WIDTH = 300
const HEIGHT = 340

/** Below the place, or above it where there is more room. */
function place({ left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number }): CSSProperties {
  const x = Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8))
  return bottom + HEIGHT + 16 < window.innerHeight || top < HEIGHT
    ? { left: x, top: Math.min(bottom + 8, window.innerHeight - HEIGHT - 8) }
    : { left: x, bottom: window.innerHeight - top + 8 }
}
