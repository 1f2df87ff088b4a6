import { expect, test } from 'vitest'
import { isWorkFolder, looksLikeWork } from '../../../src/formats/work/looksLikeWork'

const bytes = (text: string): Uint8Array => Buffer.from(text)

test.each([
  ['study.qdpx', 'PK'], ['CODES.QDC', ''], ['study.sqlite3', 'SQLite format 3\0…'], ['project.json', '{"format":"synoptic-project","version":1'],
  ['web.json', '[\n {"id": "x", "@context": "http://www.w3.org/ns/anno.jsonld"'], ['doc.tsv', '#FORMAT=WebAnno TSV 3.3\n'],
  ['codes.xml', '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0">'], ['project.xml', '\uFEFF<?xml version="1.0"?><qda:Project name="x" xmlns:qda="urn:QDA-XML:project:1.0">'],
  ['one_ann.json', '{"uuid": "1", "phrase-level-annotations": []'], ['tasks.json', '[{"id": 1, "annotations": [{"id": 2, "completed_by": 1'],
])('%s beginning with %s can only be coding', (name, head) => {
  expect(looksLikeWork(name, bytes(head))).toBe(true)
})

test.each([
  ['article.txt', 'The harbour stays open.'], ['articles.jsonl', '{"text": "The harbour", "label": [[0, 3, "A"]]}'], ['articles.csv', 'title,text\n'], ['book.epub', 'PK'],
  ['page.html', '<!DOCTYPE html><html><head><title>Project</title>'], ['factiva.xml', '<?xml version="1.0"?><ppsArticleResponse>'], ['articles.json', '[{"headline": "http://www.w3.org/ is old", "text": "x"}]'], ['empty', ''],
])('%s beginning with %s may hold articles', (name, head) => {
  expect(looksLikeWork(name, bytes(head))).toBe(false)
})

test('a folder is coding where a program’s files lie in it, not where texts do', () => {
  expect(isWorkFolder(['data.qda', 'documents'])).toBe(true)
  expect(isWorkFolder(['a.txt', 'A.ANN', 'annotation.conf'])).toBe(true)
  expect(isWorkFolder(['a.txt', 'b.ann'])).toBe(false)
  expect(isWorkFolder(['a.txt', 'b.txt'])).toBe(false)
})
