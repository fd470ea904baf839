import { escapeMarkdown } from '../mrkdwn/escape-markdown.js';
import { markdownLink, markdownQuote } from '../mrkdwn/markdown-parts.js';
import { elementsOf, type Element } from '../mrkdwn/rich-text-elements.js';
import { shownEmoji } from '../mrkdwn/shown.js';
import { mrkdwnToMarkdown, type MarkdownOptions } from '../mrkdwn/to-markdown.js';
import type { SlackFile } from '../types/file-events.js';
import type { LogReaction } from './records.js';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A file as a link, or as an image; where neither is known, its name. */
export function formatFile(file: SlackFile): string {
  const name = textOf(file.title) || textOf(file.name) || file.id;
  const url = textOf(file['_path']) || textOf(file.permalink) || textOf(file.url_private);
  if (file['mode'] === 'tombstone') return '*(a file that was deleted)*';
  if (url === '') return escapeMarkdown(name, true);
  const isShown = textOf(file['_path']) !== '' && (file.mimetype ?? '').startsWith('image/');
  return (isShown ? '!' : '') + markdownLink(url, name);
}

/** `👍 ×2 (ann, bob)`, for each reaction. */
export function formatReactions(
  reactions: readonly LogReaction[],
  nameOf: (id: string) => string,
  options: MarkdownOptions,
): string {
  return reactions
    .map(({ name, count, users }) => {
      const [base = name, tone] = name.split('::skin-tone-');
      const skinTone = tone === undefined ? {} : { skinTone: Number(tone) };
      const emoji = shownEmoji({ type: 'emoji', name: base, ...skinTone }, options);
      const others = count > users.length ? ['…'] : [];
      const names = [...users.map((id) => escapeMarkdown(nameOf(id), false)), ...others].join(', ');
      return `${emoji.replaceAll('_', String.raw`\_`)} ×${count}${names === '' ? '' : ` (${names})`}`;
    })
    .join(' · ');
}

/** An attachment as a quote; nothing where there is nothing to be read. */
export function formatAttachment(attachment: Element, options: MarkdownOptions): string {
  const {
    title,
    title_link: link,
    pretext,
    author_name: author,
    text,
    fields,
    footer,
    fallback,
  } = attachment;
  const mrkdwn = (value: unknown): string => mrkdwnToMarkdown(textOf(value), options);
  const image = textOf(attachment['image_url']) || textOf(attachment['thumb_url']);
  const heading =
    textOf(link) === '' ? mrkdwn(title) : markdownLink(textOf(link), textOf(title) || textOf(link));
  const parts = [
    textOf(author) === '' ? '' : `*${escapeMarkdown(textOf(author), false)}*`,
    textOf(title) === '' && textOf(link) === '' ? '' : `**${heading}**`,
    mrkdwn(text),
    ...elementsOf(fields).map(({ title: name, value }) => {
      const label = textOf(name) === '' ? '' : `**${escapeMarkdown(textOf(name), false)}**: `;
      return label + mrkdwn(value);
    }),
    image === '' ? '' : `!${markdownLink(image, textOf(title) || 'image')}`,
    textOf(footer) === '' ? '' : `*${escapeMarkdown(textOf(footer), false)}*`,
  ].filter((part) => part !== '');
  const before = mrkdwn(pretext);
  const quoted = parts.length === 0 ? mrkdwn(fallback) : parts.join('\n\n');
  return [before, quoted === '' ? '' : markdownQuote(quoted)].filter((part) => part !== '').join('\n\n');
}

/** What blocks say that are no rich text, as mrkdwn: those of apps, whose text may be empty. */
export function textOfBlocks(blocks: unknown): string {
  return elementsOf(blocks)
    .flatMap((block) => {
      const { type, text, fields, elements, alt_text: alternative, title } = block;
      if (type === 'image') return [textOf(Object(title)['text']) || textOf(alternative)];
      const parts = [text, ...elementsOf(fields), ...(type === 'context' ? elementsOf(elements) : [])];
      return parts.map((part) => textOf((Object(part) as Element)['text']));
    })
    .filter((text) => text !== '')
    .join('\n');
}
