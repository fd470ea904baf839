import type { ConnectionState } from '@x/http-core/live';
import { slackError } from '../errors.js';
import type { EventStream } from './event-stream.js';
import type { KeptConnection } from './keep-connected.js';

/** What a client needs for a connection: it is loaded and made with the first need of it, and never to be closed. */
export interface LateSession<Session> {
  readonly made: Session | undefined;
  readonly state: ConnectionState;
  /** Makes it, if need be. Rejects with `closed` / `CLOSED` where it was closed before. */
  need(): Promise<Session>;
  /** Ends it for good. */
  readonly close: () => Promise<void>;
  /** Aborted by {@link LateSession.close}. */
  readonly closing: AbortSignal;
}

/** Makes it, from what loads what makes it. */
export function createLateSession<Session>(
  name: string,
  stream: EventStream,
  load: () => Promise<() => Session>,
  connectionOf: (session: Session) => Pick<KeptConnection, 'state' | 'close'>,
): LateSession<Session> {
  const closing = new AbortController();
  let made: Session | undefined;

  return {
    get made() {
      return made;
    },
    get state() {
      if (made !== undefined) return connectionOf(made).state;
      return closing.signal.aborted ? 'closed' : 'idle';
    },
    async need() {
      if (made === undefined && !closing.signal.aborted) {
        const make = await load();
        if (!closing.signal.aborted) made ??= make();
      }
      if (made === undefined) throw slackError('closed', 'CLOSED', `${name} is closed`);
      return made;
    },
    async close() {
      const isFirst = !closing.signal.aborted;
      closing.abort();
      if (made !== undefined) {
        await connectionOf(made).close();
      } else if (isFirst) {
        stream.emit('state', { from: 'idle', to: 'closed' });
        stream.end();
      }
    },
    closing: closing.signal,
  };
}
