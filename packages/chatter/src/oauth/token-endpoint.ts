import { checkText, isServiceError, type Answer, type ErrorDescription, type Fields } from '@x/http-core';
import { keepFromBrowser, type BrowserSecrets } from '@x/http-core/oauth';
import { ChatterError, describeAnswer, refuseOption } from '../errors.js';
import { acceptInstance } from '../instance.js';
import type { ChatterTokens, TokenAnswer } from '../tokens.js';
import { createLoginHttp, type LoginHostOptions } from './login-host.js';

/** Where tokens are asked for, and in whose name. */
export interface TokenEndpointOptions extends LoginHostOptions, BrowserSecrets {
  /** The consumer key of the app. */
  readonly clientId: string;
  /** The consumer secret, unless the app does without. */
  readonly clientSecret?: string | undefined;
  /** Hosts beside Salesforce's own that an org may live on, as `name` or `name:port`. */
  readonly allowedInstanceHosts?: readonly string[] | undefined;
}

/** Asks for tokens. What the answer leaves out stays as it is in `current`. */
export type RequestTokens = (form: Fields, current?: ChatterTokens) => Promise<ChatterTokens>;

/** How long a failure that will pass is waited out, in milliseconds: as long as a credential remembers it. */
const pauseMs = 1000;

/**
 * Another process is refreshing with this very token, so its result can be had in a moment. Before September 2024 the
 * service used the other words, which of a code mean what they say.
 */
const busy = /already being processed|expired authorization code/;

/** The token endpoint of a login host. */
export function createTokenEndpoint(
  options: TokenEndpointOptions,
  describe: (answer: Answer) => ErrorDescription = describeAnswer,
): RequestTokens {
  const { clientId, clientSecret, allowedInstanceHosts } = options;
  checkText(refuseOption, 'clientId', clientId);
  if (clientSecret !== undefined) keepFromBrowser(refuseOption, options, 'clientSecret', clientSecret);
  const http = createLoginHttp(options, describe);

  return async (form, current) => {
    // A code is used once; everything else may be asked for again, though not at once by all who wait.
    const repeatable = form['code'] === undefined;
    const answer = await http
      .json<TokenAnswer | undefined>('POST', '/services/oauth2/token', {
        form: { ...form, client_id: clientId, client_secret: clientSecret },
        repeatable,
        retries: 0,
      })
      .catch((error: unknown) => {
        throw isServiceError(error) && (error.retryable || (repeatable && busy.test(error.message)))
          ? Object.assign(error, { retryable: true, retryAfterMs: error.retryAfterMs ?? pauseMs })
          : error;
      });
    const instanceUrl = acceptInstance(answer?.instance_url, allowedInstanceHosts) ?? current?.instanceUrl;
    if (!answer?.access_token || instanceUrl === undefined) {
      const wanted = 'an access_token for an instance_url that may be used (allowedInstanceHosts)';
      throw new ChatterError(`chatter: POST /services/oauth2/token answered without ${wanted}`, {
        service: 'chatter',
        kind: 'protocol',
        code: 'INVALID_TOKEN_ANSWER',
      });
    }
    return {
      accessToken: answer.access_token,
      instanceUrl,
      // One that is empty would end what can still be renewed.
      refreshToken: answer.refresh_token || current?.refreshToken,
      answer,
    };
  };
}
