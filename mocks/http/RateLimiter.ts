const windowMs = 60_000;

interface Counter {
  windowStart: number;
  current: number;
  previous: number;
}

export interface RateDecision {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Unix seconds of the window's end. */
  readonly reset: number;
}

/** Counts requests by key in a sliding window of a minute. Mirrors `github.com/go-chi/httprate` limitCounter. */
export class RateLimiter {
  private readonly counters = new Map<string, Counter>();

  count(key: string, limit: number, now: number): RateDecision {
    const start = now - (now % windowMs);
    if (this.counters.size > 10_000) this.forgetOld(start);
    const counter = this.counters.get(key) ?? { windowStart: start, current: 0, previous: 0 };
    this.counters.set(key, counter);
    if (counter.windowStart !== start) {
      counter.previous = counter.windowStart === start - windowMs ? counter.current : 0;
      counter.current = 0;
      counter.windowStart = start;
    }
    const rate = Math.round(counter.previous * (1 - (now - start) / windowMs) + counter.current);
    const allowed = rate < limit;
    if (allowed) counter.current += 1;
    return { allowed, remaining: allowed ? limit - rate - 1 : 0, reset: (start + windowMs) / 1000 };
  }

  clear(): void {
    this.counters.clear();
  }

  private forgetOld(start: number): void {
    for (const [key, counter] of this.counters) {
      if (counter.windowStart < start - windowMs) this.counters.delete(key);
    }
  }
}
