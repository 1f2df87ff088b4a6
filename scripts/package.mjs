// npm run package: builds the application and lays it out in dist/, to be started without Node or a clone.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { mayBeGivenAway, packageInto, packageName, readFuses } from './packaging.mjs'
import { main, root, say, SetupError } from './project.mjs'

await main(async () => {
  ensureDependencies()
  const electron = await ensureElectron()
  ensureBuild(electron.path)
  const name = packageName(electron)
  const program = await packageInto(electron, join(root, 'dist', name))
  for (const [fuse, on] of Object.entries(await readFuses(program))) say(`${fuse} is ${on ? 'on' : 'off'}`)
  say(`Packaged: dist/${name}`)
  if (!mayBeGivenAway(electron)) return say(`It stands on Electron ${electron.version}, for trying out only: do not give it to anybody. No archive was made.`)
  const done = spawnSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: join(root, 'dist'), encoding: 'utf8' })
  if (done.status !== 0) throw new SetupError(`tar could not write dist/${name}.tar.gz: ${(done.stderr || String(done.error)).trim()}`)
  say(`To give away: dist/${name}.tar.gz`)
})
