import type { Fault } from './contract.js';

/** An answer that no route made. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const htmlPage = `<!DOCTYPE html>
<html>
<head><title>Temporarily unavailable</title></head>
<body><h1>Down for maintenance</h1><p>Sorry for the inconvenience. We will be back shortly.</p></body>
</html>
`;

/** The faults that answer in place of the route. */
export type PlainFault = Extract<Fault, { kind: 'status' | 'html' | 'refuse' }>;

export function isPlainFault(fault: Fault): fault is PlainFault {
  return fault.kind === 'status' || fault.kind === 'html' || fault.kind === 'refuse';
}

export function plainAnswerOf(fault: PlainFault): PlainAnswer {
  if (fault.kind === 'refuse') return { status: fault.status ?? 503, headers: {}, body: '' };
  if (fault.kind === 'status') {
    return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' };
  }
  return {
    status: fault.status ?? 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: fault.body ?? htmlPage,
  };
}

/** The page that stands in for a service that is down. */
export function maintenancePage(): Response {
  return toResponse(plainAnswerOf({ kind: 'html' }));
}

export function toResponse(answer: PlainAnswer): Response {
  // Some statuses must not have a body, not even an empty one.
  return new Response(answer.body === '' ? null : answer.body, answer);
}
