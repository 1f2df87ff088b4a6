import type { Column, ExportCell } from '../../domain/exporting/column'
import type { ProjectSource } from '../source'
import type { Subject } from './subject'
import { variableColumns } from './variableColumns'

export interface SubjectVariables {
  readonly columns: readonly Column[]
  readonly cells: (subject: Subject) => readonly ExportCell[]
}

/**
 * Columns of the variables of outlets, articles and events; of an event there are only its own.
 * @param used names of other columns; those made here are added
 */
export function subjectVariables(source: ProjectSource, used: Set<string>): SubjectVariables {
  const ofOutlet = variableColumns('outlet', source.outlets, used), ofArticle = variableColumns('article', source.articles, used), ofEvent = variableColumns('event', source.events, used)
  const outlets = new Map(source.outlets.map((outlet) => [outlet.name, outlet])), events = new Map(source.events.map((event) => [event.id, event]))
  return {
    columns: [...ofOutlet.columns, ...ofArticle.columns, ...ofEvent.columns],
    cells: (subject) => ('article' in subject
      ? [...ofOutlet.cells(outlets.get(subject.article.outlet)), ...ofArticle.cells(subject.article), ...ofEvent.cells(events.get(subject.article.event ?? ''))]
      : [...ofOutlet.cells(undefined), ...ofArticle.cells(undefined), ...ofEvent.cells(subject.event)]),
  }
}
