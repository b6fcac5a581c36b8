import { readFileSync } from 'node:fs';

// The licences of what ships: every package that the lock file doesn't keep for development alone. Prints them; fails on one that
// asks for more than its own text to be passed on, which dist/licences.md does.

const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/** @type {{ packages: Record<string, { version?: string, license?: string, dev?: boolean, devOptional?: boolean }> }} */
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** @type {Map<string, string[]>} */
const byLicence = new Map();
for (const [path, { version, license = 'none', dev, devOptional }] of Object.entries(packages)) {
  if (path === '' || dev || devOptional) continue;
  const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`;
  byLicence.set(license, [...(byLicence.get(license) ?? []), name]);
}

for (const [licence, names] of byLicence) console.log(`${licence}: ${names.sort().join(', ')}`);
const refused = Array.from(byLicence.keys()).filter((licence) => !allowed.has(licence));
if (refused.length > 0) console.error(`Not known to be compatible: ${refused.join(', ')}`);
if (byLicence.size === 0) console.error('The lock file names no package that ships.');
process.exitCode = refused.length > 0 || byLicence.size === 0 ? 1 : 0;
