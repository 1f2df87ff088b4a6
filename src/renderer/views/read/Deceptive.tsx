import { useEffect, useState } from 'react'
import { deceptiveCharacters, type Deceptive as Found, type Deception } from '../../../domain/text/deceptive'
import { showsDeceptive, withDeceptive } from '../../commands/deceptive'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import styles from './ExcludedText.module.css'
import { shownText } from '../../store/outletLabel'

const kinds: Readonly<Record<Deception, string>> = { lookalike: 'looks like', unseen: 'is not seen', direction: 'turns the direction', control: 'is a control character' }

/** More of them than one goes through one by one. */
const MOST = 200

/** Characters of an article that deceive who reads it: letters of other scripts, what takes no room, what turns the direction. */
export function Deceptive({ article }: { readonly article: string }) {
  const desk = useDesk()
  const session = useSession()
  const shown = showsDeceptive(useCell(desk.app.layout))
  const { mask } = session.masked
  const version = session.seen.article.get(article)?.version ?? 1
  const [{ text, found }, setFound] = useState<{ readonly text: string; readonly found: readonly Found[] }>({ text: '', found: [] })
  useEffect(() => {
    let current = true
    session.text(article, version).then((read) => {
      if (!current) return
      const shown = shownText(session, article, read)
      setFound({ text: shown, found: deceptiveCharacters(shown) })
    }, () => undefined)
    return () => { current = false }
  }, [session, article, version, mask])
  if (found.length === 0) return null
  const toggle = (): void => { desk.app.layout.update((layout) => withDeceptive(layout, !shown)) }
  return (
    <section className={styles['excluded']} aria-label="Characters that deceive">
      <h3>Characters that deceive <small>{found.length}</small></h3>
      <p className={styles['sum']}>They stay in the text as they are; a search finds both spellings.</p>
      <ul>
        {found.slice(0, MOST).map((one) => (
          <li key={one.start}>
            <button type="button" className={styles['quote']} title={one.codes.slice(0, 12).join(' ')} onClick={() => { desk.readers.get(article)?.reveal(one) }}>
              <bdi>{around(text, one)}</bdi>: {one.codes[0]}{one.codes.length > 1 && ` and ${one.codes.length - 1} more`} {kinds[one.kind]}{one.looks !== '' && ` ${one.looks}`}
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p className={styles['sum']}>and {found.length - MOST} more</p>}
      <Button kind="quiet" onClick={toggle}>{shown ? 'Stop showing them in the text' : 'Show them in the text'} <CommandKeys command="view.deceptive" /></Button>
    </section>
  )
}

/** The word it stands in; controls of direction left out, so that they can't turn this line. */
function around(text: string, { start, end }: Found): string {
  const before = /\S{0,12}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? ''
  const after = /^\S{0,12}/u.exec(text.slice(end, end + 12))?.[0] ?? ''
  return `${before}${text.slice(start, end)}${after}`.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
