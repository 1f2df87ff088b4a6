import { sameData, type Edit } from '../domain/changes/change'
import { changeSchema, parseBareEdits } from '../domain/changes/schema'
import { maskOf, type Mask } from '../domain/masking/mask'
import type { ProjectInfo } from '../domain/project/info'
import { parse, ParseError } from '../domain/project/parse'
import { saveEdits } from '../exchange/saveEdits'
import type { Args, Handle, Refusal, SavedChange } from '../preload/contract'
import type { LargeSave } from '../storage/folder'
import type { ProjectFolder } from '../storage/projectFolder'
import { demandSound } from '../storage/put'
import { StorageError } from '../storage/storageError'
import { CorpusDesk } from './corpus/corpusDesk'
import { AppError } from './failure'
import { pack, UndoLog, type PackedEdits } from './undoLog'

/** The open project: its folder, what can be undone in it, what looks through its texts, and the large change that is coming in. */
export class OpenWork {
  readonly history = new UndoLog()
  readonly corpus: CorpusDesk
  private large: { readonly change: string; readonly save: LargeSave; readonly edits: Promise<PackedEdits>[]; readonly articles: Edit[] } | null = null

  /** @param coder who works in it */
  constructor(readonly folder: ProjectFolder, readonly handle: Handle, readonly coder: string) {
    this.corpus = new CorpusDesk({ folder: folder.folder, readArticles: () => folder.readArticles(), get records() { return folder.records }, mask: () => this.mask() })
  }

  /** How the coder at work sees the project; null while its outlets are to be seen. The list of articles must have been read. */
  mask(): Mask | null {
    const { info, articles, outlets } = this.folder.records
    return maskOf(info.masking, this.coder, articles, outlets)
  }

  /** @returns the changes that are not what the domain says: these are left out, and the others saved */
  async save(changes: readonly SavedChange[]): Promise<readonly Refusal[]> {
    const sound: SavedChange[] = []
    const refused: Refusal[] = []
    for (const [index, one] of changes.entries()) {
      const reason = faultIn(one.change)
      if (reason === null) sound.push(one)
      else refused.push({ index, reason })
    }
    if (sound.length > 0) {
      await this.folder.save(sound.map(({ change }) => change)).catch((error: unknown) => {
        // Some of it may be saved: the worker hears of the articles anew.
        this.corpus.stop()
        throw error
      })
    }
    const edits = sound.flatMap(({ change }) => change.edits)
    // All articles are seen in another way then.
    if (edits.some((edit) => changesMask(edit, this.folder.records.info))) this.corpus.stop()
    this.corpus.note(edits)
    for (const { change, step } of sound) this.history.note(change, step)
    return refused
  }

  /** Storage checks every record of a part, so here its form is enough. */
  async addPart({ change, edits }: Args<'project.changePart'>): Promise<void> {
    const parsed = bareEdits(edits)
    this.large ??= { change, save: await this.folder.saveInParts(), edits: [], articles: [] }
    const { save, edits: packed, articles } = this.demand(change)
    await save.add(parsed)
    packed.push(pack(edits))
    articles.push(...parsed.filter(({ kind }) => kind === 'article'))
  }

  async commit({ change, label, step }: Args<'project.changeCommit'>): Promise<void> {
    const { save, edits, articles } = this.demand(change)
    const packed = await Promise.all(edits)
    await save.decide()
    this.large = null
    this.corpus.note(articles)
    this.history.noteLarge(label, packed, step)
  }

  /** @param change which one; whichever there is when the page that sent it is gone */
  async drop(change = this.large?.change): Promise<void> {
    if (this.large?.change !== change) return
    const dropped = this.large
    this.large = null
    await dropped?.save.drop()
  }

  /** Makes a change here rather than in the window, which has to read the project anew after it: all of it or nothing, and a step of the history. */
  async carryOut(label: string, edits: readonly Edit[]): Promise<void> {
    if (this.large) throw new AppError('conflict', 'Another large change is under way. Nothing was changed; wait for it, then try again.')
    const packed: Promise<PackedEdits>[] = []
    await saveEdits(this.folder, edits, (part) => { packed.push(pack(JSON.stringify(part))) })
    this.corpus.stop()
    this.history.noteLarge(label, await Promise.all(packed), { act: 'do', joins: null, at: new Date().toISOString() })
  }

  private demand(change: string): NonNullable<OpenWork['large']> {
    if (this.large?.change === change) return this.large
    throw new AppError('conflict', 'This change was given up, or another large one is under way. Nothing of it was saved; do it again.')
  }
}

function changesMask(edit: Edit, info: ProjectInfo): boolean {
  if (edit.kind === 'project') return !sameData(edit.before?.masking, edit.after?.masking)
  return edit.kind === 'outlet' && info.masking?.on === true
}

/** @returns what is wrong with a change, to stand within a sentence; null when nothing is */
function faultIn(change: unknown): string | null {
  try {
    demandSound(parse(changeSchema, change, 'the change'))
    return null
  } catch (error) {
    const cause = error instanceof StorageError ? error.cause : error
    if (cause instanceof ParseError) return cause.problems.slice(0, 2).join('; ')
    if (error instanceof StorageError) return error.message.replace(/\.$/, '')
    throw error
  }
}

function bareEdits(json: string): readonly Edit[] {
  try {
    return parseBareEdits(JSON.parse(json))
  } catch (error) {
    throw new AppError('refused', error instanceof Error ? error.message : String(error))
  }
}
