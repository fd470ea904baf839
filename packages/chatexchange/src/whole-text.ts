import type { CallOptions } from '@x/http-core';
import type { Context } from './model/context.js';
import type { Cut } from './parse/cut.js';
import { toText } from './parse/text.js';
import { path } from './path.js';

/** The lines of a message, escaped as in HTML, and without the mark by which replies once began. */
async function loadLines(
  context: Context,
  roomId: number,
  id: number,
  call?: CallOptions,
): Promise<readonly string[]> {
  const text = await context.http.text(path`/messages/${roomId}/${id}`, call);
  return text.replace(/^:\d+ /, '').split(/\r?\n/);
}

const isCode = (lines: readonly string[]): boolean => lines.every((line) => /^ {4}|^\s*$/.test(line));

const unindented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/^ {1,4}/, ''));

/** The whole text of a message; a block of code without its indentation. */
export async function loadWholeText(
  context: Context,
  roomId: number,
  id: number,
  call?: CallOptions,
): Promise<string> {
  const lines = await loadLines(context, roomId, id, call);
  return toText((isCode(lines) ? unindented(lines) : lines).join('\n'));
}

/** The whole content of a message, as HTML, where pages and events have only its beginning. */
export async function loadWholeContent(
  context: Context,
  roomId: number,
  id: number,
  cut: Cut,
  call?: CallOptions,
): Promise<string> {
  const lines = await loadLines(context, roomId, id, call);
  // As the service writes what it does not cut off.
  return cut === 'pre'
    ? `<pre class='full'>${unindented(lines).join('\n')}</pre>`
    : `<div class='full'>${lines.join(' <br> ')}</div>`;
}
