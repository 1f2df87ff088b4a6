/**
 * Months and weekdays as newspapers write them, in full and shortened, in English, French, German, Spanish, Italian,
 * Portuguese and Dutch. Matched without regard to case; accents may be missing or be combining signs.
 */
const months: readonly string[] = [
  'january jan janvier janv januar jänner enero ene gennaio genn gen janeiro januari',
  'february feb février févr fév februar feber febrero febbraio febbr fevereiro fev februari febr',
  'march mar mars märz maerz mär mrz marzo março maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio magg mag maio mei',
  'june jun juin juni junio giugno giu junho',
  'july jul juillet juil juli julio luglio lug julho',
  'august aug août agosto ago augustus',
  'september sept sep septembre septiembre setiembre settembre sett set setembro',
  'october oct octobre oktober okt octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec décembre déc dezember dez diciembre dic dicembre dezembro',
]

const weekdays = [
  'monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun',
  'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim',
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
  'lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter qua qui sex',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo',
].join(' ')

const unaccented = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')

/** Each spelling as such, with combining accents and without any; the longest first, so that no name hides a longer one. */
const alternatives = (names: string): string => [...new Set(names.split(' ').flatMap((name) => [name, name.normalize('NFD'), unaccented(name)]))]
  .sort((a, b) => b.length - a.length).join('|')

const numbers = new Map(months.flatMap((names, index) => names.split(' ').map((name) => [unaccented(name), index + 1] as const)))

/** Source of a regular expression (flags `iu`) for the name of a month, without the full stop of a shortened one. */
export const monthPattern = alternatives(months.join(' '))

/** The same for a day of the week. */
export const weekdayPattern = alternatives(weekdays)

/** 1 to 12 for what `monthPattern` matched. */
export const monthNumber = (name: string): number | undefined => numbers.get(unaccented(name).toLowerCase())
