import { join } from 'node:path'
import { app } from 'electron'

/** Where the data files that come with Synoptic are. */
export const resourcesFolder = (): string => (app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'))

export const iconPath = (): string => join(resourcesFolder(), 'icon.png')
