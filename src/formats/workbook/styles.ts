/** How a cell looks: an index into `cellXfs` of `stylesXml`. */
export const styles = { plain: 0, head: 1, day: 2, time: 3, quoted: 4, wrapped: 5, strong: 6, faint: 7 } as const

const xf = (numFmt: number, font: number, more = '', inside = ''): string => `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="0" xfId="0"${more}>${inside}</xf>`
const top = '<alignment vertical="top"/>', wrap = '<alignment vertical="top" wrapText="1"/>'
const xfs = [
  xf(0, 0),
  xf(0, 1, ' applyFont="1" applyAlignment="1"', top),
  xf(164, 0, ' applyNumberFormat="1"'),
  xf(165, 0, ' applyNumberFormat="1"'),
  // What Excel gives a text that was typed with an apostrophe before it: it stays text also when it is edited.
  xf(0, 0, ' quotePrefix="1"'),
  xf(0, 0, ' applyAlignment="1"', wrap),
  xf(0, 1, ' applyFont="1" applyAlignment="1"', wrap),
  xf(0, 2, ' applyFont="1" applyAlignment="1"', wrap),
]

/** The styles part of every workbook (ECMA-376-1, 18.8). */
export const stylesXml = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  + '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
  + '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF706A60"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
