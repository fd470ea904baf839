import type { RecordedRequest } from './contract.js';

/** A request of the log as JSON. Whoever may read it over HTTP learns which kind of credential was sent, not the credential. */
export function describeRequest(request: RecordedRequest): Record<string, unknown> {
  const { method, path, target, text, json, at, upgrade, status } = request;
  return {
    method,
    path,
    target,
    query: [...request.query],
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        isCredential(name) ? hidden(value) : value,
      ]),
    ),
    text,
    json: json ?? null,
    at,
    upgrade,
    status: status ?? null,
  };
}

function isCredential(name: string): boolean {
  return /^(?:proxy-)?authorization$|^cookie$|(?:^|-)(?:token|secret|api-?key)$/.test(name);
}

/** `Bearer abc` becomes `Bearer …`; a value without a scheme becomes `…`. */
function hidden(value: string): string {
  const scheme = /^[A-Za-z][\w-]*(?= \S)/.exec(value)?.[0];
  return scheme === undefined ? '…' : `${scheme} …`;
}
