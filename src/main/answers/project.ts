import type { ProjectCalls } from '../../preload/contract'
import type { Preferences } from '../preferences'
import type { ProjectDesk } from '../projectDesk'
import type { Answers } from './answers'

export const projectAnswers = (desk: ProjectDesk, preferences: Preferences): Answers<ProjectCalls> => ({
  'project.open': (choice) => desk.open(choice),
  'project.close': async () => {
    await desk.close()
    return null
  },
  'project.forget': async ({ recent }) => {
    await preferences.forget(recent)
    return preferences.recent
  },
  'project.save': ({ project, changes }) => desk.work(project).save(changes),
  'project.changePart': async (part) => {
    await desk.work(part.project).addPart(part)
    return null
  },
  'project.changeCommit': async (order) => {
    await desk.work(order.project).commit(order)
    return null
  },
  'project.changeDrop': async ({ project, change }) => {
    await desk.work(project).drop(change)
    return null
  },
  'project.history': async ({ project, from }) => JSON.stringify(await desk.work(project).history.page(from)),
  'project.articles': async ({ project, from }) => {
    const folder = desk.project(project)
    return JSON.stringify({ ...(await folder.articlePage(from)), damaged: folder.damaged })
  },
  'project.annotations': async ({ project, subjects }) => JSON.stringify(await desk.project(project).annotations(subjects)),
  'project.mend': (damage) => desk.mend(damage),
  'project.elsewhere': async ({ project }) => {
    const folder = desk.project(project)
    await folder.lookElsewhere()
    return folder.elsewhere
  },
  'project.readAnew': async ({ project }) => {
    await desk.readAnew(project)
    return null
  },
  'project.view': async ({ project, view }) => {
    await preferences.rememberView(desk.project(project).info.id, view)
    return null
  },
})
