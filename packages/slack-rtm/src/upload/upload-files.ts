import { isBrowser, type CallOptions } from '@x/http-core';
import { checkAddress } from '../address.js';
import { slackError } from '../errors.js';
import { baseUrlOf } from '../options.js';
import type { SlackFile } from '../types/file-events.js';
import { partsOf } from '../calls/web-parts.js';
import type { SlackWeb } from '../web.js';
import { openContent, type Body } from './content.js';
import { groupsOf, plan, type Plan } from './plans.js';
import { sendBytes } from './send-bytes.js';
import type { Uploadable, UploadOptions } from './types.js';

/** How many files are on their way at once. */
const atOnce = 3;

/**
 * Uploads files and shares them: announces each, sends its bytes, and completes those that go to the same place together, so that
 * they come as one message. Resolves with the files in the order in which they were given. The message comes as an event; its
 * `ts` is not known here.
 *
 * The bytes go to Slack's own hosts, or to the host of `baseUrl`, without the token. They are sent again after a failure that
 * allows it, except those of a stream. A `Blob` is never read as a whole, in Node.js not even by `fetch`.
 *
 * @param files A file or several: bytes, `{ content }`, `{ path }`; or `{ files, channel, … }` for those that go elsewhere.
 * @throws `usage` / `INVALID_REQUEST` for what cannot be uploaded, and `UNREADABLE_FILE`; `protocol` / `NO_UPLOAD_ADDRESS`,
 * `UNTRUSTED_ADDRESS`; `refused` with Slack's word (`channel_not_found`, `file_uploads_disabled`, `storage_limit_reached`, …) or
 * `HTTP_nnn` of the upload's host. Before the last step nothing is shared, and what has been sent is forgotten by Slack.
 * @see https://docs.slack.dev/messaging/working-with-files
 * @example
 * ```ts
 * import { uploadFiles, type SlackFile, type SlackWeb } from '@x/slack-rtm';
 *
 * export const report = (web: SlackWeb, channel: string): Promise<SlackFile[]> =>
 *   uploadFiles(
 *     web,
 *     [{ path: 'report.pdf', title: 'Report' }, { content: 'a,b\n1,2\n', filename: 'numbers.csv' }],
 *     { channel, initialComment: 'As promised' },
 *   );
 * ```
 */
export async function uploadFiles(
  web: SlackWeb,
  files: Uploadable | readonly Uploadable[],
  options: UploadOptions = {},
): Promise<SlackFile[]> {
  const { options: settings } = partsOf(web);
  const { token, onProgress, onWarning, noCors = false, retries } = options;
  const over = new AbortController();
  const signal = options.signal === undefined ? over.signal : AbortSignal.any([options.signal, over.signal]);
  const call: CallOptions = { signal, retries };
  const plans = plan(files, options, (warning) => tell(onWarning, warning));
  const known = new Map<number, SlackFile>();
  const ids: string[] = [];

  /** The first two steps of one file. */
  async function send({ index, filename, file }: Plan, body: Body): Promise<void> {
    const { upload_url: given, file_id: id } = await web.call<
      { upload_url?: string; file_id?: string },
      string
    >(
      'files.getUploadURLExternal',
      { filename, length: body.length, alt_txt: file.altText, snippet_type: file.snippetType, token },
      call,
    );
    if (given === undefined || id === undefined) {
      throw slackError(
        'protocol',
        'NO_UPLOAD_ADDRESS',
        `files.getUploadURLExternal gave no address or id for ${filename}`,
      );
    }
    ids[index] = id;
    await sendBytes(
      settings,
      {
        address: checkAddress(given, baseUrlOf(settings), 'files.getUploadURLExternal', 'http'),
        id,
        filename,
        body,
        onSent: (sent) => tell(onProgress, { file: { id, filename, index }, sent, total: body.length }),
      },
      { ...options, signal },
    );
  }

  /** The last step of those that go together. */
  async function complete(group: readonly Plan[]): Promise<void> {
    const { destination } = group[0] as Plan;
    const entries = group.map(({ index, title, file: { highlightType } }) => ({
      id: ids[index],
      title,
      highlight_type: highlightType,
    }));
    const { files: shared = [] } = await web.call<{ files?: readonly SlackFile[] }, string>(
      'files.completeUploadExternal',
      { files: entries, ...destination, token },
      call,
    );
    for (const { index } of group) {
      const id = ids[index] as string;
      known.set(index, shared.find((file) => file.id === id) ?? { id });
    }
  }

  try {
    const whole = isBrowser() || noCors;
    const bodies = await Promise.all(
      plans.map(async ({ content, filename }) => openContent(content, { filename, whole, signal })),
    );
    // Each worker takes the next one that is left.
    const waiting = bodies.entries();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const [index, body] of waiting) await send(plans[index] as Plan, body);
      }),
    );
    for (const group of groupsOf(plans)) await complete(group);
  } catch (error) {
    // The others have no use any more.
    over.abort(error);
    options.signal?.throwIfAborted();
    throw error;
  }
  return plans.map(({ index }) => known.get(index) as SlackFile);
}

/** Who only listens cannot break an upload. */
function tell<Fact>(listener: ((fact: Fact) => void) | undefined, fact: Fact): void {
  try {
    listener?.(fact);
  } catch {
    // It was told.
  }
}
