/** What a file of a project holds, to begin a sentence. */
export function whatFileHolds(file: string): string {
  const known: Readonly<Record<string, string>> = {
    'project.json': 'The description of the project and its coders', 'codebook.json': 'The codebook', 'events.json': 'The list of events',
    'entities.json': 'The register of entities', 'outlets.json': 'What is known of outlets', 'rulings.json': 'What was decided on shared passages',
    'articles/index': 'The list of articles', 'articles/index.json': 'The list of articles',
  }
  if (file.startsWith('articles/index/')) return 'A part of the list of articles'
  return known[file] ?? 'A file of the project'
}

/** What of a file is counted as records, e.g. `12 entities`. */
export function countOf(file: string, records: number): string {
  const [one, many] = file === 'entities.json' ? ['entity', 'entities'] : file === 'outlets.json' ? ['outlet', 'outlets'] : file === 'events.json' ? ['event', 'events']
    : file.startsWith('articles/index') ? ['article', 'articles'] : file.startsWith('annotations/') ? ['annotation', 'annotations'] : ['record', 'records']
  return `${records.toLocaleString('en')} ${records === 1 ? one : many}`
}

/** A moment as a researcher reads it, e.g. `12 Mar 2026, 09:30`; in this computer's time. */
export const moment = (utc: string): string => new Date(utc).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
