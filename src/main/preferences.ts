import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { idSchema } from '../domain/project/values'
import type { RecentProject, Settings, ViewState } from '../preload/contract'
import { AppError } from './failure'
import { log } from './log/log'
import { MachineFile } from './machineFile'
import { displayPlace } from './projectPlace'
import { settingsSchema, viewSchema } from './requests'

const MOST_RECENT = 12

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
const preferencesSchema = z.object({
  // These came later than the rest. What the window sends has no such defaults, or every other setting would reset them.
  settings: settingsSchema.extend({ keys: settingsSchema.shape.keys.default({}), snapshots: settingsSchema.shape.snapshots.default(true) }),
  /** Who codes on this machine: a coder id for each name that was given, the same in every project. */
  coders: z.array(z.object({ name: z.string(), id: idSchema })),
  recent: z.array(z.object({ path: z.string(), name: z.string() })),
  bounds: boundsSchema.nullable(),
})

type Stored = z.infer<typeof preferencesSchema>
type Bounds = z.infer<typeof boundsSchema>

/** What is remembered on this machine rather than in a project: settings, recent projects, where one was. */
export class Preferences {
  private readonly views = new Map<string, MachineFile<ViewState>>()

  private constructor(private readonly folder: string, private readonly db: Low<Stored>) {}

  static async open(folder: string): Promise<Preferences> {
    const fresh: Stored = { settings: { coderName: '', theme: 'system', snapshots: true, keys: {} }, coders: [], recent: [], bounds: null }
    const db = new Low(new MachineFile(join(folder, 'preferences.json'), preferencesSchema), fresh)
    await db.read()
    return new Preferences(folder, db)
  }

  get settings(): Settings {
    return this.db.data.settings
  }

  /** The id of the coder whose name is given now. Another name is another person, also on the same machine. */
  async coderId(): Promise<string> {
    const name = this.db.data.settings.coderName
    const known = this.db.data.coders.find((one) => one.name === name)
    if (known) return known.id
    const id = randomUUID()
    // Forgotten, it costs nothing: a project knows its coders by name as well.
    await this.db.update((data) => { data.coders.push({ name, id }) }).catch(log.failing('preferences'))
    return id
  }

  get bounds(): Bounds | undefined {
    return this.db.data.bounds ?? undefined
  }

  get recent(): readonly RecentProject[] {
    return this.db.data.recent.map(({ path, name }) => ({ id: recentId(path), name, place: displayPlace(path) }))
  }

  async change(settings: Partial<Settings>): Promise<Settings> {
    await this.db.update((data) => { data.settings = { ...data.settings, ...settings } })
    return this.db.data.settings
  }

  async moved(bounds: Bounds): Promise<void> {
    await this.db.update((data) => { data.bounds = bounds })
  }

  async opened(project: { readonly path: string; readonly name: string }): Promise<void> {
    await this.db.update((data) => { data.recent = [project, ...data.recent.filter((one) => one.path !== project.path)].slice(0, MOST_RECENT) })
  }

  async forget(id: string): Promise<void> {
    await this.db.update((data) => { data.recent = data.recent.filter((one) => recentId(one.path) !== id) })
  }

  recentFolder(id: string): string {
    const found = this.db.data.recent.find((one) => recentId(one.path) === id)
    if (!found) throw new AppError('not-found', 'This project is not among the recent ones any more. Open its folder instead.')
    return found.path
  }

  async view(project: string): Promise<ViewState | null> {
    return this.viewFile(project).read()
  }

  async rememberView(project: string, view: ViewState): Promise<void> {
    await this.viewFile(project).write(view)
  }

  /** The same one every time: it writes in order, so that an older view never lands on a newer one. */
  private viewFile(project: string): MachineFile<ViewState> {
    const known = this.views.get(project) ?? new MachineFile<ViewState>(join(this.folder, 'views', `${project}.json`), viewSchema)
    this.views.set(project, known)
    return known
  }
}

const recentId = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 24)
