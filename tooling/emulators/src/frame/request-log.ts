import type { IncomingMessage } from 'node:http';
import type { RecordedRequest, RequestLog } from './contract.js';
import { matches } from './match.js';

/** How many of anything an emulator remembers that runs for weeks, unless it is told otherwise. */
export const longestLog = 50_000;

/** The oldest requests are also forgotten when the bodies of all hold so many bytes. */
const mostBodyBytes = 64 * 1024 * 1024;

/** A request in the log while it is under way: the body and the status arrive later. */
export class OpenRequest implements RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
  readonly upgrade: boolean;
  body: Uint8Array = new Uint8Array();
  status: number | undefined = undefined;

  constructor(incoming: IncomingMessage, at: number, upgrade: boolean) {
    this.method = incoming.method ?? 'GET';
    this.target = incoming.url ?? '/';
    this.path = pathOf(this.target);
    this.query = new URLSearchParams(this.target.slice(this.path.length));
    this.headers = headersOf(incoming);
    this.at = at;
    this.upgrade = upgrade;
  }

  get text(): string {
    return new TextDecoder().decode(this.body);
  }

  get json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      return undefined;
    }
  }
}

/** The log of one server, to which the server alone adds. */
export interface WritableRequestLog extends RequestLog {
  add(request: OpenRequest): void;
  /** Notes the body of a request that was added before. */
  addBody(request: OpenRequest, body: Uint8Array): void;
}

export function createRequestLog(limit: number = longestLog): WritableRequestLog {
  const all: OpenRequest[] = [];
  let bodyBytes = 0;
  const forgetOldest = (): void => {
    while (all.length > limit || (bodyBytes > mostBodyBytes && all.length > 1)) {
      bodyBytes -= all.shift()?.body.length ?? 0;
    }
  };
  return {
    all,
    matching: (match) => all.filter((request) => matches(match, request)),
    clear() {
      all.length = 0;
      bodyBytes = 0;
    },
    add(request) {
      all.push(request);
      forgetOldest();
    },
    addBody(request, body) {
      request.body = body;
      // One that was forgotten or cleared away meanwhile counts no more.
      if (body.length === 0 || all.lastIndexOf(request) === -1) return;
      bodyBytes += body.length;
      forgetOldest();
    },
  };
}

/** The path of a request target, without its query. */
export function pathOf(target: string): string {
  const queryAt = target.indexOf('?');
  return queryAt === -1 ? target : target.slice(0, queryAt);
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
