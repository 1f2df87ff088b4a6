/** A reason or a loss as a sentence of its own: with a capital, unless it begins with a file's name, and a full stop. */
export function sentence(words: string): string {
  const capital = /^[a-z]+(?=[\s,])/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`
}
