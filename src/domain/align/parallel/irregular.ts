/** Forms of English verbs and nouns that no rule leads back to the word they belong to, each behind it. */
const forms = [
  'be is are was were been', 'bear bore borne born', 'beat beaten', 'become became', 'begin began begun', 'bind bound', 'bite bit bitten', 'blow blew blown', 'break broke broken', 'bring brought', 'build built', 'buy bought',
  'catch caught', 'choose chose chosen choice', 'come came', 'deal dealt', 'die death dead', 'draw drew drawn', 'drive drove driven', 'eat ate eaten', 'fall fell fallen', 'feel felt', 'fight fought', 'find found', 'fly flew flown', 'forget forgot forgotten',
  'get got gotten', 'give gave given', 'go went gone', 'grow grew grown', 'hang hung', 'hear heard', 'hide hid hidden', 'hold held', 'keep kept', 'know knew known', 'lead led', 'leave left', 'lend lent', 'lose lost loss', 'make made', 'mean meant', 'meet met',
  'pay paid', 'ride rode ridden', 'rise rose risen', 'run ran', 'say said', 'see saw seen', 'seek sought', 'sell sold', 'send sent', 'shake shook shaken', 'shoot shot', 'show shown', 'sing sang sung', 'sink sank sunk', 'speak spoke spoken speech', 'spend spent', 'stand stood', 'steal stole stolen', 'strike struck stricken',
  'swear swore sworn', 'take took taken', 'teach taught', 'tell told', 'think thought', 'throw threw thrown', 'win won', 'withdraw withdrew withdrawn', 'write wrote written', 'man men', 'woman women', 'child children', 'person people', 'life lives', 'grow growth', 'able ability', 'supply resupply', 'apologise apologize apology',
]

/** A form -> the word it belongs to. */
export const irregular: ReadonlyMap<string, string> = new Map(forms.flatMap((line) => {
  const [base = '', ...others] = line.split(' ')
  return others.map((form) => [form, base] as const)
}))
