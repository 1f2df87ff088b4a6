/**
 * What folders suggest as outlets, for each file the names of the folders between the picked one and it. Collections are often
 * sorted as `outlet/article.txt`, so where the files part into several folders, those folders' names are
 * offered; below one folder alone, or beside the folders, nothing is known.
 */
export function folderOutlets(files: readonly (readonly string[])[]): string[] {
  const nested = files.filter((folders) => folders.length > 0)
  let level = 0
  while (new Set(nested.map((folders) => folders[level])).size === 1 && nested[0]?.[level] !== undefined) level += 1
  const names = new Set(nested.flatMap((folders) => folders[level] ?? []))
  return files.map((folders) => (names.size > 1 ? folders[level] ?? '' : ''))
}
