/** Words in lower case that stand in credits among names: in any other the line says something. */
const SMALL = new Set([
  ...'a an and or of the in on at for with by from our de del della di da du des la le les el von van der den ter bin al y e und et &'.split(' '),
  ...'agencies agency agencias agenturen wires wire staff bureau bureaus desk foreign news newsroom team reporter reporters correspondent correspondents editor editors writer writers special'.split(' '),
  ...'reporting writing editing additional further translated compiled edited written photo photos all rights reserved website site page app channel dpa epa'.split(' '),
])

const MOST_WORDS = 16

/** Whether words are names, dates, addresses and what joins them, such as "Jane Roe in Kestrel; editing by the foreign desk". */
export function isNames(words: string): boolean {
  const own = words.trim().split(/[\s,;|/()•·]+/u).map((word) => word.replace(/^["“‘'[]+|["”’'\].:!…]+$/gu, '')).filter((word) => word !== '')
  if (own.length === 0 || own.length > MOST_WORDS || /[.!?]["”’]?\s+\p{L}/u.test(words.replace(/\b\p{Lu}\./gu, ''))) return false
  return own.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}@\p{N}©–—-]/u.test(word) || /[.@]\p{L}/u.test(word) || SMALL.has(word) || SMALL.has(word.toLowerCase()))
}
