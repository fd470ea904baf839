import { SlackError } from '../errors.js';
import { renderBot } from '../render/bot.js';
import type { MemberMethod } from './method.js';

export const botsInfo: MemberMethod = {
  name: 'bots.info',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: ['users:read', 'read'],
  handle({ service, args }) {
    const bot = service.store.bots.get(args.text('bot') ?? '');
    if (bot === undefined) throw new SlackError('bot_not_found');
    return { bot: renderBot(bot) };
  },
};
