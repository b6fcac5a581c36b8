import type { Page } from '@playwright/test';

/** Where a page could have left a text. */
interface Trace {
  readonly place: string;
  readonly text: string;
}

declare global {
  interface Window {
    written: [place: string, text: string][];
  }
}

/** Watches everything that leaves a page or outlives it: what is sent, stored, printed, or put in an address. */
export class Traces {
  private readonly seen: Trace[] = [];
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    const see = (place: string, text: string) => this.seen.push({ place, text });
    page.on('console', (message) => see('console', message.text()));
    page.on('request', (request) =>
      see('request', `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`),
    );
    page.on('websocket', (socket) => see('socket', socket.url()));
    page.on('framenavigated', (frame) => see('address', frame.url()));
    page.on('download', (download) => see('download', download.suggestedFilename()));
  }

  /** @param page one that is not open yet */
  static async on(page: Page): Promise<Traces> {
    await page.addInitScript(spy);
    return new Traces(page);
  }

  /** Places where a text was left, until now and now: also in the document. */
  async of(text: string): Promise<readonly string[]> {
    const now = await this.page.evaluate(look);
    return [...this.seen, ...now.map(([place, kept]) => ({ place, text: kept }))]
      .filter((trace) => trace.text.includes(text))
      .map(({ place }) => place);
  }

  /** How much was watched: a test that has seen nothing has shown nothing. */
  get count(): number {
    return this.seen.length;
  }
}

/** Runs in the page before anything else. */
function spy(): void {
  window.written = [];
  const watch = <K extends string>(owner: Record<K, (...given: never[]) => unknown>, name: K, place: string) => {
    const original = owner[name];
    owner[name] = function (this: unknown, ...given: never[]) {
      window.written.push([place, JSON.stringify(given) ?? '']);
      return original.apply(this, given);
    };
  };
  watch(Storage.prototype, 'setItem', 'storage, for a while');
  watch(History.prototype, 'pushState', 'history, for a while');
  watch(History.prototype, 'replaceState', 'history, for a while');
  watch(IDBObjectStore.prototype, 'put', 'IndexedDB, for a while');
  watch(IDBObjectStore.prototype, 'add', 'IndexedDB, for a while');
  watch(Cache.prototype, 'put', 'caches, for a while');
  watch(Navigator.prototype, 'sendBeacon', 'beacon');
  watch(BroadcastChannel.prototype, 'postMessage', 'other tabs');
}

async function look(): Promise<[place: string, text: string][]> {
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const names = 'caches' in window ? await caches.keys() : [];
  return [
    ...window.written,
    ['document', document.documentElement.outerHTML],
    [
      'fields',
      [...document.querySelectorAll('input, textarea')].map((field) => 'value' in field && field.value).join('\n'),
    ],
    ['address', location.href],
    ['history', JSON.stringify(history.state)],
    ['title', document.title],
    ['storage', JSON.stringify([{ ...localStorage }, { ...sessionStorage }])],
    ['cookies', document.cookie],
    ['IndexedDB', databases.join('\n')],
    ['caches', names.join('\n')],
    ['window', window.name],
  ];
}
