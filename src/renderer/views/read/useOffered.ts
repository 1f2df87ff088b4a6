import { useEffect, useMemo, useState } from 'react'
import type { Annotation } from '../../../domain/project/annotation'
import type { Entity } from '../../../domain/project/entity'
import { namesOf } from '../../../domain/project/entityNames'
import { legalSpan, type Span } from '../../../domain/text/span'
import { spotter, type Spotter } from '../../../domain/text/spot'
import { shownText } from '../../store/outletLabel'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'

/** As many as there are keys one finds without looking. */
const MOST = 5
// Characters; longer than any paragraph one reads.
const NEAR = 3_000

const nobody: readonly Entity[] = []

/** The entities of the register that are named in an annotation's passage, then those in the rest of its paragraphs. */
export function useOffered(annotation: Annotation, wanted: boolean): readonly Entity[] {
  const session = useSession()
  const register = useCell(session.register)
  const { subject, spans } = annotation
  const asked = wanted && spans.length > 0
  const read = useText(subject, asked)
  // A name that is hidden must not be offered.
  const text = read === null ? null : shownText(session, subject, read)
  return useMemo(() => {
    if (!asked || text === null) return nobody
    const { entity } = session.records
    if (entity.size === 0) return nobody
    const spot = spotter([...entity.values()].map((one) => ({ id: one.id, names: namesOf(one) })))
    const ids = new Set([...namedIn(spot, text, spans), ...namedIn(spot, text, spans.map((span) => around(text, span)))])
    return [...ids].slice(0, MOST).flatMap((id) => entity.get(id) ?? [])
    // It changes in place; the cell tells.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, register, asked, text, spans])
}

/** The paragraph or paragraphs of a span, of a very long one what stands near. */
function around(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', end)
  return legalSpan(text, Math.max(before, start - NEAR), Math.min(after === -1 ? text.length : after, end + NEAR)) ?? { start, end }
}

const namedIn = (spot: Spotter, text: string, parts: readonly Span[]): readonly string[] =>
  parts.flatMap((part) => spot(text, part).map((one) => one.entity))

/** An article's text once it is here; null until then, and where it can't be read. */
function useText(article: string, wanted: boolean): string | null {
  const session = useSession()
  const [known, setKnown] = useState<{ readonly article: string; readonly text: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    session.text(article).then((text) => { if (current) setKnown({ article, text }) }, () => undefined)
    return () => { current = false }
  }, [session, article, wanted])
  return known?.article === article ? known.text : null
}
