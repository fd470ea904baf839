import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { Arguments } from '../wire/arguments.js';

const longestName = 80;

/** The name that a call gives to a channel, if it is a possible one and nobody has it. */
export function channelName({ store }: Service, args: Arguments): string {
  const name = args.text('name')?.replace(/^#/, '') ?? '';
  if (name === '') throw new SlackError('invalid_name_required');
  if (Array.from(name).length > longestName) throw new SlackError('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new SlackError('invalid_name_punctuation');
  if (!/^[-_\p{Ll}\p{Lo}\p{Lm}\p{Mark}\p{Nd}]+$/u.test(name)) throw new SlackError('invalid_name_specials');
  for (const conversation of store.conversations.values()) {
    if (conversation.name === name) throw new SlackError('name_taken');
  }
  return name;
}
