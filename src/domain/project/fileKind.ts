/** The kinds of file a project folder holds. */
export type FileKind = 'project' | 'codebook' | 'events' | 'entities' | 'outlets' | 'rulings' | 'articles' | 'annotations'
