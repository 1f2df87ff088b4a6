import { useEffect, useState } from 'react'
import { Button } from '../../controls/Button'
import type { ImportAssistant } from '../../store/import/assistant'
import type { ImportRow } from '../../store/import/rows'
import styles from './ImportView.module.css'
import { PreviewText } from './PreviewText'
import { knownSentence, problemSentence } from './problemWords'

type Text = { readonly state: 'reading' } | { readonly state: 'read'; readonly text: string } | { readonly state: 'failed'; readonly message: string }

/** The article in hand as it would come in: its problems, what is known of it, its text. */
export function Preview({ assistant, row: { id, entry, article, problems } }: { readonly assistant: ImportAssistant; readonly row: ImportRow }) {
  const [text, setText] = useState<Text>({ state: 'reading' })
  useEffect(() => {
    let current = true
    assistant.text(article.id).then(
      (read) => { if (current) setText({ state: 'read', text: read }) },
      (error: unknown) => { if (current) setText({ state: 'failed', message: error instanceof Error ? error.message : String(error) }) },
    )
    return () => { current = false }
  }, [assistant, article.id])
  const facts = [['Byline', article.byline], ['Section', article.section], ['Language', article.language], ['Address', article.url], ['Read as', [entry.format, article.source.encoding].filter(Boolean).join(', ')], ...Object.entries(article.variables)].filter(([, value]) => value !== '')
  return (
    <aside className={styles['preview']} aria-label="The article in hand">
      <h2><bdi>{article.headline || article.source.file}</bdi></h2>
      <p className={styles['about']}><bdi>{article.outlet || 'unknown outlet'}</bdi> · {article.date || 'no date'} · {article.words.toLocaleString('en')} {article.words === 1 ? 'word' : 'words'}</p>
      {(entry.known ?? problems.length > 0) && (
        <ul className={styles['sentences']} aria-label="To look at">
          {entry.known && <li>{knownSentence(entry.known)}</li>}
          {problems.map((one, i) => (
            <li key={`${one.kind}${i}`}>
              {problemSentence(one, article)}
              {one.kind === 'date-in-text' && <> <Button onClick={() => { assistant.correct([id], { date: one.date }) }}>Use {one.date}</Button></>}
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <dl className={styles['facts']}>{facts.map(([name = '', value]) => <div key={name}><dt><bdi>{name}</bdi></dt><dd><bdi>{value}</bdi></dd></div>)}</dl>}
      {text.state === 'failed' && <p className={styles['trouble']} role="alert">{text.message}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too */}
      <div className={styles['text']} tabIndex={0} role="region" aria-label="Its text" aria-busy={text.state === 'reading'} lang={article.language || undefined}>
        {text.state === 'read' && <PreviewText text={text.text} article={article} />}
      </div>
    </aside>
  )
}
