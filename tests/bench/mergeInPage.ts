// Bundled and run in the window: the domain's own merge, until something in the window reaches it.
import { mergeCodes } from '../../src/domain/changes/commands/codebook/merge'

Object.assign(window, { mergeCodes })
