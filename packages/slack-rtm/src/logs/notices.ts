import type { LogMessage } from './records.js';

/** What Slack says, and nobody wrote. */
const notices =
  /^(?:(?:channel|group)_(?:join|leave|topic|purpose|name|archive|unarchive|convert_to_private|convert_to_public|posting_permissions|canvas_updated)|(?:un)?pinned_item|bot_(?:add|remove|enable|disable)|app_conversation_join|joiner_notification(?:_for_inviter)?|huddle_thread|sh_room_created|reminder_add|tombstone|ekm_access_denied)$/;

/** Whether a message only tells that something happened. */
export function isNotice({ subtype = '' }: LogMessage): boolean {
  return notices.test(subtype);
}

/** What a notice says that has no text: what it is, in words. */
export function noticeText({ subtype = '', text = '' }: LogMessage): string {
  return text === '' ? subtype.replaceAll('_', ' ') : text;
}
