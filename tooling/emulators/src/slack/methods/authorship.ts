import type { Message } from '../state/model.js';
import type { Call } from './method.js';

/** Under whose name it appears. A bot that gives itself another name or picture is a bot and no user any more. */
export function authorship({ args, user }: Call): Pick<Message, 'userId' | 'botId' | 'username' | 'icons'> & {
  readonly subtype?: string;
} {
  const username = args.text('username');
  const emoji = args.text('icon_emoji');
  const url = args.text('icon_url');
  const isDisguised = (username ?? emoji ?? url) !== undefined;
  if (user.botId === undefined || !isDisguised) {
    return { userId: user.id, botId: user.botId };
  }
  return {
    subtype: 'bot_message',
    userId: undefined,
    botId: user.botId,
    username: username ?? user.realName,
    icons: emoji === undefined ? (url === undefined ? undefined : { image_48: url }) : { emoji },
  };
}
