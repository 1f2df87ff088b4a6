import type { ImportsCalls } from '../../preload/contract'
import type { Imports } from '../imports'
import type { ProjectDesk } from '../projectDesk'
import type { Answers } from './answers'

export const importsAnswers = (desk: ProjectDesk, imports: Imports): Answers<ImportsCalls> => ({
  'import.choose': ({ kind }) => imports.choose(kind),
  'import.read': ({ project, offer }) => imports.read(desk.project(project), offer),
  'import.remap': ({ project, ...asked }) => imports.remap(desk.project(project), asked),
  'import.keep': async ({ project, offer, articles }) => {
    await imports.keep(desk.project(project), offer, articles)
    return null
  },
  'import.discard': async ({ project, offer }) => {
    await imports.discard(desk.project(project), offer)
    return null
  },
  'import.cancel': ({ offer }) => {
    imports.cancel(offer)
    return null
  },
})
