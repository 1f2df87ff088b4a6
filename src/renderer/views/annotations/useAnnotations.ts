import { useEffect, useMemo, useState } from 'react'
import { codesWithin, type AnnotationQuery } from '../../../domain/query/annotationQuery'
import { wordsOf } from '../../../domain/query/words'
import { subjectsInOrder } from '../../../domain/project/order'
import { THE } from '../../../domain/project/records'
import { AnnotationList, type Listed } from '../../store/annotationList'
import { activeColumn } from '../../store/layout'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** What the list of annotations holds as it is narrowed now; null until it is worked out for the first time. */
export function useAnnotations(): Listed | null {
  const desk = useDesk()
  const session = useSession()
  const { scope, whose, within, incomplete, outdated, unplaced, typed, sort } = useCell(desk.review)
  const layout = useCell(desk.app.layout)
  const catalogue = useCell(session.catalogue)
  const [list] = useState(() => new AnnotationList(session))
  useEffect(() => () => { list.end() }, [list])

  const codebook = session.records.codebook.get(THE)
  const query = useMemo((): AnnotationQuery => ({
    coder: whose === 'mine' ? session.opened.coder.id : null,
    codes: within && codebook ? codesWithin(codebook, within) : null,
    incomplete, outdated, unplaced, words: wordsOf(typed),
  }), [session, whose, within, codebook, incomplete, outdated, unplaced, typed])

  const { event } = layout
  const article = activeColumn(layout)?.article
  const subjects = useMemo(() => {
    if (scope === 'article') return article === undefined ? [] : [article]
    const all = subjectsInOrder(session.seen)
    return scope === 'project' ? all : all.filter((id) => id === event || session.seen.article.get(id)?.event === event)
    // The records are replaced in place: the catalogue says when the order is old.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, catalogue, scope, article, event])

  useEffect(() => { list.ask({ subjects, query, sort }) }, [list, subjects, query, sort])
  return useCell(list.listed)
}
