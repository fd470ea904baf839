import { loadPart } from '../live/load-part.js';
import type { Presence, PresenceOptions } from './presence.js';
import type { SlackLive } from '../types/slack-live.js';

/** The subscriptions of a client, which are loaded when presence is first asked for: most clients never do. */
export interface LatePresence extends Pick<
  SlackLive,
  'subscribePresence' | 'unsubscribePresence' | 'queryPresence'
> {
  /** Those that are loaded. */
  readonly current: Presence | undefined;
}

export function createLatePresence(options: PresenceOptions): LatePresence {
  let current: Presence | undefined;

  async function load(): Promise<Presence> {
    const { createPresence } = await loadPart(import('./presence.js'));
    return (current ??= createPresence(options));
  }

  return {
    get current() {
      return current;
    },
    async subscribePresence(ids) {
      (await load()).subscribe(ids);
    },
    async unsubscribePresence(ids) {
      (await load()).unsubscribe(ids);
    },
    async queryPresence(ids) {
      await (await load()).query(ids);
    },
  };
}
