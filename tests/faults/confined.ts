// A process that tries what reading a file must not do, and tells what became of it.
import '../../src/formats/reading/confine'
import * as childProcess from 'node:child_process'
import * as dgram from 'node:dgram'
import * as dns from 'node:dns'
import * as fs from 'node:fs'
import { open as openAlone, readFile, writeFile as writeAlone } from 'node:fs/promises'
import * as http from 'node:http'
import * as http2 from 'node:http2'
import * as https from 'node:https'
import * as net from 'node:net'
import { join } from 'node:path'
import * as tls from 'node:tls'

const [folder = '', address = '', port = '0'] = process.argv.slice(2)
const url = `http://${address}:${port}/`
const made = join(folder, 'made')
const there = join(folder, 'there')

const attempts: Readonly<Record<string, () => unknown>> = {
  fetch: () => fetch(url),
  'http.get': () => http.get(url),
  'http.request': () => http.request(url).end(),
  'https.get': () => https.get(url),
  'http2.connect': () => http2.connect(url),
  'net.connect': () => net.connect(Number(port), address),
  'net.Socket': () => new net.Socket().connect(Number(port), address),
  'tls.connect': () => tls.connect(Number(port), address),
  'dgram.createSocket': () => dgram.createSocket('udp4'),
  'dns.lookup': () => { dns.lookup('localhost', () => undefined) },
  'dns.promises.lookup': () => dns.promises.lookup('localhost'),
  'dns.Resolver': () => { new dns.Resolver().resolve4('localhost', () => undefined) },
  'dns.promises.Resolver': () => new dns.promises.Resolver().resolve4('localhost'),
  'child_process.spawn': () => childProcess.spawn(process.execPath, ['-v']),
  'child_process.execSync': () => childProcess.execSync('true'),
  'fs.writeFileSync': () => { fs.writeFileSync(made, 'x') },
  'fs.writeFile': () => { fs.writeFile(made, 'x', () => undefined) },
  'fs.promises.writeFile': () => fs.promises.writeFile(made, 'x'),
  'writeFile by name': () => writeAlone(made, 'x'),
  'fs.createWriteStream': () => fs.createWriteStream(made).write('x'),
  'fs.openSync': () => fs.openSync(made, 'w'),
  'fs.open': () => { fs.open(made, 'a', () => undefined) },
  'fs.promises.open': () => fs.promises.open(made, 'wx'),
  'open by name': () => openAlone(made, fs.constants.O_WRONLY | fs.constants.O_CREAT),
  'fs.appendFileSync': () => { fs.appendFileSync(there, 'x') },
  'fs.copyFileSync': () => { fs.copyFileSync(there, made) },
  'fs.cpSync': () => { fs.cpSync(there, made) },
  'fs.mkdirSync': () => fs.mkdirSync(made),
  'fs.renameSync': () => { fs.renameSync(there, made) },
  'fs.unlinkSync': () => { fs.unlinkSync(there) },
  'fs.promises.rm': () => fs.promises.rm(there),
  'fs.symlinkSync': () => { fs.symlinkSync(there, made) },
  'fs.truncateSync': () => { fs.truncateSync(there) },
  'fs.chmodSync': () => { fs.chmodSync(there, 0o777) },
}

const allowed: string[] = []
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt()
    allowed.push(name)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Reading a file may not use '))) allowed.push(`${name}: ${String(error)}`)
  }
}
const read = [await readFile(there, 'utf8'), fs.readFileSync(there, 'utf8'), fs.readdirSync(folder).join()]
process.stdout.write(JSON.stringify({ allowed, tried: Object.keys(attempts).length, read }))
