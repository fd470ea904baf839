import { isId } from '../ids.js';
import { refuse } from '../refuse.js';
import type { Segments } from './content.js';

/**
 * Plain words. Strings can stand for themselves wherever words are taken; this names them.
 *
 * @example
 * ```ts
 * import { message, text } from '@x/chatter';
 *
 * export const body = message(text('Just words'));
 * ```
 */
export function text(words: string): Segments {
  return [{ type: 'Text', text: words }];
}

/** Who is mentioned: a user or a group by id, a user by name, or whatever an answer gave that has an id. */
export type Mentioned = string | { readonly id: string } | { readonly username: string };

/**
 * A mention of a user or a group, which notifies them if they have access. Names of users are taken since version 38.0.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id of a user or a group, and for an empty name.
 * @example
 * ```ts
 * import { createChatter, mention, message } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const me = await chatter.users.me();
 * export const toMe = message`Remember this, ${mention(me)}`;
 * export const toAnn = message`Hello ${mention({ username: 'ann@example.com' })}`;
 * ```
 */
export function mention(who: Mentioned): Segments {
  if (typeof who === 'object' && !('id' in who)) {
    return who.username === ''
      ? refuse('a mention by username needs one')
      : [{ type: 'Mention', username: who.username }];
  }
  const id = typeof who === 'object' ? who.id : who;
  return isId(id, '005', '0F9')
    ? [{ type: 'Mention', id }]
    : refuse('a mention needs the id of a user (005…) or a group (0F9…), or { username }');
}

/**
 * A hashtag, which puts the text under a topic. May have spaces.
 *
 * @param tag Without or with its `#`.
 * @throws `usage` / `INVALID_REQUEST` for an empty tag, and for one with `]`, which ends it.
 * @example
 * ```ts
 * import { hashtag, message } from '@x/chatter';
 *
 * export const body = message`On the way: ${hashtag('summer party')}`;
 * ```
 */
export function hashtag(tag: string): Segments {
  const words = tag.replace(/^#/, '');
  return words.trim() === '' || words.includes(']')
    ? refuse('a hashtag has words, and no ]')
    : [{ type: 'Hashtag', tag: words }];
}

/**
 * A link that shows its own address. For words that lead somewhere see `hyperlink`.
 *
 * @throws `usage` / `INVALID_REQUEST` for an empty address.
 * @example
 * ```ts
 * import { link, message } from '@x/chatter';
 *
 * export const body = message`See ${link('https://example.com')}`;
 * ```
 */
export function link(url: string): Segments {
  return url.trim() === '' ? refuse('a link needs an address') : [{ type: 'Link', url }];
}

/**
 * A link to a record, which shows its name. Since version 43.0.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { entity, message } from '@x/chatter';
 *
 * export const body = message`It is about ${entity('001E0000000Fpox')}`;
 * ```
 */
export function entity(entityId: string): Segments {
  return isId(entityId) ? [{ type: 'EntityLink', entityId }] : refuse('a link to a record needs its id');
}

/**
 * An image among the words. The file must be uploaded before; see `upload`. Since version 35.0.
 *
 * @param file The id of a file (069…), or the answer to its upload.
 * @param altText What it reads as to who cannot see it.
 * @throws `usage` / `INVALID_REQUEST` for what is no id of a file.
 * @example
 * ```ts
 * import { createChatter, image, message, upload } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const file = await upload(chatter, new Blob(['…']), { title: 'plan.png' });
 * await chatter.feed_elements.post({
 *   feedElementType: 'FeedItem',
 *   subjectId: 'me',
 *   body: message`The plan: ${image(file, 'Two boxes and an arrow')}`,
 * });
 * ```
 */
export function image(file: string | { readonly id: string }, altText?: string): Segments {
  const fileId = typeof file === 'object' ? file.id : file;
  return isId(fileId, '069')
    ? [{ type: 'InlineImage', fileId, ...(altText !== undefined && { altText }) }]
    : refuse('an image needs the id of a file (069…)');
}
