import { createSystemClock, startServer, type Clock, type RunningServer } from '@x/emulators/frame';
import { onTestFinished } from 'vitest';
import type { HttpEvent } from '../src/index.js';

/** A service for one test. `answer` gets the request and how many came before it. */
export async function startService(
  answer: (request: Request, count: number) => Response | Promise<Response> = echo,
  clock: Clock = createSystemClock(),
): Promise<RunningServer> {
  let count = 0;
  const server = await startServer({ clock, routes: (request) => answer(request, count++) });
  onTestFinished(() => server.close());
  return server;
}

/** Answers with what arrived. */
export async function echo(request: Request): Promise<Response> {
  return Response.json({
    method: request.method,
    path: new URL(request.url).pathname,
    headers: Object.fromEntries(request.headers),
    text: await request.text(),
  });
}

/** What a call says about itself; a credential that could not be saved is no matter of a call. */
export type CallEvent = Exclude<HttpEvent, { type: 'unsaved' | 'limits' }>;

/** Collects what a call says about itself. */
export function record(): { readonly events: CallEvent[]; readonly observe: (event: HttpEvent) => void } {
  const events: CallEvent[] = [];
  return {
    events,
    observe: (event) => event.type !== 'unsaved' && event.type !== 'limits' && events.push(event),
  };
}
