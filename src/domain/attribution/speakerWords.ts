/** Nouns for those who speak, singular and plural, in lower case; of all languages together, as names come from everywhere. */
const roles: ReadonlySet<string> = new Set((
  'leader guest visitor president minister premier chancellor chairman chairwoman chair chairperson spokesman spokeswoman spokesperson official secretary ambassador adviser advisor analyst expert general admiral senator representative congressman congresswoman congressperson judge justice prosecutor lawyer attorney governor mayor director chief head commissioner officer deputy envoy diplomat professor researcher scientist economist historian author editor reporter journalist correspondent activist candidate nominee king queen prince princess pope bishop archbishop cardinal founder ceo owner manager executive resident neighbour neighbor witness coach captain member lawmaker legislator strongman dictator ruler commander colonel lieutenant sergeant sheriff deputy strategist aide teacher student doctor nurse farmer worker steward trader survivor victim veteran senior counsel speaker host mother father sister brother son daughter wife husband widow woman man critic supporter opponent organizer organiser supervisor superintendent treasurer negotiator rapporteur inspector investigator columnist commentator pastor rabbi imam mr mrs ms dr gen sen rep gov col lt sgt prof sir lord lady ' +
  'präsident präsidentin minister ministerin aussenminister außenminister kanzler kanzlerin sprecher sprecherin vorsitzender vorsitzende vorsitzenden chef chefin botschafter experte expertin bürgermeister bürgermeisterin richter richterin staatschef machthaber herr frau ' +
  'président présidente ministre porte-parole ambassadeur maire directeur directrice dirigeant chef expert experte analyste responsable juge procureur madame monsieur ' +
  'presidente presidenta ministro ministra canciller portavoz embajador alcalde alcaldesa director directora jefe jefa líder experto experta analista funcionario juez fiscal ' +
  'cancelliere portavoce ambasciatore sindaco sindaca direttore direttrice capo leader esperto esperta analista giudice procuratore ' +
  'chanceler porta-voz embaixador prefeito prefeita diretor diretora chefe especialista analista juiz procurador ' +
  'voorzitter woordvoerder woordvoerster ambassadeur burgemeester directeur leider deskundige rechter premier kanselier'
).split(' '))

export const isRole = (key: string): boolean => roles.has(key) || (key.endsWith('s') && roles.has(key.slice(0, -1))) || (key.endsWith('men') && roles.has(`${key.slice(0, -3)}man`)) || PLURAL.has(key)

const PLURAL = new Set('authorities police people attorneys women experten analysten sprecherinnen autoridades autorità autorités'.split(' '))

const MEDIUM = new RegExp([
  '\\b(?:news(?! conference)|newspapers?|media|television|tv|radio|broadcasters?|press(?! (?:office|secretary|conference|officer))|associated press|times|post|journal|gazette|herald|tribune|courier|reuters|cnn|bbc|nbc|abc|cbs|npr|msnbc|fox|afp|dpa|ap|npa|tass|interfax|ria|rt|xinhua|kcna|yonhap|kyodo|nhk|bloomberg|politico|axios|guardian|al jazeera|al arabiya|sputnik|ansa|efe|lusa|belga|anp|apa|der spiegel|spiegel|bild|le monde|le figaro|el país|la repubblica|twitter|facebook|telegram channel|transcripts?|translation|reports?|video|footage|recording|memo|documents?|filing|letter)\\b',
  '(?:nachrichten)?agentur(?:en)?\\b', 'zeitung(?:en)?\\b', '\\b(?:medien(?:berichten?)?|fernsehen|staatsfernsehen|rundfunk|sender)\\b', '\\bstaats(?:medien|fernsehen|agentur)',
  '(?:^|[\\s\'’])(?:agence|agencia|agenzia|agência|presse|médias|télévision|chaîne|quotidien|periódico|diario|cadena|medios|televisión|stampa|giornale|quotidiano|televisione|emittente|jornal|imprensa|emissora|televisão|mídia|persbureau|krant|omroep|staatsmedia|agency(?= (?:reported|said)))(?=$|[\\s.,])',
  "\\bstate(?:'s|’s)? agency\\b", '\\bnews agency\\b', '\\bpress agency\\b', '\\bstate agency\\b',
].join('|'), 'iu')

/** True for an agency, a medium or what it brings: what is quoted from it is another's words. */
export const isMedium = (phrase: string): boolean => MEDIUM.test(phrase) && !/\b(?:reporter|editor|journalist|correspondent|spokes\w+|minister|president|secretary|analyst|host|adviser)\b/iu.test(phrase)
