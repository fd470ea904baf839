import { refuse } from './refuse.js';

/** The capability of a post to be a poll. */
export interface PollInput {
  /** What can be chosen: 2 to 10 texts. */
  readonly choices: readonly string[];
}

/**
 * A poll for the `capabilities` of a post.
 *
 * @param choices 2 to 10 answers to choose from.
 * @throws `usage` / `INVALID_REQUEST` for fewer or more choices, and for an empty one.
 * @example
 * ```ts
 * import { createChatter, message, poll } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * await chatter.feed_elements.post({
 *   feedElementType: 'FeedItem',
 *   subjectId: 'me',
 *   body: message`Lunch?`,
 *   capabilities: { poll: poll('Yes', 'No') },
 * });
 * ```
 */
export function poll(first: string, second: string, ...more: readonly string[]): PollInput {
  const choices = [first, second, ...more];
  const worded = choices.every((choice) => typeof choice === 'string' && choice.trim() !== '');
  return worded && choices.length <= 10 ? { choices } : refuse('a poll has 2 to 10 choices, each with words');
}
