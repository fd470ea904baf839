import { hasMarkdown } from './content/has-markdown.js';
import { limits } from './content/limits.js';
import type { Invite } from './lane.js';
import type { Draft } from './post.js';

const isCode = (text: string): boolean => text.split('\n').every((line) => line.startsWith('    '));

/** Whether two texts stay what they are when they become lines of one message: several lines know no Markdown. */
const agree = (one: string, other: string): boolean =>
  (isCode(one) && isCode(other)) || (!hasMarkdown(one) && !hasMarkdown(other));

/** A message with those that wait behind it in the same room, as long as they stay what they are and short. */
export function join(first: Draft, invite: Invite): string {
  let text = first.text;
  invite((draft) => {
    const other = draft as Draft;
    const joined = `${text}\n${other.text}`;
    const fits =
      other.room === first.room &&
      other.duplicates === first.duplicates &&
      joined.length <= limits.line &&
      agree(text, other.text);
    if (fits) text = joined;
    return fits;
  });
  return text;
}
