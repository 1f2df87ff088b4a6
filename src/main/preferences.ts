import { createHash, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Low, type Adapter } from 'lowdb'
import { z } from 'zod'
import { idSchema } from '../domain/project/values'
import type { RecentProject, Settings, ViewState } from '../preload/contract'
import { nodeDisk, readBytes } from '../storage/disk'
import { replaceFile } from '../storage/replaceFile'
import { AppError } from './failure'
import { displayPlace } from './projectPlace'
import { settingsSchema, viewSchema } from './requests'

const MOST_RECENT = 12

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
const preferencesSchema = z.object({
  // Keys came later than the rest. What the window sends has no such default, or every other setting would reset them.
  settings: settingsSchema.extend({ keys: settingsSchema.shape.keys.default({}) }),
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
    const fresh: Stored = { settings: { coderName: '', theme: 'system', keys: {} }, coders: [], recent: [], bounds: null }
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
    await this.db.update((data) => { data.coders.push({ name, id }) }).catch(console.error)
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

/** A small file that can be made anew: what is missing or garbled in it is only a forgotten habit, not work. */
class MachineFile<T> implements Adapter<T> {
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string, private readonly schema: z.ZodType<T>) {}

  async read(): Promise<T | null> {
    try {
      const found = this.schema.safeParse(JSON.parse((await readBytes(nodeDisk, this.path)).toString('utf8')))
      return found.success ? found.data : null
    } catch {
      return null
    }
  }

  async write(data: T): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(data))
    this.writing = this.writing.catch(() => undefined).then(async () => {
      await mkdir(dirname(this.path), { recursive: true })
      await replaceFile(nodeDisk, this.path, bytes, 'any')
    })
    await this.writing
  }
}
