// Who may import whom; tests/unit/scripts/layers.test.ts shows every rule refusing something.
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** A layer reaches, within src, its own folder and the others named. */
const only = (layer, ...others) => rule(`${layer}-reaches-only`, { path: `^src/${layer}/` }, { path: '^src/', pathNot: [layer, ...others].map((name) => `^src/${name}`) })

const components = '^src/renderer/(views|controls)/'

const options = {
  doNotFollow: { path: 'node_modules' },
  tsConfig: { fileName: 'tsconfig.base.json' },
  enhancedResolveOptions: { exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css'], conditionNames: ['import', 'require', 'node', 'default'] },
}

module.exports = {
  forbidden: [
    rule('no-circle', {}, { circular: true }),
    // What cannot be found cannot be judged. (vite/client holds types alone, which the resolver does not look for.)
    rule('no-unresolved', {}, { couldNotResolve: true, pathNot: '^vite/client$' }),

    only('domain'),
    only('formats', 'domain/'),
    only('storage', 'domain/'),
    only('exchange', 'domain/', 'formats/', 'storage/'),
    only('main', 'domain/', 'formats/', 'storage/', 'exchange/', 'preload/contract\\.ts$'),
    only('cli', 'domain/', 'formats/', 'storage/', 'exchange/'),
    only('preload', 'domain/'),
    only('renderer', 'domain/', 'preload/contract\\.ts$'),
    // diff: which words of two texts are the same is computed, not looked up, and its code is as pure as the domain's.
    rule('domain-has-only-zod-and-diff', { path: '^src/domain/' }, { pathNot: ['^src/', 'node_modules/(zod|diff)/'] }),

    rule('contract-as-types', { path: '^src/', pathNot: '^src/preload/' }, { path: '^src/preload/contract\\.ts$', dependencyTypesNot: ['type-only', 'type-import'] }),
    rule('contract-has-only-domain-types', { path: '^src/preload/(contract|calls/\\w+)\\.ts$' }, { dependencyTypesNot: ['type-only', 'type-import'] }),
    rule('preload-through-its-contract', { path: '^src/preload/', pathNot: '^src/preload/(contract|calls/\\w+)\\.ts$' }, { pathNot: ['^src/preload/', 'node_modules/electron/'] }),

    rule('electron-in-main-and-preload', { path: '^src/', pathNot: '^src/(main|preload)/' }, { path: 'node_modules/electron/' }),
    // The reader's confinement takes them away, and its host starts it where there is no Electron.
    rule('no-network-no-programs', { path: '^src/', pathNot: '^src/formats/reading/(confine|host)\\.ts$' }, { path: '^(node:)?(child_process|cluster|dgram|dns|http|http2|https|inspector|net|repl|tls)($|/)', dependencyTypes: ['core'] }),
    rule('renderer-without-node', { path: '^src/renderer/' }, { dependencyTypes: ['core'] }),

    rule('store-below-the-rest', { path: '^src/renderer/store/' }, { path: [components, '^src/renderer/(commands|reader)/'] }),
    rule('reader-below-the-rest', { path: '^src/renderer/reader/' }, { path: [components, '^src/renderer/(commands|store)/'] }),
    rule('commands-below-views', { path: '^src/renderer/commands/' }, { path: components }),
    rule('controls-alone', { path: '^src/renderer/controls/' }, { path: '^src/renderer/(views|commands|store|reader)/' }),
  ],
  // Type-only imports count here, as they too tie one layer to another.
  options: { ...options, tsPreCompilationDeps: true },
}
