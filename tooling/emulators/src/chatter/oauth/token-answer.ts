import { createHmac } from 'node:crypto';
import type { Grant } from '../sessions.js';

/** The token answer. It has no `expires_in`: how long a session lasts is the org's secret. */
export function tokenAnswer(options: {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly orgId: string;
  /** Where the API of this org is. */
  readonly instanceUrl: string;
  readonly now: number;
}): Record<string, string> {
  const { grant, accessToken, refreshToken, orgId, instanceUrl } = options;
  const id = `${instanceUrl}/id/${orgId}/${grant.userId}`;
  const issuedAt = String(options.now);
  return {
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    signature: createHmac('sha256', grant.client.clientSecret).update(`${id}${issuedAt}`).digest('base64'),
    scope: grant.scope,
    instance_url: instanceUrl,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
}
