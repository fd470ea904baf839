import type { Conversation, User } from '../state/model.js';
import type { Frame } from '../state/events.js';

/** What an app is told when a message leads to one of its domains: enough for `chat.unfurl`. Undefined for any other message. */
export function linkShared(
  message: Frame,
  conversation: Conversation,
  domains: readonly string[],
  user: User,
): Frame | undefined {
  const links = linksTo(domains, String(message['text']));
  if (links.length === 0 || message['subtype'] !== undefined || message['user'] === user.id) return undefined;
  const { ts, thread_ts, event_ts } = message;
  return {
    type: 'link_shared',
    channel: conversation.id,
    user: message['user'],
    message_ts: ts,
    ...(thread_ts === undefined ? {} : { thread_ts }),
    links,
    unfurl_id: `${conversation.id}.${String(ts)}.${ending}`,
    source: messageSource,
    is_bot_user_member: user.botId !== undefined && conversation.members.has(user.id),
    event_ts,
  };
}

/** Says that a link is in a message, and not in one that is still being written. */
export const messageSource = 'conversations_history';

// The service's own end in something that nobody can guess.
const ending = '7a1f0c9e5b3d4826a1f0c9e5b3d48267';

/** Which message an `unfurl_id` names. */
export function readUnfurlId(id: string): { readonly channel: string; readonly ts: string } | undefined {
  const [, channel, ts] = /^(\w+)\.(\d+\.\d+)\.(\w+)$/.exec(id) ?? [];
  return channel === undefined || ts === undefined || !id.endsWith(ending) ? undefined : { channel, ts };
}

/** A domain stands for all that are below it, too. */
function linksTo(domains: readonly string[], text: string): { domain: string; url: string }[] {
  if (domains.length === 0) return [];
  return [...text.matchAll(/<(https?:[^|>]+)/g)].flatMap(([, target = '']) => {
    const url = target.replaceAll('&amp;', '&');
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const domain = domains.find((one) => host === one || host.endsWith(`.${one}`));
    return domain === undefined ? [] : [{ domain, url }];
  });
}
