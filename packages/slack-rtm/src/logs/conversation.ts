import { isServiceError, type CallOptions } from '@x/http-core';
import { collect } from '../collect.js';
import { refuseArgument, slackError } from '../errors.js';
import { fromPermalink } from '../permalink.js';
import type { Conversation } from '../types/conversation.js';
import type { User } from '../types/user.js';
import type { SlackWeb } from '../web.js';

/** Those that have names. */
const types = ['public_channel', 'private_channel', 'mpim'];

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
  if (id !== undefined) {
    try {
      return (await web.conversations.info({ channel: id }, call)).channel;
    } catch (error) {
      // Who may read a history may not always see what it is of.
      if (isOutOfScope(error)) return { id };
      throw error;
    }
  }
  if (/^@?[UW][A-Z0-9]{7,}$/.test(wanted)) return openWith(web, wanted.replace('@', ''), call);
  if (wanted.length > 1 && wanted.startsWith('@')) {
    return openWith(web, (await findUser(web, wanted.slice(1), call)).id, call);
  }
  const name = wanted.replace(/^#/, '').toLowerCase();
  if (name === '' || /[\s/:]/.test(name)) {
    refuseArgument('conversation', "an id, the address of a message, '#name' or '@user'");
  }
  for (const method of ['users.conversations', 'conversations.list'] as const) {
    for await (const found of conversationsOf(web, method, call)) {
      if (found.name?.toLowerCase() === name || found.name_normalized?.toLowerCase() === name) return found;
    }
  }
  throw slackError('usage', 'NOT_FOUND', `there is no conversation #${name} that this token can see`);
}

/**
 * Lists conversations of the kinds that the token may see: asked for others as well, Slack refuses them all.
 *
 * @yields each conversation that has a name
 */
async function* conversationsOf(
  web: SlackWeb,
  method: string,
  call: CallOptions,
): AsyncGenerator<Conversation, void, undefined> {
  const refusals: unknown[] = [];
  for (const wanted of [types.join(','), ...types]) {
    try {
      yield* collect<Conversation>(web, method, { types: wanted }, call);
      if (refusals.length === 0) return;
    } catch (error) {
      if (!isOutOfScope(error)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length > types.length) throw refusals[0];
}

function isOutOfScope(error: unknown): boolean {
  return isServiceError(error) && error.code === 'missing_scope';
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
