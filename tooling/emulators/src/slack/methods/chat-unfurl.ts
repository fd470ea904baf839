import { SlackError } from '../errors.js';
import { messageSource, readUnfurlId } from '../socket-mode/shared-links.js';
import { isVisible } from '../state/conversations.js';
import { changeMessage } from '../state/messages.js';
import type { Message } from '../state/model.js';
import type { Arguments } from '../wire/arguments.js';
import type { MemberMethod } from './method.js';

/** Puts under a message what is behind its links. */
export const chatUnfurl: MemberMethod = {
  name: 'chat.unfurl',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['links:write', 'post'],
  handle({ service, args, user }) {
    const { channel, ts } = placeOf(args);
    if (channel === undefined) throw new SlackError('missing_channel');
    const conversation = service.store.conversations.get(channel);
    if (conversation === undefined || !isVisible(conversation, user.id)) {
      throw new SlackError('cannot_find_channel');
    }
    if (ts === undefined) throw new SlackError('missing_ts');
    const message = conversation.messages.get(ts);
    if (message === undefined) throw new SlackError('cannot_find_message');
    const unfurls = args.json('unfurls', 'invalid_unfurls_format');
    if (unfurls === undefined) throw new SlackError('missing_unfurls');
    if (typeof unfurls !== 'object' || unfurls === null || Array.isArray(unfurls)) {
      throw new SlackError('invalid_unfurls_format');
    }
    const former = message.attachments ?? [];
    const added = Object.entries(unfurls).map(([url, unfurl]: [string, unknown], index) =>
      preview(message, url, unfurl, former.length + index + 1),
    );
    changeMessage(service, conversation, message, { ...message, attachments: [...former, ...added] });
    return {};
  },
};

/** Which message is meant: by its channel and time, or by what `link_shared` called it. */
function placeOf(args: Arguments): { readonly channel: string | undefined; readonly ts: string | undefined } {
  const id = args.text('unfurl_id');
  if (id === undefined) return { channel: args.text('channel'), ts: args.text('ts') };
  const source = args.text('source');
  if (source === undefined) throw new SlackError('missing_source');
  if (source !== messageSource) throw new SlackError('invalid_source');
  const place = readUnfurlId(id);
  if (place === undefined) throw new SlackError('invalid_unfurl_id');
  return place;
}

function preview(message: Message, url: string, unfurl: unknown, id: number): object {
  if (!message.text.replaceAll('&amp;', '&').includes(url)) throw new SlackError('cannot_unfurl_url');
  if (typeof unfurl !== 'object' || unfurl === null) throw new SlackError('cannot_parse_attachment');
  return { id, from_url: url, is_app_unfurl: true, ...unfurl };
}
