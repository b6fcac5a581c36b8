import { type FilterRequest, workerReady } from './FilterRequest.ts';
import { testPattern } from './testPattern.ts';

addEventListener('message', ({ data }: MessageEvent<FilterRequest>) => {
  postMessage(testPattern(data.pattern, data.values));
});
postMessage(workerReady);
