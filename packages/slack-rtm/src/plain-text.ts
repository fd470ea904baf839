import { unescapeMrkdwn } from './mrkdwn/escape.js';

/** A text without what Slack adds when it stores it, for comparing: the marks around links, and escapes. */
export function plainText(text: string): string {
  return unescapeMrkdwn(text.replaceAll(/<([^|>]+)(?:\|[^>]*)?>/g, '$1')).trim();
}
