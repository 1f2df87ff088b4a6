import iconv from 'iconv-lite'
import { docxFile } from './docxFile'

// Invented exports in the form of the real ones. Who downloaded them is told by the word PERSONAL.

export const nexisTextFixture = `
Download Request: Selected Items: 1-3
Send To: PERSONAL
Terms: PERSONAL

                               1 of 3 DOCUMENTS

                       Copyright 2021 Lunde Courier Ltd
                              All Rights Reserved

                                 Lunde Courier

                             March 12, 2021 Friday
                               Correction Appended
                                  Late Edition

Harbour bridge opens;
First ships pass

BYLINE: Our correspondent

SECTION: NEWS; Pg. 3

LENGTH: 61 words

HIGHLIGHT: After nine years of work.

The bridge over the harbour opened on Friday after nine years of work, and the
first two ships passed below it at noon.

NOTE: the ferries go on until the summer.

The timetable is short:
at seven
at noon

NOTES: Pictures are on page 4.

LOAD-DATE: March 13, 2021

LANGUAGE: ENGLISH

GRAPHIC: The bridge at noon

The bridge at night

CORRECTION: It has two lanes.

BULLETIN-CODE: LC

CLIENT-ID: PERSONAL

                               2 of 3 DOCUMENTS

                               Velmar Zeitung

                              am Tag der Brücke 12

Ein Hafen wartet

LÄNGE: 12 Wörter

Der Hafen wartet seit Jahren auf seine Brücke.

UPDATE: 14. März 2021

SPRACHE: GERMAN; DEUTSCH

                               3 of 3 DOCUMENTS

                                 Lunde Courier

                             March 2021

A month of ships

More ships than ever came this month.


**** Print Completed ****

Time of Request: PERSONAL
Send To: PERSONAL
`

const nbsp = '\u00A0'

export const nexisDocxFixture = (): Promise<Buffer> => docxFile([
  '', `User Name:${nbsp}PERSONAL`, `Date and Time:${nbsp}Friday, March 19, 2021 9:31:00 AM CET`, `Job Number:${nbsp}PERSONAL`, 'Documents (2)', '1. Harbour bridge opens', `Client/Matter:${nbsp}PERSONAL`, `Search Terms:${nbsp}PERSONAL`, 'Narrowed by:', 'Content Type', 'Narrowed by', 'News', '',
  '2. A month of ships', `Client/Matter:${nbsp}PERSONAL`, 'Content Type', 'Narrowed by', 'News', '', '',
  'Harbour bridge opens', 'Lunde Courier', 'March 12, 2021 Friday 9:20 AM GMT', 'Late Edition', '\nCopyright 2021 Lunde Courier Ltd All Rights Reserved', '\n', `Section:${nbsp}NEWS; Pg. 3`, `Length:${nbsp}61 words`, `Byline:${nbsp}Our correspondent`, `Highlight:${nbsp}After nine years of work.`, 'Body', '', '',
  'The bridge over the harbour opened on Friday.', '', 'Note: the ferries go on until the summer.', 'Timetable:\nat seven\nat noon', '', 'Graphic', 'The bridge at noon', 'Classification', '', `Language:${nbsp}ENGLISH`, `\nPublication-Type:${nbsp}Newspaper`, `\nLoad-Date:${nbsp}March 13, 2021`, '', '\nEnd of Document', '', '',
  'A month of ships', 'Lunde Courier', 'some time in spring', '', `Length:${nbsp}9 words`, 'Body', '', 'More ships than ever came this month.', '', '\nEnd of Document', '',
])

export const nexisHtmlFixture = `<HTML><HEAD><STYLE>.c0 { color: red; }</STYLE></HEAD><BODY><P>Send To: PERSONAL</P>
<A NAME="DOC_ID_0_0"></A><!-- <DOC NUMBER=1> --><BR><DIV CLASS="c0"><P><SPAN>1 of 2 DOCUMENTS</SPAN></P></DIV><BR><DIV><BR><P><IMG SRC="logo.gif" ALT="PERSONAL"><BR><SPAN>Velmar Zeitung</SPAN></P></DIV>
<BR><DIV><P><SPAN>12.</SPAN><SPAN> März 2021 Freitag<BR>Deutschland Ausgabe</SPAN></P></DIV><BR><DIV><P><SPAN>Die <B>Brücke</B> ist offen</SPAN></P></DIV>
<BR><DIV><P><SPAN>AUTOR: </SPAN><SPAN>Unser Korrespondent</SPAN></P></DIV><BR><DIV><P><SPAN>RUBRIK: </SPAN><SPAN>Politik; S. 4</SPAN></P></DIV><BR><DIV><P><SPAN>LÄNGE: </SPAN><SPAN>8 Wörter</SPAN></P></DIV>
<BR><DIV><P><SPAN>Am Freitag fuhren die ersten Schiffe.</SPAN></P><P><SPAN>Mehr folgt.&nbsp;</SPAN></P></DIV><BR><DIV><P><SPAN>UPDATE: </SPAN><SPAN>13. März 2021</SPAN></P></DIV><BR><DIV><P><SPAN>SPRACHE: </SPAN><SPAN>GERMAN; DEUTSCH</SPAN></P></DIV>
<BR><DIV><P><SPAN>Copyright 2021 Velmar Verlag<BR>Alle Rechte vorbehalten</SPAN></P></DIV><!-- </DOC> --><DIV CLASS="c10"/>
<A NAME="DOC_ID_0_1"></A><BR><DIV><P><SPAN>2 of 2 DOCUMENTS</SPAN></P></DIV><BR><DIV><P><SPAN>Lunde Courier</SPAN></P></DIV><BR><DIV><P><SPAN>March 13, 2021</SPAN></P></DIV><BR><DIV><P><SPAN>A quiet day</SPAN></P></DIV><BR><DIV><P><SPAN>Nothing happened.</SPAN></P></DIV>
</BODY></HTML>`

const coded = (rows: readonly (readonly [string, string])[]): string =>
  `<div class="article enArticle"><table>${rows.map(([code, value]) => `<tr><td class="index"><b>${code}</b>&nbsp;</td><td>${value}</td></tr>`).join('')}</table></div>`

/** It declares UTF-8, and its bytes are Windows-1252. */
export const factivaHtmlFixture = iconv.encode(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/></head><body>
<div>Search Summary: PERSONAL</div>${coded([
  ['HD', '<b class="enHeadline">Ein Café am Hafen</b>'], ['BY', 'Our correspondent'], ['CR', 'Meridian'], ['WC', '12 words'], ['PD', '5 January 2021'], ['ET', '14:05'], ['SN', 'Lunde Courier'], ['SC', 'LUNDE'], ['PG', 'A4'], ['LA', 'English'], ['CY', '(c) 2021 Lunde Courier Ltd'],
  ['LP', '<p class="articleParagraph enarticleParagraph">Tables stand on the quay.</p>'], ['TD', '<p class="articleParagraph enarticleParagraph">Guests – a few – came.</p><p class="articleParagraph enarticleParagraph">It rained.</p>'], ['XYZ', 'new code'], ['AN', 'Document LUNDE00020210105eh150001x'],
])}
<div id="article-VELMA1"><div class="article deArticle"><p>&nbsp;</p><div>Wirtschaft</div><div id="hd"><span class='deHeadline'>Häfen wachsen</span></div><div class="author">Unser Korrespondent</div><div>9 Wörter</div><div>6. Januar 2021</div><div>08:30</div><div>Velmar Zeitung</div><div>VELZ</div><div>12</div><div>Abendausgabe</div><div>Deutsch</div><div>Copyright 2021 Velmar Verlag</div>
<p class="articleParagraph dearticleParagraph">Die Häfen wachsen.</p><p class="articleParagraph dearticleParagraph">Auch die Schiffe.</p><p>Dokument VELZ000020210106eh1600002</p></div></div>
<div>Timestamp PERSONAL</div></body></html>`, 'windows-1252')

const xmlArticle = (id: string, headline: string): string =>
  `<ppsarticle><article><accessionNo>${id}</accessionNo><baseLanguage>EN</baseLanguage><headline><paragraph>${headline}</paragraph></headline><byline>Our correspondent</byline><leadParagraph><paragraph>Ships <hlt>came</hlt>.</paragraph></leadParagraph>`
  + '<publicationDate><dateTime>2021-01-05T00:00:00Z</dateTime></publicationDate><sectionName>News</sectionName><sourceName>Lunde Courier</sourceName><tailParagraphs><paragraph>Ships left.</paragraph></tailParagraphs><wordCount>4</wordCount></article></ppsarticle>'

export const factivaXmlFixture = `<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><userId>PERSONAL</userId><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="2">${xmlArticle('LUNDE1', 'Harbour &amp; bridge')}${xmlArticle('LUNDE2', 'A quiet day')}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>`

const rule = '_'.repeat(60)

export const proquestTextFixture = `${rule}

Report Information from ProQuest
March 19 2021 10:15 PERSONAL

${rule}

Table of contents
1. Harbour bridge opens
2. A quiet day

${rule}

Document 1 of 2

Harbour bridge opens: First ships pass

Author: Our correspondent

Publication info: Lunde Courier, Late edition; Lunde. 12 Mar 2021: 3.

https://www.proquest.com/docview/1?accountid=PERSONAL

Abstract: A bridge opens.

Links: http://library.example/PERSONAL

Full text: The bridge over the harbour opened on Friday after nine years of work, and the first two ships passed below it at noon, as planned.

Location: the ferries go on until the summer.

"It is done," said the town.

Subject: Bridges; Harbours

Location: Lunde

Title: Harbour bridge opens: First ships pass

Publication title: Lunde Courier, Late edition; Lunde

Pages: 3

Publication year: 2021

Publication date: Mar 12, 2021

Section: News

Publisher: Lunde Courier Ltd

Place of publication: Lunde

Country of publication: Lundeland

ISSN: 00000000

Source type: Newspaper

Language of publication: English

Document type: News

ProQuest document ID: 1234567890

Document URL: https://www.proquest.com/newspapers/harbour-bridge/docview/1234567890/se-2?accountid=PERSONAL

Copyright: (Copyright (c) 2021 Lunde
Courier Ltd)

Last updated: 2021-03-13

Database: Newsstream

${rule}

Document 2 of 2

A quiet day

Full text: Not available.

Title: A quiet day

Publication title: Velmar Today

Publication year: 2021

ProQuest document ID: 1234567891

Document URL: https://search-proquest-com.PERSONAL.example/docview/1234567891

Database: Newsstream

${rule}

Contact us at: http://www.proquest.com/go/contactsupport PERSONAL

Database copyright PERSONAL
`

const certificate = '<table><tr><td><img src="x.gif" alt="Certificat PubliC">news·1</td></tr><tr><td>Ce certificat est émis à <b>PERSONAL</b></td></tr><tr><td class="txtCertificat">Le présent document est protégé.</td></tr></table>'

export const europresseHtmlFixture = `<html><body><table><tr><td><span class="DocPublicationName">Le Courrier, no. 12</span><br><span class="DocHeader">Politique, </span><span class="DocHeader">vendredi </span><span class="DocHeader">12 mars 2021</span><span class="DocHeader">, p. 03</span><br><br>Un pont<br><span class="TitreArticleVisu">Le port <span style="color:red">s’ouvre</span></span><br><br>Notre correspondant<br><p></p>Les navires passent.<p></p>Un tableau :<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table><p></p><b><i>© 2021 Le Courrier. Tous droits réservés.</i></b><p></p>Numéro de document : news·20210312·LC·0001<br>${certificate}</td></tr></table>
<table><tr><td><span class="DocPublicationName">Le Méridien</span><br><span class="DocHeader">lundi sans date</span><br><br><span class="TitreArticleVisu">Jour calme</span><br><br>Rien.<p></p>${certificate}</td></tr></table></body></html>`

export const europresseNewerFixture = `<html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier (site web)</span></div><div><span class="DocHeader">Économie, vendredi 12 mars 2021 859 mots, p. 7</span></div><div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Le port s’ouvre</p></div><div class="docAuthors">Notre correspondant</div></header>
<section><div class="DocText clearfix"><p>Les navires passent.</p><p>Le soir aussi.</p></div></section><footer><div class="publiC-lblNodoc">news·20210312·LC·0002</div><p>Certificat émis le 19 mars 2021 à PERSONAL</p></footer></article></body></html>`

/** One of each of the databases' formats, by the importer that reads it. */
export const databaseFixtures = async (): Promise<Readonly<Record<string, Buffer>>> => ({
  'nexis-docx': await nexisDocxFixture(), 'nexis-html': Buffer.from(nexisHtmlFixture), 'factiva-html': factivaHtmlFixture, 'factiva-xml': Buffer.from(factivaXmlFixture), 'europresse-html': Buffer.from(europresseHtmlFixture),
  'proquest-text': Buffer.from(proquestTextFixture), 'nexis-text': Buffer.from(nexisTextFixture),
})
