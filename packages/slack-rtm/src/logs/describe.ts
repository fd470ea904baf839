import type { SlackFile } from '../types/file-events.js';
import type { HistoryMessage } from '../types/message.js';
import { mentionedIn, type Mentioned } from './mentioned.js';
import type { LogName, LogNames } from './names.js';
import type { LogMessage } from './records.js';

/** What is done with files: their description is left out, or kept, or what they hold is saved by whoever extracts. */
export type LogFiles = 'none' | 'meta' | SaveFile;

/** Saves a file; resolves with where it is now, or with nothing where it was not saved. */
export type SaveFile = (file: SlackFile) => Promise<string | undefined>;

/** How a message is put into a log. */
export interface DescribeSettings {
  readonly channel: string;
  readonly names: LogNames;
  readonly files: LogFiles;
  readonly inlineNames: boolean;
}

/** A message as a log has it. */
export async function describeMessage(
  message: HistoryMessage,
  { channel, names, files, inlineNames }: DescribeSettings,
): Promise<LogMessage> {
  const mentioned = mentionedIn(message);
  const [author, users, others] = await Promise.all([
    names.author(message),
    namesOfUsers(message, mentioned, names),
    namesOfOthers(mentioned, names),
  ]);
  const mentions = { ...mapValues(users, ({ name }) => name), ...others };
  const displayed = Object.entries(users).filter(([, { name, display }]) => name !== display);
  const { files: shared, reactions, text } = message;
  return {
    ...message,
    ...(inlineNames && text !== undefined && { text: inlined(text, mentions) }),
    ...(shared !== undefined && { files: await keep(shared, files) }),
    ...(reactions !== undefined && {
      reactions: reactions.map((reaction) =>
        Object.assign({ users_name: reaction.users.map((id) => mentions[id] ?? id) }, reaction),
      ),
    }),
    _channel: channel,
    _user_name: author.name,
    _display_name: author.display,
    ...(Object.keys(mentions).length > 0 && { _mentions: mentions }),
    ...(displayed.length > 0 && {
      _display_names: Object.fromEntries(displayed.map(([id, { display }]) => [id, display])),
    }),
    ...(message.subtype === 'thread_broadcast' && { _broadcast: true }),
  };
}

/** Of those who are mentioned, and of those who reacted. */
async function namesOfUsers(
  { reactions = [] }: HistoryMessage,
  { users, labels }: Mentioned,
  names: LogNames,
): Promise<Record<string, LogName>> {
  const ids = [...new Set([...users, ...reactions.flatMap(({ users: who }) => who)])].toSorted();
  const found = await Promise.all(
    ids.map(async (id) => {
      const label = labels.get(id);
      return [id, label === undefined ? await names.user(id) : { name: label, display: label }] as const;
    }),
  );
  return Object.fromEntries(found.filter((entry): entry is [string, LogName] => entry[1] !== undefined));
}

async function namesOfOthers(
  { channels, groups, labels }: Mentioned,
  names: LogNames,
): Promise<Record<string, string>> {
  const found = await Promise.all([
    ...[...channels].toSorted().map(async (id) => [id, labels.get(id) ?? (await names.channel(id))] as const),
    ...[...groups].toSorted().map(async (id) => [id, labels.get(id) ?? (await names.group(id))] as const),
  ]);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

/** `<@U1>` with the name in it. */
function inlined(text: string, mentions: Readonly<Record<string, string>>): string {
  return text.replaceAll(/<@([A-Z0-9]+)>/g, (all, id: string) => {
    const name = mentions[id];
    return name === undefined ? all : `<@${id}|${name}>`;
  });
}

async function keep(files: readonly SlackFile[], how: LogFiles): Promise<SlackFile[]> {
  if (how === 'none') return [];
  if (how === 'meta') return [...files];
  const kept: SlackFile[] = [];
  for (const file of files) {
    const path = await how(file);
    kept.push(path === undefined ? file : { ...file, _path: path });
  }
  return kept;
}
