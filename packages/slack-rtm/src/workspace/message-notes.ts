import type { Note } from '../types/conversation.js';
import type { MessageEvent } from '../types/message.js';
import { amend } from './amend.js';
import type { Draft } from './change.js';
import { archive, rename, unarchive } from './conversation-changes.js';
import { changeMembers } from './members.js';

/** What some messages tell of the conversation itself; most tell nothing of it. */
export function noteMessage(draft: Draft, event: MessageEvent): void {
  const { channel, user, user: creator = '', ts, subtype } = event;
  const setBy = (value: string): Note => ({ value, creator, last_set: Math.floor(Number(ts)) });
  if (subtype === 'channel_topic' || subtype === 'group_topic') {
    amend(draft, channel, { topic: setBy(event.topic) });
  } else if (subtype === 'channel_purpose' || subtype === 'group_purpose') {
    amend(draft, channel, { purpose: setBy(event.purpose) });
  } else if (subtype === 'channel_name' || subtype === 'group_name') {
    rename(draft, { channel: { id: channel, name: event.name } });
  } else if (subtype === 'channel_archive' || subtype === 'group_archive') {
    archive(draft, event);
  } else if (subtype === 'channel_unarchive' || subtype === 'group_unarchive') {
    unarchive(draft, event);
  } else if (subtype === 'channel_join' || subtype === 'group_join') {
    changeMembers(draft, channel, user, 1, false);
  } else if (subtype === 'channel_leave' || subtype === 'group_leave') {
    changeMembers(draft, channel, user, -1, false);
  } else if (subtype === 'channel_convert_to_private' || subtype === 'channel_convert_to_public') {
    amend(draft, channel, { is_private: subtype === 'channel_convert_to_private' });
  }
}
