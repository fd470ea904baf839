import { createSystemClock, startServer, type RunningServer } from '@x/emulators/frame';
import { onTestFinished } from 'vitest';
import { createChatHttp, type ChatHttp } from '../src/http.js';
import { readOptions } from '../src/options.js';
import type { Session } from '../src/session.js';

/** A service for one test that answers in ways of which nobody can have the emulator's rooms answer. */
export async function startService(
  answer: (request: Request) => Response | Promise<Response>,
): Promise<RunningServer> {
  const server = await startServer({ clock: createSystemClock(), routes: answer });
  onTestFinished(() => server.close());
  return server;
}

/** What talks to a service, with a session that is never renewed. */
export async function talkTo(
  answer: (request: Request) => Response | Promise<Response>,
): Promise<{ readonly http: ChatHttp; readonly server: RunningServer }> {
  const server = await startService(answer);
  const session: Session = { fkey: 'the-fkey', me: { id: 1, name: 'Ann' } };
  const credential = { get: async () => session, refresh: async () => session };
  const settings = readOptions({ chatRoot: server.url, retries: 0 });
  const sessions = {
    whatThereIs: credential,
    account: credential,
    current: session,
    notice: async () => undefined,
  };
  return { http: createChatHttp(settings, sessions), server };
}

/** An answer of the service in words; with the header by which it tells a refusal from any other. */
export function sentence(text: string, status = 409, isRefusal = true): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...(isRefusal && { chat: 'error' }) },
  });
}
