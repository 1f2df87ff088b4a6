import { expect, it } from 'vitest'
import { creditLines } from '../../../src/domain/masking/creditLines'

const hidden = (text: string): readonly string[] => creditLines(text).map(({ start, end }) => text.slice(start, end))

it.each([
  'More than 200 people were killed in the attack.',
  'Support for the US president fell to its lowest point in a year.',
  'Like the US, Britain has sent weapons for two years',
  'Like us, they had no idea what would come of it.',
  'See the minister walk away from Parliament',
  'By the time the talks ended',
  'By Friday both sides had left',
  'By Monday',
  'The copyright of the speech belongs to the state.',
  'Copyright law is to be changed in the spring.',
  'Follow the money in this case and it leads to London',
  'Follow-up talks were held on a Telegram channel, he said',
  'From Kestrel to Lunde the roads were closed',
  'From the harbour one sees the cranes',
  'Poor maintenance contributed to this disaster.',
  'The victim is a reporter who was arrested in March.',
  'The man is the editor of a weekly paper.',
  'This report was rejected by the ministry.',
  'This story is about what happened in Lunde.',
  'The text was published by the ministry on Friday.',
  'First published in 1867, the book was soon forgotten.',
  'Video from Kestrel shows people running.',
  'Photographs released by the ministry show the damage.',
  'Edited by committee, the text grew from week to week.',
  'Sources: two people who took part said so',
  'The alliance (NATO) – which has 32 members – said no.',
  'Watch the skies in London, the office said.',
  'More in Europe now fear a war',
  'Get the army out of Lunde, the banner read',
  'He asked his pa',
  'Read the letter in the archive of Lunde and you will see why',
  'Contact with the US mission in Kestrel was lost',
  'Visit by the president',
  'All rights reserved to the states are listed in the paper.',
  'Von allen Seiten kam Kritik',
])('leaves what is told: %s', (line) => {
  expect(hidden(`Before.\n${line}\nAfter.`)).toEqual([])
})

it.each([
  'By The Foreign Desk', 'BY THE FOREIGN DESK', 'By: The Foreign Desk', 'By Our Correspondent in Kestrel', 'Von Unserem Korrespondenten', 'From The Foreign Desk',
  'Reporting by NPA bureaus; editing by the foreign desk', '(Additional reporting by Kestrel Bureau; Editing by Lunde Desk)', 'Photo: Kestrel Pictures/dpa', 'Source: agencies', 'Video by Kestrel Films',
  'Kestrel Bureau contributed reporting from Lunde.', 'Our Foreign Desk contributed to this report.', 'The Lunde Writer is our harbour correspondent.',
  'This article was originally published by Harbour Post.', 'This story first appeared in Harbour Post on 3 May.', 'The article was first published on 3 May.', 'Originally published in Harbour Post on 3 May 2024',
  '© 2024 Harbour Post', 'Copyright 2024 Harbour Post. All rights reserved.', 'Copyright © Harbour Post', 'All rights reserved.',
  'Read more on Harbour Post', 'Read the full story at harbourpost.example', 'More from Harbour Post', 'For more news visit www.harbourpost.example', 'See also: Harbour Post Live',
  'Join our new Telegram channel and get the news that matters first!', 'Follow us on Telegram', 'Like us on Facebook', 'Support our journalism', 'Sign up to our newsletter', 'Join our WhatsApp channel', 'Subscribe to the daily briefing', 'Download the Harbour Post app',
  'https://www.harbourpost.example/a', 'desk@harbourpost.example', 'Reuters', '(AP)', '– with AFP and dpa',
])('hides a credit: %s', (line) => {
  expect(hidden(`Before.\n${line}\nAfter.`)).toEqual([line])
})
