/** How a process's clock goes wrong: so many milliseconds ahead (or behind), from its so-many-th reading on so many further. */
export interface Clock {
  readonly ahead: number
  readonly jump?: { readonly after: number; readonly ahead: number }
}

const YEAR = 365.25 * 24 * 3600_000
export const TEN_YEARS = 10 * YEAR

/** Clocks that are right, ten years ahead or behind, and that jump while one works. */
export const clocks: Readonly<Record<'right' | 'ahead' | 'behind' | 'leaps ahead' | 'leaps back', Clock>> = {
  right: { ahead: 0 },
  ahead: { ahead: TEN_YEARS },
  behind: { ahead: -TEN_YEARS },
  'leaps ahead': { ahead: 0, jump: { after: 200, ahead: TEN_YEARS } },
  'leaps back': { ahead: 0, jump: { after: 200, ahead: -TEN_YEARS } },
}

/** Puts a wrong clock in the place of this process's own. The file system keeps its time. @returns puts the right one back */
export function setClock({ ahead, jump }: Clock): () => void {
  const Right = Date
  let readings = 0
  const now = (): number => {
    readings += 1
    return Right.now() + ahead + (jump && readings > jump.after ? jump.ahead : 0)
  }
  globalThis.Date = new Proxy(Right, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as) as Date,
    apply: () => new Right(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)) as unknown,
  })
  return () => { globalThis.Date = Right }
}
