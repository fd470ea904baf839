import type { RecordedRequest, RequestMatch } from './contract.js';

/** True when the request has everything that `match` asks for. */
export function matches(match: RequestMatch, request: RecordedRequest): boolean {
  return (
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.upgrade === undefined || match.upgrade === request.upgrade) &&
    (match.path === undefined || pathMatches(match.path, request.path)) &&
    (match.where === undefined || match.where(request))
  );
}

function pathMatches(wanted: string | RegExp, path: string): boolean {
  // `search` and not `test`: a pattern with the flag `g` would remember where it stopped.
  return typeof wanted === 'string' ? wanted === path : path.search(wanted) !== -1;
}
