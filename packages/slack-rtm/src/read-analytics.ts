import { isServiceError, type CallOptions, type Fetch } from '@x/http-core';
import { slackError } from './errors.js';
import { createSlackHttp } from './http.js';
import type { Open, OtherFields } from './types/open.js';
import { partsOf } from './calls/web-parts.js';
import type { SlackWeb } from './web.js';

/** Which file of analytics. */
export interface AnalyticsArguments extends OtherFields {
  readonly type: Open<'member' | 'public_channel'>;
  /** A day, as `2026-11-21`. It is there once the day is over. */
  readonly date?: string | undefined;
  /** Of channels: their names and topics, and nothing of what happened in them. */
  readonly metadata_only?: boolean | undefined;
}

/** A line of the file: what one member did, or what happened in one channel. */
export interface AnalyticsRecord extends OtherFields {
  readonly date?: string;
  readonly team_id?: string;
  readonly user_id?: string;
  readonly email_address?: string;
  readonly channel_id?: string;
  readonly messages_posted_count?: number;
  readonly reactions_added_count?: number;
}

/** More characters than any line has. */
const longestLine = 2 ** 24;

const method = 'admin.analytics.getFile';

/**
 * The records of `admin.analytics.getFile`, which Slack hands out as a compressed file: it is decompressed as it comes, and never
 * held as a whole. Nothing is sent before it is iterated.
 *
 * Iterating rejects as any call does, with `refused` / `file_not_yet_available`, `missing_scope`, … and with `protocol` /
 * `BROKEN_FILE` for a file that ends early or is none.
 *
 * @yields one record for each line
 * @see https://docs.slack.dev/reference/methods/admin.analytics.getFile
 * @example
 * ```ts
 * import { readAnalytics, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function messagesOn(web: SlackWeb, date: string): Promise<number> {
 *   let sum = 0;
 *   for await (const record of readAnalytics(web, { type: 'member', date })) sum += record.messages_posted_count ?? 0;
 *   return sum;
 * }
 * ```
 */
export async function* readAnalytics(
  web: SlackWeb,
  args: AnalyticsArguments,
  call: CallOptions = {},
): AsyncGenerator<AnalyticsRecord, void, undefined> {
  const { options, call: send } = partsOf(web);
  const { signal } = call;
  let body: ReadableStream<Uint8Array<ArrayBuffer>> | null = null;

  // The file is put aside, so that everything else is a call like any other.
  const takeFile: Fetch = async (url, init) => {
    const response = await (options.fetch ?? fetch)(url, init);
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    if (!response.ok || isJson) return response;
    ({ body } = response);
    return Response.json({ ok: true });
  };
  await send(createSlackHttp({ ...options, fetch: takeFile }), method, args, call);
  try {
    for await (const line of linesOf(body, signal)) yield JSON.parse(line) as AnalyticsRecord;
  } catch (error) {
    signal?.throwIfAborted();
    throw isServiceError(error)
      ? error
      : slackError('protocol', 'BROKEN_FILE', `the file of ${method} ends early or cannot be read`);
  }
}

async function* linesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  const reader = body
    ?.pipeThrough(new DecompressionStream('gzip'), signal && { signal })
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let rest = '';
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
      const lines = (rest + next.value).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) {
        throw slackError(
          'protocol',
          'ANSWER_TOO_LARGE',
          `a line of ${method} has over ${longestLine} characters`,
        );
      }
      yield* lines.filter((line) => line !== '');
    }
    if (rest !== '') yield rest;
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
