import {
  isBrowser,
  isServiceError,
  segment,
  type CallOptions,
  type Http,
  type RequestOptions,
} from '@x/http-core';
import { adviceOn } from '../advice.js';
import { encodeArguments, type SlackArguments } from './arguments.js';
import { refuseArgument, SlackError, slackError } from '../errors.js';
import { withMeta } from './meta.js';
import { checkToken } from '../options.js';
import { isReading } from './reading.js';
import { reword } from './reword.js';

/** Methods that take their token in the header alone, which no page may set. */
const headerOnly = /^apps\.(connections\.open|event\.authorizations\.list)$/;

/** How a call is sent, which is no matter of whoever makes it. */
export type Sending = Pick<RequestOptions, 'pace' | 'repeatable'>;

/** Checks what a method is called with. */
export function checkCall(method: unknown, args: unknown): asserts args is Readonly<Record<string, unknown>> {
  if (typeof method !== 'string' || !/^[a-z]\w*(\.\w+)*$/i.test(method))
    refuseArgument('method', "a name like 'chat.postMessage'");
  if (typeof args !== 'object' || args === null || Array.isArray(args)) {
    refuseArgument('args', 'an object of arguments');
  }
  if (headerOnly.test(method) && isBrowser()) {
    throw slackError(
      'usage',
      'NOT_IN_A_PAGE',
      `${method} takes its token in a header, which Slack allows no page to send; call it on a server`,
    );
  }
}

/** Calls a method: by POST always, so that no argument stands in an address. */
export async function callMethod(
  http: Http,
  method: string,
  args: SlackArguments = {},
  { signal, timeoutMs, retries }: CallOptions = {},
  { pace, repeatable = isReading(method) }: Sending = {},
): Promise<object> {
  checkCall(method, args);
  const { token, ...rest } = args;
  const fields = encodeArguments(rest);
  const isParts = fields instanceof FormData;
  let response: Response | undefined;
  let attempt = 0;
  const answer = http.json<object>('POST', `/${segment(method, 'slack', SlackError)}`, {
    ...(isParts ? { body: fields } : { form: fields }),
    headers: {
      // Without it, fetch adds a character set, about which Slack warns in every answer.
      ...(!isParts && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(token !== undefined && token !== null && { authorization: `Bearer ${checkToken(token)}` }),
    },
    signal,
    timeoutMs,
    retries,
    repeatable,
    async pace(send, over) {
      const sendOnce = async (): Promise<Response> => {
        attempt += 1;
        return (response = await send());
      };
      return pace === undefined ? sendOnce() : pace(sendOnce, over);
    },
  });
  const data = await answer.catch((error: unknown) => {
    if (!isServiceError(error) || attempt === 0) throw error;
    throw reword(error, { attempts: attempt }, adviceOn(error.code, method));
  });
  return response === undefined ? data : withMeta(data, response, attempt);
}
