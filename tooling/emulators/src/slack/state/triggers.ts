import type { Clock } from '../../frame/index.js';
import { SlackError } from '../errors.js';
import type { Ids } from '../ids.js';

/** How long an app may open something after somebody did something. */
const lifeMs = 3_000;

/** What lets an app open a view for somebody who has just given a command or pressed a button. */
export interface Triggers {
  issue(appId: string, userId: string): string;
  /** Uses a trigger up; the result is whom something is opened for. Refuses one that is unknown, used, too old or of another app. */
  spend(id: string, appId: string): string;
}

export function createTriggers(clock: Clock, ids: Ids, teamId: string): Triggers {
  const triggers = new Map<
    string,
    { readonly appId: string; readonly userId: string; readonly expiresAt: number; isSpent: boolean }
  >();
  return {
    issue(appId, userId) {
      const now = clock.now();
      // Those that ended long ago need no telling apart from those that never were.
      for (const [id, { expiresAt }] of triggers) if (expiresAt + 20 * lifeMs < now) triggers.delete(id);
      const id = `${now}.${teamId}.${ids.request()}`;
      triggers.set(id, { appId, userId, expiresAt: now + lifeMs, isSpent: false });
      return id;
    },
    spend(id, appId) {
      const trigger = triggers.get(id);
      if (trigger?.appId !== appId) throw invalidTrigger();
      if (trigger.isSpent) throw new SlackError('exchanged_trigger_id');
      if (trigger.expiresAt <= clock.now()) throw new SlackError('expired_trigger_id');
      trigger.isSpent = true;
      return trigger.userId;
    },
  };
}

function invalidTrigger(): SlackError {
  return new SlackError('invalid_arguments', { response_metadata: { messages: ['invalid `trigger_id`'] } });
}
