import { useEffect, useMemo, useState } from 'react'
import { shownText } from '../../store/outletLabel'
import { useSession } from '../desk'

/** The texts of articles by id as they are shown, once all are here; those that can't be read are left out. Null until then. */
export function useTexts(articles: readonly { readonly id: string; readonly version: number }[]): ReadonlyMap<string, string> | null {
  const session = useSession()
  const { mask } = session.masked
  const key = articles.map(({ id, version }) => `${id} ${version}`).sort().join()
  const [read, setRead] = useState<{ readonly key: string; readonly texts: readonly (readonly [string, string])[] } | null>(null)
  useEffect(() => {
    let current = true
    const each = articles.map(async ({ id }): Promise<readonly (readonly [string, string])[]> => session.text(id).then((text) => [[id, text] as const], () => []))
    void Promise.all(each).then((found) => { if (current) setRead({ key, texts: found.flat() }) })
    return () => { current = false }
    // The key says which articles they are, in whatever order.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key])
  return useMemo(() => (read?.key === key ? new Map(read.texts.map(([id, text]) => [id, shownText(session, id, text)])) : null),
    // What is hidden may change by itself.
    // oxlint-disable-next-line react/exhaustive-deps
    [read, key, session, mask])
}
