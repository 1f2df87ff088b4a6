/** The same library with its WebAssembly inside, so that it asks for no file. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export { default } from 'sql.js'
}
