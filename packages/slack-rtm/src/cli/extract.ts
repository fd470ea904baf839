import {
  createFileLoader,
  extract,
  sortLog,
  writeLog,
  type ExtractOptions,
  type LogRecord,
  type SaveFile,
} from '../logs/index.js';
import { toDate } from '../ts.js';
import type { SlackWeb } from '../web.js';
import { accessOptions, accessUsage, patientWeb } from './access.js';
import { readPart, recordsOfPart } from './part.js';
import { UsageError, type Command, type CommandLine, type System } from './system.js';
import { isSet, textValue, wholeNumber, wordValue } from './values.js';

const usage = `Usage: slack-rtm extract <conversation> [options]

Writes what was said in a conversation, in order of time, with threads and names.

<conversation> is #name, @user, an id, or the address of a message.

Options:
  --start MOMENT          the first moment: 2024-05-01, 2024-05-01T12:00+02:00 (UTC unless it says otherwise), or a timestamp
  --end MOMENT            the last moment
  --out FILE              writes into a file, which is there when all of it is (default: standard output)
  --resume                goes on where a run with the same options was stopped; needs --out
  --format ndjson|json    lines of JSON, or one list (default ndjson)
  --threads, --no-threads with replies (default), or without
  --threads-from MOMENT   looks from then on for threads that began before --start
  --files meta|none|download
                          describes files (default), leaves them out, or saves them as well
  --files-dir FOLDER      where files are saved (default: FILE.files)
  --inline-names          writes names into mentions: <@U1|ann>
  --page-size N           how many messages are asked for at once (default 200)
  --stamp                 says in the header when it was made; without it the same log is always the same bytes
${accessUsage}`;

/** The command `slack-rtm extract`. */
export const extractCommand: Command = {
  usage,
  options: {
    ...accessOptions,
    start: { type: 'string' },
    end: { type: 'string' },
    out: { type: 'string' },
    resume: { type: 'boolean' },
    format: { type: 'string' },
    threads: { type: 'boolean' },
    'no-threads': { type: 'boolean' },
    'threads-from': { type: 'string' },
    files: { type: 'string' },
    'files-dir': { type: 'string' },
    'inline-names': { type: 'boolean' },
    'page-size': { type: 'string' },
    stamp: { type: 'boolean' },
  },
  async run(system, line) {
    const form = wordValue(line, 'format', ['ndjson', 'json']);
    const out = textValue(line, 'out');
    if (out === undefined && isSet(line, 'resume')) throw new UsageError('--resume needs --out');
    const web = patientWeb(system, line);
    const options = readOptions(system, line, web);
    if (out === undefined) {
      const records = shown(system, extract(web, options));
      for await (const text of writeLog(sortLog(records), form)) await system.write(text);
      return;
    }
    const part = `${out}.part`;
    await intoPart(system, line, { web, options, part });
    await system.files.replace(out, writeLog(sortLog(recordsOfPart(system, part)), form));
    await system.files.remove(part);
  },
};

function readOptions(system: System, line: CommandLine, web: SlackWeb): ExtractOptions {
  const [conversation, ...rest] = line.positionals;
  if (conversation === undefined) throw new UsageError('a conversation is missing');
  if (rest.length > 0) throw new UsageError(`one conversation at a time, not also ${rest.join(' ')}`);
  if (isSet(line, 'threads') && isSet(line, 'no-threads')) throw new UsageError('--threads or --no-threads');
  const how = wordValue(line, 'files', ['meta', 'none', 'download']);
  return {
    conversation,
    start: textValue(line, 'start'),
    end: textValue(line, 'end'),
    threads: !isSet(line, 'no-threads'),
    threadsFrom: textValue(line, 'threads-from'),
    files: how === 'download' ? savingFiles(system, line, web) : how,
    inlineNames: isSet(line, 'inline-names'),
    pageSize: wholeNumber(line, 'page-size'),
    tool: `@x/slack-rtm ${system.version}`,
    generated: isSet(line, 'stamp') ? new Date() : undefined,
    signal: system.signal,
  };
}

function savingFiles({ files, signal }: System, line: CommandLine, web: SlackWeb): SaveFile {
  const out = textValue(line, 'out');
  const folder = textValue(line, 'files-dir') ?? (out === undefined ? undefined : `${out}.files`);
  if (folder === undefined) throw new UsageError('--files download needs --out or --files-dir');
  const load = createFileLoader(web);
  return async (file) => {
    const body = (await load(file, { signal }))?.body;
    // A name may hold what leads elsewhere.
    const name = `${file.id}-${file.name ?? ''}`.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 150);
    return body ? files.save(folder, name, body) : undefined;
  };
}

/** What a run that goes on must have been asked for as well. */
function requestOf(line: CommandLine, options: ExtractOptions): string {
  const { conversation, start, end, threads, threadsFrom, inlineNames } = options;
  const files = textValue(line, 'files') ?? 'meta';
  return JSON.stringify({
    type: 'request',
    conversation,
    start,
    end,
    threads,
    threadsFrom,
    inlineNames,
    files,
  });
}

/** Keeps everything in a file, page by page, so that a run that is stopped loses nothing. */
async function intoPart(
  system: System,
  line: CommandLine,
  { web, options, part }: { readonly web: SlackWeb; readonly options: ExtractOptions; readonly part: string },
): Promise<void> {
  const request = requestOf(line, options);
  const found = await readPart(system, part);
  if (found.request !== undefined && !isSet(line, 'resume')) {
    throw new UsageError(`${part} is what a stopped run left: go on with --resume, or remove it`);
  }
  const isUsed = found.resume !== undefined;
  if (isUsed && found.request !== request) {
    throw new UsageError(`${part} is of a run with other options: use the same ones, or remove it`);
  }
  const writer = await system.files.append(part, isUsed ? found.bytes : 0);
  let count = found.resume?.count ?? 0;
  try {
    let lines = isUsed ? '' : `${request}\n`;
    for await (const record of shown(system, extract(web, { ...options, resume: found.resume }))) {
      lines += `${JSON.stringify(record)}\n`;
      // What comes after a checkpoint counts only with the next one.
      if (record.type !== 'checkpoint') continue;
      await writer.write(lines);
      ({ count } = record);
      lines = '';
    }
  } catch (error) {
    system.tell(`stopped after ${count} messages, which are in ${part}; --resume goes on`);
    throw error;
  } finally {
    await writer.close();
  }
}

/**
 * Shows how far it is.
 *
 * @yields each record
 */
async function* shown(
  system: System,
  records: AsyncIterable<LogRecord>,
): AsyncGenerator<LogRecord, void, undefined> {
  for await (const record of records) {
    if (record.type === 'checkpoint' && record.lastTs !== undefined) {
      const back = toDate(record.lastTs).toISOString().slice(0, 16).replace('T', ' ');
      system.progress(`${record.count} messages, back to ${back}`);
    }
    yield record;
  }
}
