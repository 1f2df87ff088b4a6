import type { ProjectSource } from './source'

/** One format a project can be exported to. */
export interface Exporter {
  readonly id: string
  /** As it stands in menus. */
  readonly label: string
  /** Of the file, without the dot. */
  readonly extension: string
  /** What the file's suggested name has behind the project's, so that two formats of one extension don't meet. */
  readonly suffix: string
  /**
   * The file's content in order, in chunks of about 256 kB to be written as UTF-8.
   * No chunk ends inside a surrogate pair, so each can be encoded on its own.
   */
  readonly run: (source: ProjectSource) => AsyncGenerator<string, void>
}
