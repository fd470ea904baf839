import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { Content, User } from '../state/model.js';
import { formatText, linkNames } from '../text/format.js';
import { richTextBlock } from '../text/rich-text.js';
import type { Arguments } from '../wire/arguments.js';
import { readBlocks } from './blocks.js';

const longestText = 40_000;
const longestMarkdown = 12_000;
const mostAttachments = 100;

/** Whether what was read had to be cut. */
export interface ReadContent {
  readonly content: Content;
  readonly warnings: readonly string[];
}

/** Reads what a post or an edit consists of. Something must be there to be seen. */
export function readContent(service: Service, args: Arguments, author: User): ReadContent {
  const given = textOf(args);
  const blocks = readBlocks({ service, args });
  const attachments = readList(args, 'attachments', 'invalid_attachments');
  if (given === undefined && isEmpty(blocks) && isEmpty(attachments)) throw new SlackError('no_text');
  if ((attachments?.length ?? 0) > mostAttachments) throw new SlackError('too_many_attachments');
  const isCut = given !== undefined && given.length > longestText;
  const text = stored(service, args, (given ?? '').slice(0, longestText));
  return {
    content: {
      text,
      blocks: blocks ?? typedBlocks(service, text, author),
      attachments: attachments?.map((attachment, index) => numbered(attachment, index + 1)),
      metadata: readMetadata(args),
    },
    warnings: isCut ? ['message_truncated'] : [],
  };
}

/** The content of a plain text, as RTM and the people at their screens send it. */
export function plainContent(service: Service, given: string, author: User): Content {
  const text = formatText(given);
  return {
    text,
    blocks: typedBlocks(service, text, author),
    attachments: undefined,
    metadata: undefined,
  };
}

function textOf(args: Arguments): string | undefined {
  const markdown = args.text('markdown_text');
  const text = args.text('text');
  if (markdown === undefined) return text;
  if (text !== undefined) throw new SlackError('markdown_text_conflict');
  if (markdown.length > longestMarkdown) throw new SlackError('msg_too_long');
  return markdown;
}

function stored(service: Service, args: Arguments, text: string): string {
  const isLinked = args.flag('link_names') || args.text('parse') === 'full';
  const formatted = formatText(text);
  return isLinked ? linkNames(formatted, service.store) : formatted;
}

/** What people type gets a block of rich text; what bots send stays as it is. */
function typedBlocks(service: Service, text: string, author: User): readonly unknown[] | undefined {
  return author.botId === undefined && text !== '' ? [richTextBlock(text, service.ids.block())] : undefined;
}

function readList(args: Arguments, name: string, error: string): readonly unknown[] | undefined {
  const value = args.json(name, error);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new SlackError(error);
  return value;
}

function readMetadata(args: Arguments): object | undefined {
  const value = args.json('metadata', 'invalid_metadata_format');
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) throw new SlackError('invalid_metadata_format');
  const { event_type: type, event_payload: payload }: Readonly<Record<string, unknown>> = { ...value };
  const isEvent = typeof type === 'string' && typeof payload === 'object' && payload !== null;
  if (!isEvent || Array.isArray(payload)) throw new SlackError('invalid_metadata_schema');
  return value;
}

function numbered(attachment: unknown, id: number): unknown {
  return typeof attachment === 'object' && attachment !== null ? { id, ...attachment } : attachment;
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
