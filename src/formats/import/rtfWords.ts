/** What the group that a word begins is, where it is not text of the article. */
export const destinations: ReadonlyMap<string, 'nothing' | 'fonts' | 'styles' | 'note' | 'bullet'> = new Map([
  ['fonttbl', 'fonts'], ['stylesheet', 'styles'], ['footnote', 'note'], ['pntext', 'bullet'], ['listtext', 'bullet'],
  ...[
    'annotation', 'atnauthor', 'atndate', 'atnicn', 'atnid', 'atnparent', 'atnref', 'atntime', 'atrfend', 'atrfstart', 'bkmkend', 'bkmkstart', 'colortbl', 'colorschememapping',
    'datafield', 'datastore', 'docvar', 'fldinst', 'filetbl', 'footer', 'footerf', 'footerl', 'footerr', 'ftncn', 'ftnsep', 'ftnsepc', 'aftncn', 'aftnsep', 'aftnsepc', 'header',
    'headerf', 'headerl', 'headerr', 'info', 'latentstyles', 'listoverridetable', 'listtable', 'nonshppict', 'objdata', 'objclass', 'pict', 'pntxta', 'pntxtb', 'private', 'revtbl',
    'rsidtbl', 'rxe', 'shppict', 'shprslt', 'sp', 'tc', 'themedata', 'txe', 'upr', 'xe', 'xmlnstbl',
  ].map((name) => [name, 'nothing'] as const),
])

/** Groups that older programs pass over (`\*`) and that hold text all the same. */
export const shownThoughStarred = new Set(['shpinst', 'shptxt', 'shpgrp', 'fldrslt'])

/** Words and symbols that stand for a character. */
export const literal: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'], ['cell', '\t'], ['nestcell', '\t'], ['line', '\n'], ['softline', '\n'], ['emdash', '—'], ['endash', '–'], ['lquote', '‘'], ['rquote', '’'], ['ldblquote', '“'],
  ['rdblquote', '”'], ['bullet', '•'], ['emspace', '\u2003'], ['enspace', '\u2002'], ['qmspace', '\u2005'], ['zwj', '\u200D'], ['zwnj', '\u200C'], ['zwbo', '\u200B'],
  ['zwnbo', '\u2060'], ['ltrmark', '\u200E'], ['rtlmark', '\u200F'], ['~', '\u00A0'], ['_', '\u2011'], ['-', '\u00AD'], ['\\', '\\'], ['{', '{'], ['}', '}'],
])

/** Words that set the code page of the whole document. */
export const codePages: ReadonlyMap<string, number> = new Map([['ansi', 1252], ['mac', 10000], ['pc', 437], ['pca', 850]])

/** Words that end a paragraph. */
export const brokenOff = new Set(['par', 'page', 'sect', 'column'])
