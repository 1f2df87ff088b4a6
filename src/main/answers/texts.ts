import type { TextsCalls } from '../../preload/contract'
import { BoilerplateSearch } from '../boilerplate'
import { CorpusRuns } from '../corpus/corpusRuns'
import { Finds } from '../finds'
import type { ProjectDesk } from '../projectDesk'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export function textsAnswers(window: MainWindow, desk: ProjectDesk): Answers<TextsCalls> {
  const finds = new Finds(window)
  const boilerplate = new BoilerplateSearch(window)
  const runs = new CorpusRuns((progress) => { window.signal('progress', progress) })
  return {
    'find.prepare': async ({ project }) => {
      await desk.work(project).corpus.readAhead()
      return null
    },
    'find.run': (asked) => finds.run(desk.work(asked.project), asked),
    'find.cancel': ({ place }) => {
      finds.cancel(place)
      return null
    },
    'find.lines': async ({ project, ...asked }) => JSON.stringify(await desk.work(project).corpus.run('findLines', asked)),
    'find.order': async ({ project, ...asked }) => JSON.stringify(await desk.work(project).corpus.run('findOrder', asked)),
    'find.export': (asked) => finds.export(desk.work(asked.project), asked),
    'article.correct': ({ project, article, text }) => desk.project(project).storeVersion(article, text),
    'boilerplate.find': ({ project, ...asked }) => boilerplate.run(desk.work(project), asked),
    'boilerplate.cancel': () => {
      boilerplate.cancel()
      return null
    },
    'article.text': ({ project, article, version }) => desk.project(project).text(article, version ?? undefined),
    'corpus.copies': async ({ project, job }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'copies', null, job)),
    'corpus.events': async ({ project, job }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'events', null, job)),
    'corpus.align': async ({ project, job, event }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'align', { event }, job)),
    'corpus.cancel': ({ job }) => {
      runs.cancel(job)
      return null
    },
  }
}
