/** A paragraph of a Word document, or a table of data with a line for each row and tabs between the cells. */
export interface DocxParagraph {
  /** Line breaks within it are LF; without the bullet of an item. */
  readonly text: string
  /** 1 to 6, or null. */
  readonly heading: number | null
  /** Whether it is an item of a list. */
  readonly item: boolean
}
