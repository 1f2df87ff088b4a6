import type { WorkCalls } from '../../preload/contract'
import type { ProjectDesk } from '../projectDesk'
import type { Works } from '../works'
import type { Answers } from './answers'

export const workAnswers = (desk: ProjectDesk, works: Works): Answers<WorkCalls> => ({
  'work.choose': ({ kind }) => works.choose(kind),
  'work.read': ({ project, offer, readings }) => works.read(desk.work(project), offer, readings),
  'work.keep': ({ project, offer, choices }) => works.keep(desk.work(project), offer, choices),
  'work.discard': ({ offer }) => {
    works.discard(offer)
    return null
  },
  'work.cancel': ({ offer }) => {
    works.cancel(offer)
    return null
  },
})
