import type { SlackSwitches } from './switches.js';

/**
 * - `lenient`: any scope will do, and a token may come in the query.
 * - `strict`: as Slack, and a request that a browser would not have been allowed to make is refused.
 * - `realtime`: as `strict`, with every limit of Slack.
 */
export type SlackPreset = 'lenient' | 'strict' | 'realtime';

const strict: Partial<SlackSwitches> = { scopes: true, refuseQueryTokens: true, auditOrigins: true };

/** What each preset changes. */
export const presets: Readonly<Record<SlackPreset, Partial<SlackSwitches>>> = {
  lenient: {
    scopes: false,
    refuseQueryTokens: false,
    auditOrigins: false,
    rateLimits: false,
    flood: undefined,
    noticeFlood: undefined,
    idleTimeoutMs: undefined,
  },
  strict,
  realtime: {
    ...strict,
    rateLimits: true,
    flood: { perSecond: 1, burst: 10, patience: 30 },
    noticeFlood: { perSecond: 1, burst: 10, patience: 30 },
    idleTimeoutMs: 120_000,
  },
};
