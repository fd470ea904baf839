import { render } from '../../render/render.js';
import type { Handlers } from '../call.js';

const periods = ['DailyDigest', 'WeeklyDigest'] as const;

export const digestHandlers: Handlers = {
  /** Asks for the digest of a period by e-mail, which nobody waits for. */
  'POST /chatter/digests': async (call) => {
    const period = (await call.input()).fields.needChoice('period', periods);
    return { status: 202, body: render('DigestJob', { period }, call.context) };
  },
};
