import { join } from 'node:path'
import { app } from 'electron'

/** Where the data files that come with Synoptic are: beside its code, in a package in the one archive with it. */
export const resourcesFolder = (): string => join(app.getAppPath(), 'resources')

export const iconPath = (): string => join(resourcesFolder(), 'icon.png')
