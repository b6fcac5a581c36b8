/** An HTTP answer as `curl -i` or `curl -v` prints it, or as it is copied from a browser. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** What `WWW-Authenticate` says, if the answer has one. */
  readonly challenge: string | undefined;
}

const statusLine = /^[<\s]*HTTP\/\d(?:\.\d)?[ \t]+(\d{3})[^\n]*$/gm;

/**
 * Takes an HTTP answer apart: the last one, if there are several (after a redirect or `100 Continue`).
 *
 * @returns undefined if the text isn't one
 */
export function readHttp(text: string): HttpAnswer | undefined {
  if (!/^(?:[$#>%]\s|curl\b|\*\s|[<>]\s|HTTP\/|\{ \[|\s|%)/.test(text)) return undefined;
  const [...found] = text.matchAll(statusLine);
  const last = found.at(-1);
  if (!last) return undefined;
  const lines = text.slice(last.index).split(/\r?\n/);
  // `curl -v` puts a < before each line of the head.
  const blank = lines.findIndex((line) => /^<?\s*$/.test(line));
  const headers = (blank === -1 ? lines : lines.slice(0, blank)).map((line) => line.replace(/^< /, ''));
  const body = blank === -1 ? [] : lines.slice(blank + 1).filter((line) => !/^(?:\*|[{}] \[\d+ bytes)/.test(line));
  const challenge = headers.find((line) => /^www-authenticate:/i.test(line));
  return {
    status: Number(last[1]),
    body: body.join('\n').trim(),
    challenge: challenge?.slice(challenge.indexOf(':') + 1).trim(),
  };
}
