/** How a word attributes: `said`, `says` (in English possibly a noun), `say` after a plural, `saying` with the subject of another verb. */
export type CueForm = 'finite' | 'present' | 'plural' | 'participle'

export interface CueWord {
  readonly form: CueForm
  /** Of speech as such; others, as "welcomed" and "called", attribute only what stands in quotation marks. */
  readonly speech: boolean
}

/** What a language attributes words with; everything in lower case with straight apostrophes. */
export interface CueWords {
  readonly verbs: ReadonlyMap<string, CueWord>
  /** Sequences of words that a source follows. */
  readonly accordingTo: readonly (readonly string[])[]
  readonly one: ReadonlySet<string>
  readonly many: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** May stand within a name or role: "minister of", "spokeswoman for". */
  readonly links: ReadonlySet<string>
  /** Where a name or role can't go on. */
  readonly bounds: ReadonlySet<string>
  /** Between speaker and verb: "has also". */
  readonly between: ReadonlySet<string>
  readonly passive: ReadonlySet<string>
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean))

interface Lists { finite: string; participle?: string; weak?: string; accordingTo: string; one: string; many: string; determiners: string; links: string; bounds: string; between: string; passive?: string }

function compiled(lists: Lists, more: Iterable<readonly [string, CueWord]> = []): CueWords {
  const verbs = new Map<string, CueWord>(more)
  for (const word of set(lists.weak ?? '')) verbs.set(word, { form: 'finite', speech: false })
  for (const word of set(lists.finite)) verbs.set(word, { form: 'finite', speech: true })
  for (const word of set(lists.participle ?? '')) verbs.set(word, { form: 'participle', speech: true })
  return {
    verbs, accordingTo: lists.accordingTo.split('|').map((one) => one.split(' ')), one: set(lists.one), many: set(lists.many), determiners: set(lists.determiners),
    links: set(lists.links), bounds: set(lists.bounds), between: set(lists.between), passive: set(lists.passive ?? ''),
  }
}

/** @param verb a slash before a consonant that is doubled: "admit/t" */
function* english(verb: string, speech: boolean): Iterable<readonly [string, CueWord]> {
  const [base = '', doubled = ''] = verb.split('/')
  const stem = base.endsWith('e') ? base.slice(0, -1) : `${base}${doubled}`
  const turned = /[^aeou]y$/u.test(base) ? `${base.slice(0, -1)}i` : null
  yield [base, { form: 'plural', speech }]
  yield [turned ? `${turned}es` : /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`, { form: 'present', speech }]
  yield [turned ? `${turned}ed` : `${stem}ed`, { form: 'finite', speech }]
  yield [`${stem}ing`, { form: 'participle', speech }]
}

const SPEECH = 'accuse acknowledge add admit/t affirm allege announce answer argue ask assert assure believe boast caution claim complain concede conclude confirm contend counter declare demand deny disclose dispute emphasize emphasise estimate exclaim explain indicate insist joke lament maintain mention note observe pledge plead predict promise propose protest quip/p recall reiterate remark remind repeat reply report respond reveal shout state stress suggest summarize summarise testify thank threaten tweet urge vow warn whisper'
const WEAK = 'applaud attack back blame blast brand call characterize characterise cite comment condemn criticize criticise decry defend denounce deride describe dismiss dub/b express greet hail hope invite label laud mock offer praise quote read refer/r reject salute slam/m support tout urge use voice welcome wish'

const en = compiled({
  finite: 'said told wrote swore says tells writes retorted', participle: 'saying telling writing', weak: 'saw thought found spoke read reads', accordingTo: 'according to|in the words of',
  one: 'he she', many: 'they', determiners: 'the a an this that these those his her their its our my some many several two three both one another',
  links: 'of for in at from on to with', between: 'has have had also later then now further once again just already recently previously often only repeatedly publicly emphatically himself herself themselves itself would will does did still even quickly immediately openly reportedly first earlier simply finally would-be bluntly privately separately meanwhile however both all',
  bounds: 'and but or nor while as that when if after before because although though since until whether which what who whom whose where why how than then so yet with without by about against during through over under between among amid into onto near via per upon despite like unlike including is are was were be been being do does did has have had will would can could may might must shall should not no never it there here i we you me us him them monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later meanwhile however moreover also still now again just only even once soon ago last next week month year morning evening afternoon',
  passive: 'is are was were be been being get gets got',
}, [...WEAK.split(' ').flatMap((verb) => [...english(verb, false)]), ...SPEECH.split(' ').flatMap((verb) => [...english(verb, true)]), ['say', { form: 'plural', speech: true }], ['tell', { form: 'plural', speech: true }]])

const languages: ReadonlyMap<string, CueWords> = new Map([
  ['en', en],
  ['de', compiled({
    finite: 'sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten teilt teilte teilten warnt warnte warnten fordert forderte forderten verspricht versprach fragt fragte antwortet antwortete entgegnete erwiderte kündigt kündigte kritisiert kritisierte behauptet behauptete berichtet berichtete berichteten meldet meldete meldeten schreibt schrieb schrieben meint meinte ergänzt ergänzte fügt fügte äußert äußerte bekräftigt bekräftigte versichert versicherte drohte dankte',
    weak: 'nennt nannte bezeichnet bezeichnete lobte begrüßte sprach spricht', accordingTo: 'laut|nach angaben|nach worten|so', one: 'er sie', many: 'sie', determiners: 'der die das den dem des ein eine einer eines einem einen sein seine ihr ihre dieser diese dieses',
    links: 'der des von vom für in im aus', between: 'hat haben hatte auch später zudem am', bounds: 'und aber oder dass weil wenn als ob während nach vor bei mit ohne über unter gegen durch auf an zu zum zur ist sind war waren wird werden wurde wurden nicht kein es ich wir wer was wie wo montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern morgen',
  })],
  ['fr', compiled({
    finite: 'dit disait disent déclare déclaré déclarait affirme affirmé affirmait annonce annoncé ajoute ajouté explique expliqué précise précisé souligne souligné assure assuré estime estimé indique indiqué répond répondu demande demandé rappelle rappelé promet promis écrit avertit averti insiste insisté lance lancé confie confié reconnaît reconnu rapporte rapporté répète répété', participle: 'ajoutant déclarant affirmant précisant disant',
    weak: 'appelle appelé qualifie qualifié salue salué dénonce dénoncé évoque évoqué', accordingTo: "selon|d'après", one: 'il elle', many: 'ils elles', determiners: 'le la les un une des son sa ses leur leurs ce cette ces',
    links: 'de du des', between: "a ont avait est s'est n'a l'a aussi également notamment ainsi", bounds: 'et mais ou que qui dont où quand si car comme après avant avec sans sur sous dans par pour contre est sont était être ne pas lundi mardi mercredi jeudi vendredi samedi dimanche hier demain à au aux en',
  })],
  ['es', compiled({
    finite: 'dijo dice dijeron dicen declaró declara declararon afirmó afirma afirmaron aseguró asegura aseguraron anunció anuncia añadió añade agregó agrega explicó explica señaló señala señalaron indicó indica advirtió advierte prometió promete preguntó respondió responde contestó insistió insiste subrayó subraya aseveró manifestó informó informa informaron comentó comenta escribió escribe reiteró', participle: 'añadiendo agregando diciendo',
    weak: 'calificó llamó elogió criticó expresó', accordingTo: 'según|de acuerdo con', one: 'él ella', many: 'ellos ellas', determiners: 'el la los las un una unos unas su sus este esta estos estas', links: 'de del', between: 'ha han había también además', bounds: 'y e pero o que quien cuando si porque como tras después antes con sin sobre en por para contra es son era fue no lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana a al',
  })],
  ['it', compiled({
    finite: 'detto disse dice dicono dichiarato dichiara affermato afferma annunciato annuncia aggiunto aggiunge spiegato spiega sottolineato sottolinea avvertito avverte promesso promette chiesto chiede risposto risponde replicato replica precisato precisa ribadito ribadisce scritto scrive riferito riferisce riferiscono', participle: 'aggiungendo dicendo',
    weak: 'definito definisce chiamato lodato criticato', accordingTo: 'secondo|stando a', one: 'lui lei egli ella', many: 'loro', determiners: "il lo la i gli le un uno una suo sua", links: 'di del della dello dei degli delle', between: 'ha hanno aveva è anche poi', bounds: 'e ed ma o che chi quando se perché come dopo prima con senza su in per da contro sono era non lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani a al alla',
  })],
  ['pt', compiled({
    finite: 'disse diz disseram dizem declarou declara afirmou afirma afirmaram anunciou anuncia acrescentou acrescenta explicou explica indicou indica alertou alerta advertiu prometeu promete perguntou respondeu responde destacou destaca informou informa insistiu ressaltou escreveu escreve reiterou', participle: 'acrescentando dizendo',
    weak: 'chamou classificou elogiou criticou', accordingTo: 'segundo|de acordo com|conforme', one: 'ele ela', many: 'eles elas', determiners: 'o a os as um uma seu sua', links: 'de do da dos das', between: 'tem também ainda', bounds: 'e mas ou que quem quando se porque como após depois antes com sem sobre em no na por para contra é são era foi não segunda terça quarta quinta sexta sábado domingo ontem hoje amanhã ao à',
  })],
  ['nl', compiled({
    finite: 'zei zegt zeiden zeggen verklaarde verklaart meldde meldt melden meldden voegde voegt vroeg vraagt antwoordde antwoordt waarschuwde waarschuwt beloofde belooft stelde stelt benadrukte benadrukt schreef schrijft bevestigde bevestigt vertelde vertelt', weak: 'noemde noemt prees',
    accordingTo: 'volgens|aldus', one: 'hij zij ze', many: 'zij ze', determiners: 'de het een zijn haar hun deze dit', links: 'van voor', between: 'heeft hebben ook later', bounds: 'en maar of dat die omdat toen als na met zonder over onder tegen door op aan is zijn was waren wordt werd niet geen er ik wij we wie wat hoe waar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen in',
  })],
])

/** @param language BCP 47; English when empty @returns null for a language that is not known here */
export const cueWordsOf = (language: string): CueWords | null => languages.get(language.toLowerCase().split('-')[0] || 'en') ?? null
