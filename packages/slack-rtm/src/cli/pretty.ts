import type { SlackEvent } from '../events.js';
import { createLocalTimes } from '../logs/local-time.js';
import { mentionedIn } from '../logs/mentioned.js';
import type { LogNames } from '../logs/names.js';
import { mrkdwnToText } from '../mrkdwn/to-text.js';
import { fromDate, isTs } from '../ts.js';
import type { MessageEvent } from '../types/message.js';
import type { SocketModeEvents } from '../types/slack-socket.js';

/** What there is to be written: an event, or a command or an interaction in its envelope. */
export type Told = SlackEvent | SocketModeEvents['slash_commands' | 'interactive'];

/** Makes a line of it. */
export type Printer = (event: Told) => string | Promise<string>;

/** Makes lines for people. */
export function createPrinter(
  names: LogNames,
  timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Printer {
  const timeOf = createLocalTimes(timeZone);

  const said = async (message: MessageEvent): Promise<string> => {
    const { users, channels, labels } = mentionedIn(message);
    const known = new Map(labels);
    for (const id of users) known.set(id, (await names.user(id))?.name ?? id);
    for (const id of channels) known.set(id, labels.get(id) ?? (await names.channel(id)) ?? id);
    const [author, channel = message.channel] = await Promise.all([
      names.author(message),
      names.channel(message.channel),
    ]);
    const nameOf = (id: string): string | undefined => known.get(id);
    const text = mrkdwnToText(message.text ?? '', { userName: nameOf, channelName: nameOf, timeZone });
    const place = channel.startsWith('@') ? channel : `#${channel}`;
    const kind = message.subtype === undefined ? '' : ` (${String(message.subtype)})`;
    const thread = message.thread_ts === undefined || message.thread_ts === message.ts ? '' : ' ↳';
    return `${place}${thread} @${author.name}${kind}: ${text}`;
  };

  return async (event) => {
    const { ts } = event as { readonly ts?: unknown };
    const { time } = timeOf(isTs(ts) ? ts : fromDate(new Date()));
    return harmless(`${time} ${event.type === 'message' ? await said(event) : other(event)}`);
  };
}

function other(event: Told): string {
  const { type, ...fields } = event.type === 'unknown' ? { ...event.data, type: event.wireType } : event;
  return `${type} ${JSON.stringify(fields, withoutSecrets)}`;
}

/** Hides what lets others answer in somebody's name, for `JSON.stringify`. */
export function withoutSecrets(key: string, value: unknown): unknown {
  return typeof value === 'string' && /^(token|response_url|trigger_id)$/.test(key) ? 'hidden' : value;
}

/** Without what a terminal would obey; further lines stand below their first. */
function harmless(text: string): string {
  return text.replaceAll(/[\r\n]+/g, '\n         ').replaceAll(/[^\P{Cc}\n]/gu, ' ');
}
