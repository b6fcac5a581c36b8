import type { Page } from '@playwright/test';

/** Times from an input to the next paint, and to the end of all work that followed, in ms. */
interface Sample {
  readonly paint: number;
  readonly busy: number;
}

interface Recorder {
  paint: number;
  busy: number;
  /** What is pasted next. */
  pasted: string;
}

declare global {
  interface Window {
    paintRecorder: Recorder;
  }
}

/** Measures in the page how long it takes from an input event to the frame that shows it. */
export class PaintMeter {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param page one that is not open yet */
  static async on(page: Page): Promise<PaintMeter> {
    await page.addInitScript(record);
    return new PaintMeter(page);
  }

  /** Does one thing, and waits until the page is idle again. */
  async sample(act: () => Promise<void>): Promise<Sample> {
    await this.page.evaluate(() => {
      window.paintRecorder.paint = 0;
      window.paintRecorder.busy = 0;
    });
    await act();
    await this.settle();
    return this.page.evaluate(() => ({ ...window.paintRecorder }));
  }

  /** From the next paste until a text stands in a list, and the frame that shows it is painted. */
  async until(text: string, act: () => Promise<void>): Promise<number> {
    const shown = this.page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          let started = 0;
          // Not the field, whose text is in the document too.
          const lists = () => [...document.querySelectorAll('main ul')].map(({ textContent }) => textContent).join();
          window.addEventListener('paste', (event) => (started ||= event.timeStamp), { capture: true, once: true });
          const observer = new MutationObserver(() => {
            if (started === 0 || !lists().includes(wanted)) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
          });
          observer.observe(document, { childList: true, subtree: true, characterData: true });
        }),
      text,
    );
    await act();
    return shown;
  }

  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 5000 })));
        }),
    );
  }
}

/** Runs in the page before anything else. The message comes right after the frame has been painted. */
function record(): void {
  const recorder: Recorder = { paint: 0, busy: 0, pasted: '' };
  window.paintRecorder = recorder;
  const after = (event: Event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        recorder.paint = Math.max(recorder.paint, performance.now() - event.timeStamp);
      };
      port2.postMessage(undefined);
    });
  };
  for (const type of ['keydown', 'pointerdown', 'click', 'input']) {
    window.addEventListener(type, after, { capture: true, passive: true });
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recorder.busy += duration;
  }).observe({ type: 'longtask' });
}
