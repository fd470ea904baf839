import type { Arguments } from '../wire/arguments.js';

/** The language of a user or of a conversation, for callers who ask for it. Everybody here speaks the same one. */
export function localeOf(args: Arguments): { locale?: string } {
  return args.flag('include_locale') ? { locale: 'en-GB' } : {};
}
