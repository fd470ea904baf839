import type { CallOptions } from '@x/http-core';
import { collect } from '../collect.js';
import { refuseArgument, slackError } from '../errors.js';
import { fromPermalink } from '../permalink.js';
import type { Conversation } from '../types/conversation.js';
import type { User } from '../types/user.js';
import type { SlackWeb } from '../web.js';

const types = 'public_channel,private_channel,mpim,im';

/**
 * The conversation that somebody means by its id, by the address of one of its messages, by `#name` or by `@user`, also by
 * the id of a user. What the token is in is searched before all that there is.
 */
export async function findConversation(
  web: SlackWeb,
  reference: string,
  call: CallOptions,
): Promise<Conversation> {
  const wanted = reference.trim();
  const id = /^[CDG][A-Z0-9]{7,}$/.test(wanted) ? wanted : fromPermalink(wanted)?.channel;
  if (id !== undefined) return (await web.conversations.info({ channel: id }, call)).channel;
  if (/^@?[UW][A-Z0-9]{7,}$/.test(wanted)) return openWith(web, wanted.replace('@', ''), call);
  if (wanted.length > 1 && wanted.startsWith('@')) {
    return openWith(web, (await findUser(web, wanted.slice(1), call)).id, call);
  }
  const name = wanted.replace(/^#/, '').toLowerCase();
  if (name === '' || /[\s/:]/.test(name)) {
    refuseArgument('conversation', "an id, the address of a message, '#name' or '@user'");
  }
  for (const method of ['users.conversations', 'conversations.list'] as const) {
    for await (const found of collect<Conversation>(web, method as string, { types }, call)) {
      if (found.name?.toLowerCase() === name || found.name_normalized?.toLowerCase() === name) return found;
    }
  }
  throw slackError('usage', 'NOT_FOUND', `there is no conversation #${name} that this token can see`);
}

/** By the name, else by what people see: of two with one name, the one who has not left. */
async function findUser(web: SlackWeb, wanted: string, call: CallOptions): Promise<User> {
  const name = wanted.toLowerCase();
  let best: { readonly user: User; readonly rank: number } | undefined;
  for await (const user of collect(web, 'users.list', {}, call)) {
    const names = [user.name, user.profile?.display_name, user.profile?.real_name];
    const at = names.findIndex((each) => each?.toLowerCase() === name);
    const rank = at + (user.deleted === true ? names.length : 0);
    if (at >= 0 && (best === undefined || rank < best.rank)) best = { user, rank };
  }
  if (best !== undefined) return best.user;
  throw slackError('usage', 'NOT_FOUND', `there is no user @${wanted} that this token can see`);
}

async function openWith(web: SlackWeb, user: string, call: CallOptions): Promise<Conversation> {
  const { channel } = await web.conversations.open({ users: user, return_im: true }, call);
  return { is_im: true, user, ...channel };
}
