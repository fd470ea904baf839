import type { Call } from './call.js';
import { Broken, Declined } from './refusals.js';

const longestLine = 500;
const longestText = 10_000;

/** The text that was sent, if it can be a message. Lines that end in CRLF count as they were sent, and end in LF afterwards. */
export function requireReadableText({ form, service }: Call): string {
  const sent = form.get('text') ?? '';
  // The sentence for this is not known.
  if (sent.trim() === '') throw new Declined('The message is empty');
  if (sent.length > (sent.includes('\n') ? longestText : longestLine)) {
    if (service.options.tooLong === 'error page') throw new Broken('page');
    throw new Declined('The message is too long');
  }
  return sent.replaceAll('\r\n', '\n');
}
