import type { MemberMethod } from './method.js';

/** The emoji that the workspace has beside those that everybody has. */
export const emojiList: MemberMethod = {
  name: 'emoji.list',
  tier: 'tier 2',
  json: false,
  access: 'member',
  scopes: ['emoji:read', 'read'],
  handle({ service }) {
    return {
      emoji: Object.fromEntries(service.store.emoji),
      cache_ts: service.timestamps.next(),
    };
  },
};
