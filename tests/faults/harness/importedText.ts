/** The text that campaigns import under an id. */
export const importedText = (id: string): string => `${id}\n\n${`This is what ${id} says of the bridge. `.repeat(60)}`
