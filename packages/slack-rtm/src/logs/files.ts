import { createHttp, isServiceError, type CallOptions } from '@x/http-core';
import { checkAddress } from '../address.js';
import { describe, SlackError, slackError } from '../errors.js';
import { createAuth } from '../http.js';
import { baseUrlOf } from '../options.js';
import type { SlackFile } from '../types/file-events.js';
import { partsOf } from '../calls/web-parts.js';
import type { SlackWeb } from '../web.js';

/**
 * Gets what a file holds; `undefined` for a file that is gone, that lies with another service, or that this token may not read.
 */
export type LoadFile = (file: SlackFile, call?: CallOptions) => Promise<Response | undefined>;

/**
 * Makes a function that downloads files, for the `files` of `extract`. The token goes to Slack's own hosts and to the host of
 * `baseUrl`, and nowhere else. In Node.js; files of Slack's cannot be read from a page.
 *
 * The function rejects as any call does, with `auth` / `NOT_SIGNED_IN` when Slack asks for a login instead, and with `protocol` /
 * `UNTRUSTED_ADDRESS` when a file claims to be elsewhere.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import type { SlackWeb } from '@x/slack-rtm';
 * import { createFileLoader, extract, type LogRecord } from '@x/slack-rtm/logs';
 *
 * export function withFiles(web: SlackWeb): AsyncIterable<LogRecord> {
 *   const load = createFileLoader(web);
 *   return extract(web, {
 *     conversation: '#general',
 *     files: async (file) => {
 *       const answer = await load(file);
 *       if (answer !== undefined) await writeFile(file.id, new Uint8Array(await answer.arrayBuffer()));
 *       return answer === undefined ? undefined : file.id;
 *     },
 *   });
 * }
 * ```
 */
export function createFileLoader(web: SlackWeb): LoadFile {
  const { options } = partsOf(web);
  const root = baseUrlOf(options);
  const auth = createAuth(options);

  return async (file, call) => {
    const {
      url_private_download: download,
      url_private: url = download,
      mode,
      is_external: isElsewhere,
    } = file;
    if (url === undefined || isElsewhere === true || mode === 'tombstone') return undefined;
    const address = new URL(checkAddress(download ?? url, root, 'files.info', 'http'));
    // Who may not read a file is sent to sign in, as from a browser.
    const refuse = (): never => {
      throw slackError(
        'auth',
        'NOT_SIGNED_IN',
        `file ${file.id} is not given to this token; it needs files:read`,
      );
    };
    let isMoved = false;
    const http = createHttp({
      ...options,
      service: 'slack',
      headers: {},
      // The token goes to the origin of the file, which is Slack's, and nowhere else.
      baseUrl: address.origin,
      fetch: async (asked, init) => {
        isMoved ||= asked !== address.href;
        return (options.fetch ?? fetch)(asked, init);
      },
      auth,
      describe,
      ServiceError: SlackError,
    });
    let answer: Response;
    try {
      answer = await http.request('GET', address, call);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (isMoved || error.code === 'REDIRECTED') return refuse();
      if (error.status === 403 || error.status === 404) return undefined;
      throw error;
    }
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    if (!isPage || file.mimetype === 'text/html') return answer;
    await answer.body?.cancel();
    return refuse();
  };
}
