// npm run bench [-- <part of a name>]
import { runSpecs } from './specs.mjs'

await runSpecs({ folder: 'tests/bench', ending: '.bench.ts', what: 'benchmarks' })
