import type { Fault, Faults, FrameFault, FrameFaults } from '../../frame/index.js';
import type { Service } from '../service.js';
import { answerHeaders } from '../wire/headers.js';
import { type CallFilter, isCall, typeOf } from './selectors.js';

/** What can go wrong with a call over HTTP beside what can go wrong with any. */
export type CallFailure =
  | Fault
  /** `ok: false`. `details` is what the answer says besides, such as `needed` and `provided`. */
  | {
      readonly kind: 'refusal';
      readonly error: string;
      readonly details?: Readonly<Record<string, unknown>>;
    }
  /** 429 and `ratelimited`. Without `retryAfter` no such header is sent; it need not be a number. */
  | { readonly kind: 'ratelimited'; readonly retryAfter?: string }
  /** Sent elsewhere. Default status 302. */
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number };

interface HowOften {
  /** Whose. Default: everybody's. */
  readonly token?: string;
  /** How many it is for. Default 1; `Infinity` for all. */
  readonly times?: number;
  /** How many pass first. Default 0. */
  readonly skip?: number;
}

/** What is to go wrong: with calls over HTTP, with handshakes of WebSockets, or with frames on their way to clients. */
export type FailRule =
  | (HowOften & Omit<CallFilter, 'token'> & { readonly call: CallFailure })
  | (HowOften & { readonly handshake: Fault })
  | (HowOften & {
      readonly frame: FrameFault;
      /** Of frames of this type; `ack` for the answer to a message, which has none. Default: of all. */
      readonly type?: string;
      /** Of frames that hold this text. */
      readonly contains?: string;
      readonly connectionId?: string;
    });

/** Makes things go wrong. */
export interface Failures {
  /** Adds a rule, which comes after those that are there. The function returned takes it back. */
  fail(rule: FailRule): () => void;
  /** Takes back all rules, of whatever kind. */
  heal(): void;
}

export function createFailures(
  service: Service,
  { faults, frameFaults }: { readonly faults: Faults; readonly frameFaults: FrameFaults },
): Failures {
  return {
    fail(rule) {
      const { times = 1, skip = 0, token } = rule;
      if ('call' in rule) {
        return faults.add({
          match: { upgrade: false, where: (request) => isCall(request, rule) },
          fault: faultOf(service, rule.call),
          times,
          skip,
        });
      }
      if ('handshake' in rule) {
        return faults.add({
          match: {
            upgrade: true,
            where: ({ target }) => token === undefined || tokenOfAddress(service, target) === token,
          },
          fault: rule.handshake,
          times,
          skip,
        });
      }
      const { type, contains, connectionId } = rule;
      return frameFaults.add({
        match: (text, socket) =>
          (connectionId === undefined || socket === connectionId) &&
          (contains === undefined || text.includes(contains)) &&
          (type === undefined || typeOf(parse(text)) === type) &&
          (token === undefined || tokenOfSocket(service, socket) === token),
        fault: rule.frame,
        times,
        skip,
      });
    },
    heal() {
      faults.clear();
      frameFaults.clear();
    },
  };
}

function faultOf({ ids }: Service, failure: CallFailure): Fault {
  const answer = (status: number, body: object, extra: Readonly<Record<string, string>> = {}): Fault => ({
    kind: 'status',
    status,
    headers: answerHeaders({
      requestId: ids.request(),
      reachedApi: true,
      scopes: undefined,
      acceptedScopes: undefined,
      extra,
    }),
    body: JSON.stringify(body),
  });
  if (failure.kind === 'refusal') {
    return answer(200, { ok: false, error: failure.error, ...failure.details });
  }
  if (failure.kind === 'ratelimited') {
    const { retryAfter } = failure;
    const extra = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    return answer(429, { ok: false, error: 'ratelimited' }, extra);
  }
  if (failure.kind === 'redirect') {
    const { location, status = 302 } = failure;
    return { kind: 'status', status, headers: { location } };
  }
  return failure;
}

/** The token behind the address of a socket. */
function tokenOfAddress({ hub, links }: Service, target: string): string | undefined {
  const { pathname, searchParams } = new URL(target, 'ws://localhost');
  const [, ticket = ''] = /^\/websocket\/(\w+)$/.exec(pathname) ?? [];
  return (
    hub.tickets.find(ticket)?.session.token ??
    links.findTicket(searchParams.get('ticket') ?? '')?.token ??
    searchParams.get('token') ??
    undefined
  );
}

function tokenOfSocket({ hub, links }: Service, id: string): string | undefined {
  for (const socket of [...hub.connections, ...links.links])
    if (socket.id === id) return socket.session.token;
  return undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
