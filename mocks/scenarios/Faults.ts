/** Something that goes wrong for the requests that it matches, until it is lifted. */
export interface Fault {
  readonly name: string;
  readonly matches: (method: string, path: string) => boolean;
  /** Strikes one request and is gone. */
  readonly once: boolean;
  /** @returns the answer, or undefined to let the request go on (later) */
  readonly strike: (request: Request) => Promise<Response | undefined>;
}

/** The faults at work. */
export class Faults {
  private active: readonly Fault[] = [];

  add(fault: Fault): void {
    this.active = [...this.active.filter(({ name }) => name !== fault.name), fault];
  }

  clear(): void {
    this.active = [];
  }

  async strike(request: Request): Promise<Response | undefined> {
    const path = new URL(request.url).pathname;
    for (const fault of this.active) {
      if (!fault.matches(request.method, path)) continue;
      if (fault.once) this.active = this.active.filter((other) => other !== fault);
      const response = await fault.strike(request);
      if (response) return response;
    }
    return undefined;
  }
}
