// First load of the IdP Sync page: the scripts that the browser fetches before anything is clicked.
import { readFileSync } from 'node:fs';

/** @typedef {{ file: string, imports?: string[] }} Chunk */

const entries = ['index.html'];

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));

/**
 * A chunk and all that it imports statically, transitively.
 * @param {string} key
 * @param {Set<string>} files
 */
function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk for ${key}: is it still an entry or a lazy route?`);
  const path = `dist/${chunk.file}`;
  if (files.has(path)) return;
  files.add(path);
  for (const imported of chunk.imports ?? []) collect(imported, files);
}

/** @type {Set<string>} */
const files = new Set();
for (const entry of entries) collect(entry, files);

export default [
  { name: 'First load of IdP Sync, gzip', path: [...files], gzip: true, limit: '175 kB' },
  { name: 'First load of IdP Sync, brotli', path: [...files], brotli: true, limit: '155 kB' },
];
