import { elementsOf } from '../mrkdwn/rich-text-elements.js';
import type { MessageContent } from '../types/message.js';

/** What a message mentions. */
export interface Mentioned {
  readonly users: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Names that the text itself brings along, by id. */
  readonly labels: ReadonlyMap<string, string>;
}

const inText = /<(@|#|!subteam\^)([A-Z0-9]+)(?:\|([^>]*))?>/g;
const kinds = { '@': 'users', '#': 'channels', '!subteam^': 'groups' } as const;
const inBlocks = { user_id: 'users', channel_id: 'channels', usergroup_id: 'groups' } as const;

/** The ids in the text, the blocks and the attachments of a message. */
export function mentionedIn({ text, blocks, attachments }: MessageContent): Mentioned {
  const found = { users: new Set<string>(), channels: new Set<string>(), groups: new Set<string>() };
  const labels = new Map<string, string>();

  const readText = (written: string): void => {
    for (const [, sign = '', id = '', label = ''] of written.matchAll(inText)) {
      found[kinds[sign as keyof typeof kinds]].add(id);
      if (label !== '') labels.set(id, label.replace(/^[@#]/, ''));
    }
  };
  const read = (value: unknown): void => {
    if (typeof value === 'string') readText(value);
    else if (Array.isArray(value)) value.forEach(read);
    else {
      for (const [field, inner] of Object.entries(Object(value) as object) as [string, unknown][]) {
        if (Object.hasOwn(inBlocks, field) && typeof inner === 'string') {
          found[inBlocks[field as keyof typeof inBlocks]].add(inner);
        } else read(inner);
      }
    }
  };

  readText(text ?? '');
  read(elementsOf(blocks));
  // The rest of an attachment is for machines.
  for (const { pretext, text: said, fields, blocks: inner } of elementsOf(attachments)) {
    read([pretext, said, fields, inner]);
  }
  return { ...found, labels };
}
