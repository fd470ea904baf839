import type { SlackArguments } from '../calls/arguments.js';
import { refuseArgument } from '../errors.js';
import { isTs } from '../ts.js';
import { fileNameOf, isSource, type Content } from './content.js';
import type { Uploadable, UploadDestination, UploadFile, UploadGroup, UploadSource } from './types.js';

/** One file, with all that is known before anything is sent. */
export interface Plan {
  readonly index: number;
  readonly content: Content;
  readonly filename: string;
  readonly title: string;
  readonly file: UploadFile;
  /** As `files.completeUploadExternal` words it. */
  readonly destination: SlackArguments;
}

type Warn = (warning: string) => void;
type Loose = Readonly<Record<string, unknown>>;

/** Slack's names for it, and those of other clients, where they are not ours: what they say would go unheard. */
const names: Readonly<Record<string, string>> = {
  channel_id: 'channel',
  channelId: 'channel',
  thread_ts: 'threadTs',
  initial_comment: 'initialComment',
  icon_url: 'iconUrl',
  icon_emoji: 'iconEmoji',
  alt_txt: 'altText',
  alt_text: 'altText',
  snippet_type: 'snippetType',
  highlight_type: 'highlightType',
  file: 'content',
  data: 'content',
  file_uploads: 'files, the first argument',
};

/** What belongs to a destination, which all files of a message share. */
const ofDestination = /^(channels?|threadTs|initialComment|blocks|username|icon(Url|Emoji))$/;

/** What is to be uploaded, file by file. Refuses what cannot work before anything is sent. */
export function plan(
  files: Uploadable | readonly Uploadable[],
  options: UploadDestination,
  warn: Warn,
): Plan[] {
  const plans: Plan[] = [];
  const add = (given: UploadFile | UploadSource, destination: SlackArguments): void => {
    plans.push(planFile(given, destination, plans.length, warn));
  };
  refuseOtherNames(options);
  const common = destinationOf(options, warn);
  for (const given of listOf(files)) {
    if (isGroup(given)) {
      refuseOtherNames(given);
      const own = destinationOf({ ...options, ...given }, warn);
      for (const file of listOf(given.files)) add(file, own);
    } else add(given, common);
  }
  return plans.length > 0 ? plans : refuseArgument('files', 'a file or several');
}

/** Files that go to the same place with the same words, which one call completes. */
export function groupsOf(plans: readonly Plan[]): Plan[][] {
  const groups = new Map<string, Plan[]>();
  for (const each of plans) {
    const key = JSON.stringify(each.destination);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function planFile(
  given: UploadFile | UploadSource,
  destination: SlackArguments,
  index: number,
  warn: Warn,
): Plan {
  const file: UploadFile = isSource(given) ? { content: given } : given;
  if (typeof given !== 'object' || given === null) {
    refuseArgument('a file', 'an object: { content } for a text, { path } for a file of Node.js');
  }
  refuseOtherNames(file);
  const misplaced = Object.keys(file).find((name) => ofDestination.test(name));
  if (misplaced !== undefined) {
    refuseArgument(misplaced, 'among the options, or beside files: [ … ] that share it, not in a file');
  }
  const { content, path } = file;
  if ((content === undefined) === (path === undefined)) refuseArgument('a file', 'either content or path');
  if (content !== undefined && typeof content !== 'string' && !isSource(content)) {
    refuseArgument('content', 'a text, a Blob, a File, bytes or a stream of bytes');
  }
  if ('filetype' in file) warn('filetype is ignored: Slack tells by the extension of filename');
  const filename = nameFor(file, warn);
  const { title = filename } = file;
  return { index, content: { content, path, length: file.length }, filename, title, file, destination };
}

function nameFor(file: UploadFile, warn: Warn): string {
  const { filename = fileNameOf(file) } = file;
  if (filename === undefined) {
    warn('a file without filename is called file.txt');
    return 'file.txt';
  }
  if (typeof filename !== 'string' || filename === '') refuseArgument('filename', 'the name of a file');
  if (!/[^.]\.[^.]+$/.test(filename)) {
    warn(`${filename} has no extension, by which Slack would tell what it is`);
  }
  return filename;
}

function destinationOf(given: UploadDestination, warn: Warn): SlackArguments {
  const { threadTs, initialComment, blocks, username, iconUrl, iconEmoji } = given;
  const channel = given.channel ?? channelIn((given as Loose)['channels'], warn);
  if (channel !== undefined && !/^\w+$/.test(channel))
    refuseArgument('channel', 'the id of one conversation');
  if (threadTs !== undefined && !isTs(threadTs)) {
    refuseArgument('threadTs', "a timestamp like '1355517523.000005'");
  }
  // They would be lost without a word.
  if (channel === undefined && (threadTs ?? initialComment ?? blocks) !== undefined) {
    refuseArgument('channel', 'given with threadTs, initialComment and blocks');
  }
  return {
    channel_id: channel,
    thread_ts: threadTs,
    initial_comment: initialComment,
    blocks,
    username,
    icon_url: iconUrl,
    icon_emoji: iconEmoji,
  };
}

/** What other clients call it, where it may name several. */
function channelIn(channels: unknown, warn: Warn): string | undefined {
  if (channels === undefined || channels === null) return undefined;
  if (typeof channels !== 'string' || channels.includes(',')) {
    return refuseArgument('channels', 'left out: a message with files goes to one channel');
  }
  warn('channels is taken for channel');
  return channels;
}

function refuseOtherNames(given: object): void {
  for (const name of Object.keys(given)) {
    const ours = names[name];
    if (ours !== undefined) refuseArgument(name, `left out; say ${ours}`);
  }
}

function isGroup(given: Uploadable): given is UploadGroup {
  return typeof given === 'object' && given !== null && !isSource(given) && 'files' in given;
}

function listOf<Item>(items: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}
