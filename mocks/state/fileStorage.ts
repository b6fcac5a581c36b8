import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { StateStorage } from './StateStorage.ts';

const delayMs = 300;

export interface FileStorage extends StateStorage {
  /** Writes what is still waiting. */
  readonly flush: () => void;
}

/**
 * Keeps snapshots in one file, written as a whole and atomically, shortly after a change and when the
 * process exits (not when a signal kills it: who runs it turns signals into an exit).
 *
 * @param log one line for people, when something is set aside
 */
export function fileStorage(path: string, log: (line: string) => void): FileStorage {
  let waiting: (() => string) | undefined;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const snapshot = waiting;
    waiting = undefined;
    if (!snapshot) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, snapshot());
  }

  process.once('exit', flush);
  return {
    read: () => {
      flush();
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
    save: (snapshot) => {
      waiting = snapshot;
      timer ??= setTimeout(flush, delayMs);
    },
    setAside: (reason) => {
      const aside = `${path}.${new Date().toISOString().replace(/[:.]/g, '-')}.unusable`;
      renameSync(path, aside);
      log(`The state in ${path} can't be used: ${reason}. It is kept as ${aside}; the simulator starts afresh.`);
    },
    flush,
  };
}
