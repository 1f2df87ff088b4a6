/** Versions of what Synoptic runs on. */
export const engineVersions = (): { readonly electron: string; readonly chrome: string; readonly node: string } =>
  ({ electron: process.versions.electron, chrome: process.versions['chrome'] ?? '', node: process.versions.node })
