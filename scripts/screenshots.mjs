// npm run screenshots [-- <part of a name>]: draws the pictures in docs/images anew.
import { runSpecs } from './specs.mjs'

await runSpecs({ folder: 'tests/screenshots', ending: '.shots.ts', what: 'screenshots' })
