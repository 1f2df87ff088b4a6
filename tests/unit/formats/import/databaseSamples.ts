/** What an export says of one of its articles, as read off the file by eye. */
export interface Expected {
  readonly headline: string
  readonly outlet: string
  readonly date: string
  readonly byline?: string
  readonly section?: string
  readonly language?: string
  readonly variables: Readonly<Record<string, string>>
  /** Either the paragraphs below the headline, or their number, words between blanks, and how the first begins and the last ends. */
  readonly body: readonly string[] | readonly [paragraphs: number, words: number, begin: string, end: string]
}

const guardian = { copyright: 'Copyright 2010 Guardian Unlimited All Rights Reserved' }
const times = { load_date: '2010-01-11', publication_type: 'Newspaper', journal_code: 'TIM', copyright: 'Copyright 2010 Times Newspapers Limited All Rights Reserved' }
const lorem = 'Lorem ipsum dolor sit amet'

export const nexisTextSample: readonly Expected[] = [
  { headline: lorem, outlet: 'Guardian.com', date: '2010-01-11', byline: 'Andrew Sparrow', language: 'en', variables: { stated_length: '355 words', load_date: '2010-01-11', publication_type: 'Newspaper', ...guardian }, body: [5, 355, lorem, 'suscipit metus neque, ut varius.'] },
  { headline: lorem, outlet: 'Guardian', date: '2010-01-11', byline: 'Simon Tisdall', language: 'en', variables: { stated_length: '927 words', load_date: '2010-01-11', publication_type: 'Newspaper', ...guardian }, body: [12, 927, lorem, 'mauris egestas, rhoncus tortor'] },
  {
    headline: lorem, outlet: 'The Sun (England)', date: '2010-01-11', byline: 'TREVOR Kavanagh', section: 'FEATURES', language: 'en',
    variables: { edition: 'Edition 1; Scotland', page: '6', stated_length: '677 words', load_date: '2010-01-11', publication_type: 'Newspaper', journal_code: 'SUN', copyright: 'Copyright 2010 NEWS GROUP NEWSPAPERS LTD All Rights Reserved' },
    body: [8, 677, lorem, 'eros vitae est vehicula sodales.'],
  },
  {
    headline: `${lorem}, consectetur adipiscing elit`, outlet: 'The Times (London)', date: '2010-01-11', byline: 'Tom Coghlan', section: 'NEWS', language: 'en',
    variables: { edition: 'Edition 1; Ireland', page: '3', stated_length: '453 words', graphic: 'Rupert Hamer, who was killed in an explosion in Afghanistan yesterday while on patrol with US Marines SUNDAY MIRROR / PA', ...times },
    body: [6, 435, lorem, 'quis purus sed urna lacinia.'],
  },
  {
    headline: `${lorem}, consectetur adipiscing elit. Etiam lacinia elementum sapien?; eget aliquet ex finibus ut.`, outlet: 'The Times (London)', date: '2010-01-11', byline: 'William Rees-Mogg', section: 'EDITORIAL', language: 'en',
    variables: { edition: 'Edition 1; National Edition', page: '24', stated_length: '918 words', ...times }, body: [12, 918, lorem, 'Duis eleifend ipsum vehicula.'],
  },
  {
    headline: `${lorem}, consectetur adipiscing elit. Etiam lacinia elementum sapien, eget aliquet`, outlet: 'The Times (London)', date: '2010-01-11', byline: 'Tom Coghlan', section: 'NEWS', language: 'en',
    variables: { edition: 'Edition 2; National Edition', page: '8', stated_length: '471 words', ...times }, body: [7, 477, lorem, 'Serious but stable: photographer Philip Coburn'],
  },
  { headline: 'ranch noble ash voice declaration', outlet: 'Guardian', date: '2010-01-08', byline: 'Allegra Stratton', language: 'en', variables: { stated_length: '607 words', load_date: '2010-01-11', publication_type: 'Newspaper', ...guardian }, body: [6, 611, 'Afford ranch noble ash', 'commerce material refrigerator.'] },
  { headline: 'PRISONER OF HIS OWN CABINET', outlet: 'MAIL ON SUNDAY (London)', date: '2010-01-10', byline: 'BY STEPHEN POLLARD', language: 'en', variables: { stated_length: '698 words', load_date: '2010-01-09', publication_type: 'Papers', copyright: 'Copyright 2010 Associated Newspapers Ltd. All Rights Reserved' }, body: [10, 699, 'In publishing and graphic design', 'pains to avoid worse.'] },
  {
    headline: 'R (programming language) on Wikipedia', outlet: 'Sunday Mirror', date: '2010-01-10', byline: 'Ross Ihaka and Robert Gentleman', section: 'NEWS', language: 'en',
    variables: { edition: '3 Star Edition', page: '6', stated_length: '446 words', load_date: '2010-01-10', graphic: 'Puppet master? Charles Clarke (left) is said to be behind plot against Brown', publication_type: 'Newspaper', copyright: 'Copyright 2010 MGN Ltd. All Rights Reserved' },
    body: [7, 446, 'R is a programming language', 'and in hard copy.'],
  },
  { headline: 'Wikipedia', outlet: 'DAILY MAIL (London)', date: '2010-01-09', language: 'en', variables: { stated_length: '2,968 words', load_date: '2010-01-08', publication_type: 'Papers' }, body: [49, 2974, 'Wikipedia is a multilingual, web-based', 'in all languages across Turkey.'] },
]

const owner = { copyright: 'Copyright 2019 The Guardian, a division of Transcontinental Media Group Inc. All Rights Reserved' }
const uni = (headline: string, date: string, byline: string, section: string, variables: Expected['variables'], body: Expected['body']): Expected =>
  ({ headline, outlet: 'The Guardian(London)', date, byline, section, variables, body })

export const nexisDocxSample: readonly Expected[] = [
  uni(lorem, '2019-07-01', 'Mattha Busby (now), Andrew Sparrow (earlier)', 'POLITICS', { version: '28', time: '9:20 AM GMT', stated_length: '355 words' }, [5, 355, lorem, 'suscipit metus neque, ut varius.']),
  uni(lorem, '2019-07-02', 'Andrew Sparrow', 'POLITICS', { version: '17', time: '9:33 AM GMT', stated_length: '571 words', ...owner }, [7, 571, 'Lorem ipsum dolor sit amet, proin', 'dictum luctus aliquam nisi.']),
  uni(lorem, '2019-07-04', 'Daniel Boffey in Brussels', 'POLITICS', { version: '3', time: '1:04 PM GMT', stated_length: '641 words', ...owner }, [3, 311, 'Lorem ipsum dolor sit amet, ligula', 'vehicula urna primis.']),
  uni(`${lorem}, consectetur adipiscing elit`, '2019-07-03', 'Heather Stewart', 'POLITICS', { version: '3', time: '7:53 PM GMT', stated_length: '663 words', ...owner }, [9, 971, lorem, 'Auctor augue cubilia.']),
  uni(`${lorem}, consectetur adipiscing elit.`, '2019-07-04', 'Andrew Sparrow and Kevin Rawlinson', 'POLITICS', { version: '23', time: '9:10 AM GMT', stated_length: '17366 words', ...owner }, [5, 494, lorem, 'vel mi, lectus ut.']),
  uni(`${lorem}, consectetur adipiscing elit. Etiam lacinia elementum sapien, eget aliquet`, '2019-07-02', 'Lisa O\'Carroll Sample File correspondent', 'POLITICS', { version: '1', time: '7:00 AM GMT', stated_length: '967 words', ...owner }, [14, 1194, lorem, 'Volutpat amet lorem risus.']),
  {
    ...uni('Sample Headline', '2019-07-03', 'Letters', 'POLITICS', {
      version: '3', time: '6:18 PM GMT', stated_length: '412 words', publication_type: 'Newspaper', journal_code: 'WEBGNS',
      subject: 'Sample File (89%); LEGISLATIVE BODIES (88%); MUSIC (74%); MUSIC COMPOSITION (74%); POLITICAL PARTIES (72%); UK LIBERAL DEMOCRATS (72%); UK POLITICAL PARTIES (72%); LIBERALISM (71%); MANNERS & ETIQUETTE (71%)',
      organization: 'EUROPEAN PARLIAMENT (84%)', person: 'NIGEL FARAGE (79%); MICHELLE OBAMA (50%)',
      geographic: 'LONDON, ENGLAND (90%); MADRID, SPAIN (75%); NORTHERN IRELAND (79%); SCOTLAND (79%); SPAIN (79%); GERMANY (55%)', load_date: '2019-07-04', ...owner,
    }, [1, 95, 'Lorem ipsum dolor sit amet, nec nibh', 'phasellus eu, et justo.']),
    language: 'en',
  },
  uni(`${lorem}, nec egestas blandit`, '2019-07-03', 'Greg Wood', 'SPORT', { version: '3', time: '12:02 AM GMT', stated_length: '838 words', ...owner }, [16, 1458, 'Lorem ipsum dolor sit amet, nec egestas blandit, fermentum', 'dignissim nam urna, ac sed.']),
  uni('R (programming language) on Wikipedia', '2019-07-03', 'Ross Ihaka and Robert Gentleman', 'Wikipedia', { time: '11:11 AM GMT', stated_length: '446 words', load_date: '2019-07-03', ...owner }, [7, 446, 'R is a programming language', 'and in hard copy.']),
  uni('What is Wikipedia', '2019-07-02', 'Tom Kibasi', 'OPINION', { version: '1', time: '11:27 AM GMT', stated_length: '1163 words', load_date: '2019-07-02', ...owner }, [4, 360, 'Wikipedia is a multilingual online', 'a similar plan in 2018.']),
]

export const nexisHtmlSample: readonly Expected[] = [
  {
    headline: 'Heading One', outlet: 'Some Newspaper', date: '1991-12-19', byline: 'By PAPER AUTHOR', section: 'Section 5; Part 2; Column 2; National Desk', language: 'en',
    variables: { edition: 'An Edition', page: '16', stated_length: '584 words', load_date: '1991-12-19', graphic: 'Diagram: "Something" Blah blah. (Source: NSA)', copyright: 'Copyright 1991 My Company' },
    body: ['Some text.', 'Some more text.', '"Quotation" said somebody. More text, a highlight and end of paper.'],
  },
  {
    headline: 'First part; Second part', outlet: 'Some Newspaper', date: '1993-01-28', section: 'Section B; National Desk', language: 'en',
    variables: { edition: 'Late Edition - Final', page: '22, Column 2', stated_length: '121 words', correction: 'Some correction.', correction_date: '1993-01-28', graphic: 'Table (source: An Office)', copyright: 'Copyright 1990 My Company' },
    body: ['A list:', 'Category 1', 'Blah blah.', 'And more...', 'Category 2', 'Blah blah.'],
  },
]

const french = { publication_type: 'Journal', copyright: 'Copyright 2013 Some Company Tous Droits Réservés' }

export const nexisFrenchSample: readonly Expected[] = [
  {
    headline: 'Title of first article', outlet: 'My newpaper', date: '2013-04-12', section: 'INTERNATIONAL', language: 'en',
    variables: {
      page: '35', stated_length: '143 mots', load_date: '2013-03-13', ...french,
      subject: 'ÉNERGIE (90%); MARCHÉ DE L\'ÉNERGIE (90%); CENTRALE D\'ÉNERGIE ÉLECTRIQUE (90%); ÉNERGIE NUCLÉAIRE (88%); CENTRALE NUCLÉAIRE (88%); CROISSANCE ÉCONOMIQUE (88%); EURO (88%); AMBASSADE ET CONSULAT (72%); SERVICE DIPLOMATIQUE (70%)',
      geographic: 'ASIE DU CENTRE-SUD (93%); ASIE DU SUD (93%); PAKISTAN (93%); ASIE (78%); EUROPE DE L\'OUEST (55%); EUROPE (55%); FRANCE (55%)',
    },
    body: ['First paragraph. Some accentuated characters: éùàê.', 'Second paragraph. Including spurious line breaks to remove.'],
  },
  {
    headline: 'Another title, with accents: éà', outlet: 'My newpaper', date: '2013-10-14', byline: 'Author 2', section: 'ECONOMIE - ENTREPRISES', language: 'en',
    variables: {
      page: '6', stated_length: '70 mots', load_date: '2013-09-13', ...french,
      subject: 'ÉNERGIE (90%); MARCHÉ DE L\'ÉNERGIE (90%); ÉNERGIE RENOUVELABLE (89%); ÉNERGIE NUCLÉAIRE (89%); BÉNÉFICE DE L\'ENTREPRISE (89%); LICENCIEMENTS DIVERS (89%); CENTRALE D\'ÉNERGIE ÉLECTRIQUE (78%); CONJONCTURE ÉCONOMIQUE (77%); CROISSANCE ÉCONOMIQUE (77%); HAUSSE DES PRIX (74%); CENTRALE À CHARBON (73%); ACTUALITÉ NÉGATIVE DES AFFAIRES (70%); PRIX DU GAZ ET DU PÉTROLE (67%); TARIF DES SERVICES PUBLICS (67%); FLUCTUATION DES PRIX (67%)',
      company: 'E.ON SE (85%); ENERGIE BADEN-WUERTTEMBERG AG (57%)', ticker: 'EOAN (FRA) (85%); EOAN (BIT) (85%); EBK (FRA) (57%)',
      industry: 'NAICS221310 WATER SUPPLY & IRRIGATION SYSTEMS (85%); NAICS221210 NATURAL GAS DISTRIBUTION (85%); NAICS221112 FOSSIL FUEL ELECTRIC POWER GENERATION (85%); SIC4941 WATER SUPPLY (85%); SIC4931 ELECTRIC & OTHER SERVICES COMBINED (85%); SIC4925 MIXED, MANUFACTURED, OR LIQUEFIED PETROLEUM GAS PRODUCTION AND/OR DISTRIBUTION (85%); NAICS541620 ENVIRONMENTAL CONSULTING SERVICES (57%); SIC4911 ELECTRIC SERVICES (57%)',
      geographic: 'BADE-WURTEMBURG, ALLEMAGNE (73%) ALLEMAGNE (94%); EUROPE DE L\'OUEST (90%); EUROPE (90%); EUROPE CENTRALE (90%)',
    },
    body: ['Introduction to article', 'Some text.', 'More text. And even more.'],
  },
  {
    headline: '" A quoted title "', outlet: 'My newpaper', date: '2013-03-10', section: 'INTERNATIONAL', language: 'en',
    variables: {
      page: '3', stated_length: '359 mots', load_date: '2013-04-03', ...french,
      subject: 'PROCESSUS DE PAIX (78%); CONJONCTURE ÉCONOMIQUE (77%); ARME NUCLÉAIRE (76%); HOMME (76%); ARMÉE DE TERRE (75%); FORCES ARMÉES (72%); CRÉATION D\'EMPLOIS (71%); ÉLECTION (71%); RECHERCHE ÉNERGÉTIQUE (70%); ÉNERGIE NUCLÉAIRE (70%); ACTUALITÉ NÉGATIVE SUR LES PERSONNES (69%); MUSULMAN ET ISLAM (68%); CENTRALE NUCLÉAIRE (58%)',
      organization: 'LEAGUE OF ARAB STATES (93%); UNITED NATIONS (55%)',
      geographic: 'MOYEN-ORIENT (99%); MÉDITERRANÉE (99%); AFRIQUE DU NORD (93%); AFRIQUE (93%); ASIE (93%); ASIE DE L\'OUEST (91%); SYRIE (91%); ISRAËL (91%); TUNISIE (79%); ÉGYPTE (72%)',
    },
    body: ['Last article.'],
  },
]

const inFrance = 'fra : France | eecz : European Union Countries | eurz : Europe | medz : Mediterranean | weurz : Western Europe'

export const factivaHtmlSample: readonly Expected[] = [
  {
    headline: 'Test 1', outlet: 'Test newspaper', date: '2011-12-29', language: 'fr',
    variables: {
      page: '26', stated_length: '295 mots', time: '15:32', source_code: 'TESTFR', copyright: '(c) Test company.', reference: 'FRANCE-TEST', region: inFrance, publisher: 'Reuters Limited', document_id: 'TESTFR0020111229e7ct0001r',
      subject: 'gvote1 : National/Presidential Elections | gpol : Domestic Politics | gvote : Elections | gcat : Political/General News | gpir : Politics/International Relations', ipc: 'INGE | VOTE | GEN | PIL | POL | LANGFR | FA | FB | RTF | DNP',
    },
    body: ['First head paragraph, with a few non-ASCII characters: à la française.', 'Second head paragraph.', 'Third paragraph.', 'Fourth and last paragraph.'],
  },
  {
    headline: 'Test 2', outlet: 'Ouest France', date: '2011-12-29', section: 'Infolocale', language: 'fr',
    variables: {
      stated_length: '65 mots', source_code: 'TESTFR', source_group: 'Test newspaper', source_group_code: 'TEST', edition: 'something', copyright: 'Test Company 2011.', subject: 'gcat : Political/General News',
      region: inFrance, ipd: 'Infolocale', publisher: 'Test newspaper', document_id: 'TESTFR0020111229e7ct0015j',
    },
    body: ['First head paragraph.', 'Second head paragraph.'],
  },
]

export const factivaXmlSample: readonly Expected[] = [
  {
    headline: 'TEST - first test article', outlet: 'My Newspaper', date: '2012-01-09', language: 'en',
    variables: {
      document_id: 'TEST0000020120109e51700030', time: '01:35:58Z', copyright: '(c) 2012 Company', page: '1', publisher: 'Company', source_code: 'TEST', notes: 'A NOTE', stated_length: '942', ipcre: 'EUROPE; US; LATAM',
      region: 'United States; Minnesota; Chicago; North America; Midwest U.S.; Illinois',
      subject: 'Output/Production; Weather; Corporate/Industrial News; Political/General News; Politics/International Relations; Domestic Politics; Government Bodies',
    },
    body: ['This is the lead paragraph of the first test article.', 'This is the body of the first test article.'],
  },
  {
    headline: 'TEST - second article de test', outlet: 'My Newspaper', date: '2012-01-06', language: 'fr',
    variables: {
      document_id: 'TEST0000020120109e51700031', time: '01:05:06Z', copyright: '(c) 2012 Corporation', publisher: 'Corporation', source_code: 'TEST', notes: 'UNE AUTRE NOTE', stated_length: '780',
      region: 'Australia; United States; Asia Pacific; Australia/Oceania; North America', ipc: 'MEAL; GRA/; LANGEN; C; D; E; M; O; U; MTL; GRO; SOF', ipd: 'A description; Another description',
      subject: 'Commodity Markets; Agricultural Commodity Markets; Commodity/Financial Market News; Grain Markets; Content Types; Factiva Filters; FC&E Exclusion Filter',
    },
    body: ['Voici le chapeau du premier article de test.', 'Voici le corps du second article de test. Et un mot accentué.'],
  },
  {
    headline: 'TEST - third test article', outlet: 'My Newspaper', date: '2012-05-06', language: 'en',
    variables: {
      document_id: 'TEST0000020120109e51700032', time: '01:07:06Z', copyright: '(c) 2012 Corporation', page: '85', publisher: 'Corporation', source_code: 'TEST', stated_length: '531',
      region: 'Argentina; Emerging Market Countries; Buenos Aires; Developing Economies; Latin America; South America; VISTA Countries', ipc: 'COM; SHP; TRD; SOY1; SOIL; SOF', ipcre: 'EMRG; AR; LATAM',
      subject: 'Output/Production; External Markets; Grains/Edible Oils Markets; Agricultural Commodity Markets; Commodity/Financial Market News; Grain Markets; Content Types; Factiva Filters; FC&E Exclusion Filter; FC&E Industry News Filter',
    },
    body: ['This is the lead paragraph of the third test article.', 'This is the body of the third test article.'],
  },
]

export const europresseSample: readonly Expected[] = [
  {
    headline: 'A heading: some text', outlet: 'l\'Humanité', date: '2013-10-05', section: 'Politique', variables: { copyright: '© 2012 Newspaper. Tous droits réservés.', document_id: 'news·20121004·PO·2040056000' },
    body: ['Some text, and a few accentuated characters: éèêù. Continuation. More text, a sentence.', 'Test.'],
  },
  { headline: 'Another heading with colored text inside', outlet: 'Mag', date: '2012-10-03', byline: 'Second Author', variables: { copyright: '© 2010 Newspaper. Tous droits réservés.', document_id: 'news·20100903·HU·175071' }, body: ['Contents of the article.', '(1) A note.'] },
  {
    headline: 'Heading', outlet: 'Magazine 1', date: '2012-10-04', byline: 'Author Name', section: 'Éditorial',
    variables: { issue: '5968', page: '03', copyright: '© 2012 Magazine 1. Tous droits réservés.', document_id: 'news·20111003·MAG·156190' }, body: ['Subtitle', 'This is a test: a test'],
  },
]
