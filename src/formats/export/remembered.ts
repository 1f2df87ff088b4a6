/** What is worked out for several things at a time, block by block, and asked for one after the other: of some of them it is kept. */
export class Remembered<Thing, Result> {
  private group = -1
  private readonly blocks = new Map<number, Promise<readonly Result[]>>()

  /**
   * @param size how many things are worked out together, and kept until one of the next is asked for
   * @param workOut a result for each of the things
   */
  constructor(private readonly things: readonly Thing[], private readonly size: number, private readonly workOut: (some: readonly Thing[], block: number) => Promise<readonly Result[]>) {}

  /** The result of one block for the thing at this place, if there is one. */
  async block(thing: number, block: number): Promise<Result | undefined> {
    const group = Math.floor(thing / this.size)
    if (group !== this.group) this.blocks.clear()
    this.group = group
    const known = this.blocks.get(block) ?? this.workOut(this.things.slice(group * this.size, (group + 1) * this.size), block)
    this.blocks.set(block, known)
    return (await known)[thing - group * this.size]
  }
}
