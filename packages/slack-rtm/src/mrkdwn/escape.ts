const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A text in which nothing is a mention, a link or a quote to Slack: `&`, `<` and `>` are written as entities. For whatever
 * other people wrote. Marks such as `*` stay; mrkdwn has no escape for them.
 *
 * @example
 * ```ts
 * import { escapeMrkdwn, userMention } from '@x/slack-rtm/mrkdwn';
 *
 * export const greeting = (id: string, words: string): string => `${userMention(id)}: ${escapeMrkdwn(words)}`;
 * ```
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => escapes[character] ?? character);
}

/**
 * The characters that {@link escapeMrkdwn} wrote as entities. Other entities are none to Slack, and stay.
 *
 * @example
 * ```ts
 * import { unescapeMrkdwn } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = unescapeMrkdwn('a &lt; b &amp;&amp; c'); // 'a < b && c'
 * ```
 */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}
