// By this name alone: Electron wraps its functions when somebody first asks for it so, which it can't do any more once they are locked.
import childProcess from 'child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

// Takes effect when it is loaded: to be imported first by the process that reads what nobody has checked. Parsers that would
// fetch what a file names, or write, fail at that instead. It is a second lock: none of them is meant to try.

type Functions = Record<string, unknown>

function forbid(what: string, owner: object, names: readonly string[]): void {
  const functions = owner as Functions
  for (const name of names) {
    if (typeof functions[name] !== 'function') continue
    fix(owner, name, refusal(`${what} (${name})`))
  }
}

const passedOver = (): void => undefined

/** For good: what is put in its place later, as Electron does when some modules are loaded, is passed over. */
const fix = (owner: object, name: string, value: unknown): void => {
  Object.defineProperty(owner, name, { get: () => value, set: passedOver, configurable: false, enumerable: true })
}

const refusal = (what: string) => function refused(): never {
  throw new Error(`Reading a file may not use ${what}.`)
}

const functionsOf = (owner: object): readonly string[] => Object.keys(owner).filter((name) => typeof (owner as Functions)[name] === 'function')

const network = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
forbid('the network', globalThis, network)
forbid('the network', net, ['connect', 'createConnection', 'createServer'])
forbid('the network', net.Socket.prototype, ['connect'])
forbid('the network', net.Server.prototype, ['listen'])
forbid('the network', tls, ['connect', 'createServer'])
forbid('the network', http, ['request', 'get', 'createServer'])
forbid('the network', https, ['request', 'get', 'createServer'])
forbid('the network', http2, ['connect', 'createServer', 'createSecureServer'])
forbid('the network', dgram, ['createSocket'])
forbid('the network', dns, functionsOf(dns))
forbid('the network', dns.promises, functionsOf(dns.promises))
forbid('the network', dns.Resolver.prototype, ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'])

forbid('other programs', childProcess, functionsOf(childProcess))

const WRITES = /^(?:l?ch(?:mod|own)|fch(?:mod|own)|append|copy|cp|f?truncate|l?utimes|futimes|link|symlink|mkdir|mkdtemp|rename|rm|rmdir|unlink|write|createWriteStream)/
forbid('the disk for writing', fs, functionsOf(fs).filter((name) => WRITES.test(name)))
forbid('the disk for writing', fs.promises, functionsOf(fs.promises).filter((name) => WRITES.test(name)))
for (const [owner, name] of [[fs, 'open'], [fs, 'openSync'], [fs.promises, 'open']] as const) openOnlyToRead(owner, name)
syncBuiltinESMExports()

function openOnlyToRead(owner: object, name: string): void {
  const functions = owner as Functions
  const open = functions[name] as (...args: unknown[]) => unknown
  const value = (path: unknown, flags: unknown, ...more: unknown[]): unknown => {
    // With two arguments the second may be the callback.
    const reads = flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY || typeof flags === 'function'
    return reads ? open(path, flags, ...more) : refusal(`the disk for writing (${name})`)()
  }
  fix(owner, name, value)
}
