import type { Change, Edit } from '../../domain/changes/change'
import type { Plan } from '../../domain/changes/plan'
import type { StepMark } from '../../preload/contract'
import type { Loading } from './loading'
import { applyLarge, decideLarge, GivenUp, type Ground, type LongWatch } from './longChange'

/** What a large change is in the session. */
interface LargeStep {
  readonly plan: Plan
  readonly step: StepMark
  readonly watch: LongWatch
  /** Called when the change is in the records. */
  readonly done: (change: Change) => void
}

/** The one large change that can be under way in a session. */
export class LargeChanges {
  private current: { readonly label: string; decided: boolean; readonly over: Promise<boolean> } | null = null

  /** @param flush saves what was done before; resolves with null, or with what is not saved and why */
  constructor(private readonly ground: Ground, private readonly loading: Loading, private readonly flush: () => Promise<string | null>) {}

  /** The label of what is under way. */
  get label(): string | null {
    return this.current?.label ?? null
  }

  /** Resolves when nothing is under way, or with `decided` nothing that can't be cancelled any more. */
  async over(which: 'any' | 'decided' = 'any'): Promise<void> {
    if (this.current && (which === 'any' || this.current.decided)) await this.current.over
  }

  /** @returns whether it was carried out */
  start(large: LargeStep): Promise<boolean> {
    const cancel = new AbortController()
    large.watch.begins(large.plan.label, () => { cancel.abort() })
    // Not at once: `current` must stand before any of it runs.
    const over = Promise.resolve().then(() => this.run(large, cancel.signal))
    this.current = { label: large.plan.label, decided: false, over }
    return over
  }

  private async run({ plan, step, watch, done }: LargeStep, cancel: AbortSignal): Promise<boolean> {
    let problem: string | null = null
    try {
      await this.prepare(watch, cancel)
      const edits = await decideLarge(this.ground, plan, step, watch, cancel)
      if (edits.length === 0) return false
      if (this.current) this.current.decided = true
      await applyLarge(this.ground, edits, watch)
      done({ label: plan.label, edits })
      return true
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (this.current?.decided) problem = `“${plan.label}” is saved, but the window does not show all of it: open the project again. ${reason}`
      else problem = error instanceof GivenUp ? error.problem : `Nothing was changed. ${reason}`
      return false
    } finally {
      this.current = null
      watch.ends(problem)
    }
  }

  /** Everything is here, and everything done before is saved. @throws GivenUp */
  private async prepare(watch: LongWatch, cancel: AbortSignal): Promise<void> {
    const { article, event } = this.ground.records
    const follow = (): void => { watch.progress('Reading all annotations', this.loading.loaded.get().size, article.size + event.size, false) }
    const end = this.loading.loaded.watch(follow)
    const cancelled = new Promise<void>((resolve) => { cancel.addEventListener('abort', () => { resolve() }) })
    try {
      while (!this.loading.complete) {
        follow()
        await Promise.race([this.loading.all(), cancelled])
        if (cancel.aborted) throw new GivenUp(null)
      }
    } finally {
      end()
    }
    const unsaved = await this.flush()
    if (unsaved !== null) throw new GivenUp(`Nothing was changed, because the latest changes are not saved yet. ${unsaved}`)
  }
}

/** The first edits of a plan. */
export function firstOf({ edits }: Plan, most: number): readonly Edit[] {
  const first: Edit[] = []
  for (const edit of edits()) if (first.push(edit) === most) break
  return first
}
