import type { LogCheckpoint, LogRecord } from '../logs/index.js';
import type { System } from './system.js';

/** What is left of an extraction that was stopped. */
export interface Part {
  /** What was asked for, as its first line. */
  readonly request: string | undefined;
  /** Up to where it is whole. */
  readonly resume: LogCheckpoint | undefined;
  /** How many bytes of it are. */
  readonly bytes: number;
}

/** Looks how far a file has come in which an extraction was kept. */
export async function readPart({ files }: System, path: string): Promise<Part> {
  if (!(await files.exists(path))) return { request: undefined, resume: undefined, bytes: 0 };
  let request: string | undefined;
  let resume: LogCheckpoint | undefined;
  let [bytes, seen] = [0, 0];
  for await (const { line, length } of wholeLines(files.read(path))) {
    seen += length;
    request ??= line;
    const record = line.startsWith('{"type":"checkpoint"') ? (JSON.parse(line) as LogCheckpoint) : undefined;
    if (record === undefined) continue;
    resume = record;
    bytes = seen;
  }
  return { request, resume, bytes };
}

/**
 * Reads such a file without its first line.
 *
 * @yields each record
 */
export async function* recordsOfPart(
  { files }: System,
  path: string,
): AsyncGenerator<LogRecord, void, undefined> {
  let isFirst = true;
  for await (const { line } of wholeLines(files.read(path))) {
    if (!isFirst) yield JSON.parse(line) as LogRecord;
    isFirst = false;
  }
}

/**
 * Splits bytes into lines. What was being written when the process ended is no line.
 *
 * @yields each line that has an end, and how many bytes it takes
 */
async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: string; readonly length: number }, void, undefined> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield { line, length: encoder.encode(line).length + 1 };
  }
}
