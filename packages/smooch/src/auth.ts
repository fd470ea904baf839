import { checkText, systemClock, type Auth, type Credential } from '@x/http-core';
import { refuseOption } from './errors.js';
import type { Connection, SmoochKey } from './connection.js';
import { createSigner } from './service-token.js';
import { keepToken, type TimedToken } from './token.js';

/** How the service is shown who calls: by a token, or by the key itself. */
export function createAuth(connection: Connection): Auth<string> {
  const isKey = connection.auth === 'basic' && connection.credential === undefined;
  return showing(isKey ? 'Basic' : 'Bearer', credentialOf(connection));
}

/** Shows a credential in the header that HTTP has for it. */
export function showing(scheme: 'Basic' | 'Bearer', credential: Credential<string>): Auth<string> {
  return {
    credential,
    apply(draft, value) {
      draft.headers.set('authorization', `${scheme} ${value}`);
    },
    rejected: ({ status }) => status === 401,
  };
}

function credentialOf(connection: Connection): Credential<string> {
  const { credential, auth, key } = connection;
  const { clock = systemClock } = connection.transport;
  if (typeof credential === 'function') {
    const ask = async (): Promise<TimedToken> => ({
      token: checkText(refuseOption, 'credential', await credential()),
      staleAt: Infinity,
    });
    return keepToken(ask, clock);
  }
  if (typeof credential === 'object') return credential;
  if (credential !== undefined) return unchanging(credential);
  return auth === 'basic' ? unchanging(basic(key)) : keepToken(createSigner(connection, clock), clock);
}

/** A credential that cannot be renewed, so that its first refusal is final. */
export function unchanging(value: string): Credential<string> {
  return { get: async () => value, refresh: async () => value };
}

function basic({ keyId, secret }: SmoochKey): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${keyId}:${secret}`)));
}
