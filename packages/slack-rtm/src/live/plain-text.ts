import { unescapeMrkdwn } from '../mrkdwn/escape.js';

/** What Slack understands between angle brackets: a link, a mention, a command. */
const control = /<((?:https?:\/\/|mailto:|tel:|[@#!])[^<>|\s]+)(?:\|([^<>]*))?>/g;

/**
 * A text without what Slack adds or takes away when it stores it, for comparing: the marks around links, labels that only repeat
 * an address without its scheme, escapes, and blanks at the ends.
 */
export function plainText(text: string): string {
  const unmarked = text.replaceAll(control, (_all, target: string, label = '') =>
    label !== '' && target.endsWith(label) ? label : target,
  );
  // Whether an angle bracket was written as one or as an entity is no difference either.
  return unescapeMrkdwn(unmarked).replaceAll(/[<>]/g, '').trim();
}
