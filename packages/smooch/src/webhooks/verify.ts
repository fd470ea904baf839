import { createRecent } from '@x/http-core/recent';

/** The headers of a request: those of `fetch`, or the record of a Node.js request or a serverless event. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Made with the first request. Digests under a key that nobody knows are of one length, and equal bytes in them tell nothing of
 * what they were made of: who tries another value gets another digest, which cannot be foreseen. So one key does for a process.
 */
let hidden: Promise<CryptoKey> | undefined;

/** Digests of accepted secrets, so that a request costs but its own. What a request shows is never looked up here. */
const accepted = /* @__PURE__ */ createRecent<unknown, Promise<Uint8Array>>(1000);

/**
 * Whether a request comes from the service: its `X-API-Key` is the secret of the webhook. Do this before the body is
 * looked at, and answer 401 when it is false.
 *
 * Several secrets can be accepted at once, so that a webhook can take the place of another. The time it takes tells
 * nothing about any of them. No header, several of them, no secret and an empty secret all mean false; it does not reject.
 *
 * @see "Securing a webhook" in the service's guide to webhooks.
 * @example
 * ```ts
 * import { parseWebhook, verifyWebhook } from '@x/smooch/webhooks';
 *
 * export async function receive(request: Request, secret: string): Promise<Response> {
 *   if (!(await verifyWebhook(request.headers, [secret]))) return new Response(null, { status: 401 });
 *   console.log(parseWebhook(await request.text()).trigger);
 *   return new Response();
 * }
 * ```
 */
export async function verifyWebhook(
  headers: WebhookHeaders,
  secrets: string | readonly string[],
): Promise<boolean> {
  const shown = keyIn(headers);
  const key = await (hidden ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]));
  // What is no text, as a missing variable, counts as empty.
  const digest = async (value: unknown): Promise<Uint8Array> => {
    const text = new TextEncoder().encode(typeof value === 'string' ? value : '');
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  };
  const own = await digest(shown);
  let matches = 0;
  for (const secret of [secrets].flat()) {
    const known = accepted.get(secret) ?? digest(secret);
    accepted.set(secret, known);
    const other = await known;
    const difference = other.reduce((bits, byte, index) => bits | (byte ^ (own[index] ?? 0)), 0);
    matches += Number(difference === 0);
  }
  return matches > 0 && shown !== '';
}

/** The key that a request shows; empty when it shows none, or more than one. */
function keyIn(headers: WebhookHeaders): string {
  const shown =
    typeof headers.get === 'function'
      ? [headers.get('x-api-key')]
      : Object.entries(headers)
          .filter(([name]) => name.toLowerCase() === 'x-api-key')
          .map(([, value]) => value);
  const [key] = shown;
  return shown.length === 1 && typeof key === 'string' && !key.includes(',') ? key : '';
}
