/** A name in a folder comes to mean a file or a folder, or nothing any more. */
export interface Entry {
  /** The folder's number. */
  readonly folder: number
  readonly name: string
  /** The number of the file or folder that the name now means. */
  readonly inode: number | null
}

/** What a program had the system do, in the order in which it was done. */
export type Operation =
  /** A folder was made, without a name so far. */
  | { readonly did: 'folder'; readonly inode: number }
  /** Names of one folder were changed; they reach the disk together, as a rename does. */
  | { readonly did: 'names'; readonly entries: readonly Entry[] }
  /** A file was written to; its content is then this. */
  | { readonly did: 'write'; readonly inode: number; readonly content: Buffer }
  /** A file or folder was flushed: what was done to it in the first so many operations is on the disk now. */
  | { readonly did: 'flush'; readonly inode: number; readonly first: number }
  /** The program said that what it was asked to do is done for good. */
  | { readonly did: 'acknowledge' }

export const ROOT = 0

/** A folder with its names and what they mean. */
export type Names = Map<string, number>

/** Files and folders by number. */
export interface Inodes {
  readonly folders: Map<number, Names>
  readonly files: Map<number, Buffer>
}
