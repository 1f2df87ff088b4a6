import type { SynopsisSheet } from '../../domain/synopsis/sheet'
import type { Reader } from '../reader/reader'
import { Together } from '../reader/together/together'
import type { App } from '../store/app'
import { Cell } from '../store/cell'
import { nothingAsked, type Finds } from '../store/finds'
import { noRecentCodes } from '../store/recentCodes'
import { everything, noneChosen, type Chosen, type Review } from '../store/review'
import { recalled, rememberedOf, untouchedSynopsis, type SynopsisView } from '../store/synopsisView'
import type { Carried, Desk, FieldsAsked, Guide, Overlay, Passage, PassageInHand, RoleAsked } from './command'

/** What commands act on, with nothing in hand. */
export function newDesk(app: App, mac: boolean): Desk {
  const readers = new Map<string, Reader>()
  const desk: Desk = {
    app, mac, readers,
    together: new Together(readers),
    overlay: new Cell<Overlay | null>(null),
    fieldsAsked: new Cell<FieldsAsked | null>(null),
    roleAsked: new Cell<RoleAsked | null>(null),
    hint: new Cell<string | null>(null),
    carried: new Cell<Carried | null>(null),
    lastCode: new Cell<string | null>(null),
    recent: new Cell(noRecentCodes),
    lastPicked: new Cell<string | null>(null),
    guide: new Cell<Guide | null>(null),
    brush: new Cell<string | null>(null),
    review: new Cell<Review>(everything),
    chosen: new Cell<Chosen>(noneChosen),
    finds: new Cell<Finds>(nothingAsked),
    synopsisView: new Cell<SynopsisView>(untouchedSynopsis),
    synopsisSheet: new Cell<(() => Promise<SynopsisSheet>) | null>(null),
    passageInHand: new Cell<PassageInHand | null>(null),
    toReveal: new Cell<Passage | string | null>(null),
    shown: new Set(),
  }
  app.layout.watch(() => { desk.lastPicked.update((last) => app.layout.get().picked ?? last) })
  app.session.watch(() => { putDown(desk) })
  desk.synopsisView.watch(() => { remember(desk) })
  return desk
}

/** Remembers how the synopsis is set with the layout of the project, as soon as it is set otherwise. */
function remember({ app, synopsisView }: Desk): void {
  const synopsis = rememberedOf(synopsisView.get())
  if (app.session.get() && JSON.stringify(app.layout.get().synopsis ?? rememberedOf(untouchedSynopsis)) !== JSON.stringify(synopsis)) app.layout.update((layout) => ({ ...layout, synopsis }))
}

/** Another project: what was in hand belongs to the one before. */
function putDown(desk: Desk): void {
  for (const cell of [desk.lastCode, desk.lastPicked, desk.brush]) cell.set(null)
  desk.passageInHand.set(null)
  desk.toReveal.set(null)
  desk.recent.set(noRecentCodes)
  desk.guide.set(null)
  desk.roleAsked.set(null)
  desk.review.set(everything)
  desk.chosen.set(noneChosen)
  desk.finds.set(nothingAsked)
  const [session, { synopsis }] = [desk.app.session.get(), desk.app.layout.get()]
  desk.synopsisView.set(session && synopsis ? recalled(synopsis, session.masked.mask !== null) : untouchedSynopsis)
  desk.shown.clear()
}
