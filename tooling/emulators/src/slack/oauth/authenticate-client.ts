import { SlackError } from '../errors.js';
import type { ClientCall } from '../methods/method.js';
import type { OAuthClient } from './oauth.js';

/** The app that is calling, by its credentials in the form or by HTTP Basic. */
export function authenticateClient({ service, args, basic }: ClientCall): OAuthClient {
  const clientId = basic?.name ?? args.text('client_id');
  const secret = basic?.password ?? args.text('client_secret');
  const client = service.oauth.clients.get(clientId ?? '');
  if (client === undefined) throw new SlackError('invalid_client_id');
  if (client.clientSecret !== secret) throw new SlackError('bad_client_secret');
  return client;
}
