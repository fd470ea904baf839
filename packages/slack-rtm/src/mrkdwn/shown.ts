import { formatDate } from './dates.js';
import { emojiCharacter } from './emoji.js';
import type { MrkdwnNames } from './names.js';
import type { BroadcastSegment, DateSegment, EmojiSegment, MentionSegment } from './segments.js';

/** A mention as people read it: `@ann`, `#general`. */
export function shownMention({ type, id, label }: MentionSegment, names: MrkdwnNames): string {
  const nameOf = { user: names.userName, channel: names.channelName, usergroup: names.groupName }[type];
  const name = nameOf?.(id) ?? label ?? id;
  const sign = type === 'channel' ? '#' : '@';
  return name.startsWith(sign) ? name : sign + name;
}

/** `@here` and its like; `<!group>` is the old name of `@channel`. */
export function shownBroadcast({ range }: BroadcastSegment): string {
  return range === 'group' ? '@channel' : `@${range}`;
}

/** A moment in the zone that is wanted. */
export function shownDate({ timestamp, format, fallback }: DateSegment, names: MrkdwnNames): string {
  return formatDate(timestamp, format, names.timeZone) ?? fallback;
}

/** An emoji as a character, or as its name between colons. */
export function shownEmoji({ name, skinTone }: EmojiSegment, names: MrkdwnNames): string {
  const character = names.emoji === 'shortcode' ? undefined : emojiCharacter(name, skinTone);
  return character ?? `:${name}${skinTone === undefined ? '' : `::skin-tone-${skinTone}`}:`;
}
