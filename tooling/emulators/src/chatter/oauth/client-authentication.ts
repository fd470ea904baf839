import type { ClientApp } from '../state/model.js';
import { clientSecretWrong, clientUnknown } from './oauth-error.js';

/** Checks which application asks: by HTTP Basic, or by `client_id` and `client_secret` among the parameters. */
export function authenticateClient(
  authorization: string | null,
  parameters: URLSearchParams,
  app: ClientApp,
): void {
  const [id, secret] = fromBasic(authorization) ?? [
    parameters.get('client_id'),
    parameters.get('client_secret'),
  ];
  if (id !== app.clientId) throw clientUnknown();
  if (secret !== app.clientSecret) throw clientSecretWrong();
}

/** RFC 6749, section 2.3.1: both halves are form-encoded before they are joined. */
function fromBasic(authorization: string | null): [string, string] | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  return [formDecode(id), formDecode(rest.join(':'))];
}

function formDecode(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}
