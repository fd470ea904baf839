import { headersTooLarge, uriTooLong } from '../errors.js';

/** Of the URI and the headers together. */
const largestHead = 16_384;

/** Refuses a request whose URI, or whose URI and headers together, are too large. */
export function checkSize(request: Request): void {
  const { pathname, search } = new URL(request.url);
  const uri = pathname.length + search.length;
  if (uri > largestHead) throw uriTooLong(largestHead);
  let head = uri;
  // Each header has its colon, its blank and its end of line.
  for (const [name, value] of request.headers) head += name.length + value.length + 4;
  if (head > largestHead) throw headersTooLarge(largestHead);
}
