import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './contract.js';
import { plainAnswerOf, toResponse } from './plain-answer.js';
import { answerHalf, endConnection, neverAnswer, truncated } from './raw-answer.js';

/** One request on its way through the server. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Runs the route. */
  route(): Promise<Response>;
  wait(ms: number): Promise<void>;
}

/** Carries out a fault on an HTTP request. */
export async function spoil(fault: Fault, exchange: Exchange): Promise<Response> {
  const { incoming, outgoing } = exchange;
  switch (fault.kind) {
    case 'delay':
      await exchange.wait(fault.ms);
      return exchange.route();
    case 'status':
    case 'html':
    case 'refuse':
      return toResponse(plainAnswerOf(fault));
    case 'wrongType':
      return withContentType(await exchange.route(), fault.contentType);
    case 'drop':
    case 'reset':
      if (fault.when === 'after') await exchange.route();
      return endConnection(incoming, fault.kind === 'reset' ? 'reset' : 'close');
    case 'cut':
      return answerHalf(await exchange.route(), outgoing, fault.reset === true ? 'reset' : 'close');
    case 'stall':
      return answerHalf(await exchange.route(), outgoing, 'silence');
    case 'truncate':
      return truncated(await exchange.route());
    case 'hang':
    default:
      return neverAnswer();
  }
}

function withContentType(response: Response, contentType: string): Response {
  const headers = new Headers(response.headers);
  headers.set('content-type', contentType);
  return new Response(response.body, { status: response.status, headers });
}
