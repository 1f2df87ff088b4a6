/** What became of the cases of a campaign. `tried` is `survived` and `lost` together. */
export interface Outcome {
  readonly tried: number
  readonly survived: number
  readonly lost: number
  /** What the reader of docs/reliability.md should know besides, in a few words. */
  readonly notes?: string
  /** Why it can't run here; then nothing was tried. */
  readonly skipped?: string
}

export interface How {
  /** False for the quick part that belongs to `npm test`. */
  readonly full: boolean
  /** Whatever is chosen by chance follows from it. */
  readonly seed: number
  /** Shows a line while the campaign goes on. */
  readonly say: (line: string) => void
}

/** Many attempts at making Synoptic lose work in one way. */
export interface Campaign {
  /** Also the name of its file in tests/faults/campaigns. */
  readonly id: string
  /** What is done to it, for docs/reliability.md. */
  readonly title: string
  /** What would count as lost. */
  readonly claim: string
  run(how: How): Promise<Outcome>
}

/** For a system that lacks what a campaign needs. */
export const notPossibleHere = (why: string): Outcome => ({ tried: 0, survived: 0, lost: 0, skipped: why })
