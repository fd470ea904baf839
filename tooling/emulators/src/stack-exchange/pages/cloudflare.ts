import { html, type Html } from './html.js';

/** What stands between the service and its clients says no: for good, until a browser proves itself, or for a while. */
export type CloudflareRefusal = 'blocked' | 'challenge' | 'limited';

const pages: Readonly<
  Record<CloudflareRefusal, { readonly status: 403 | 429; readonly title: string; readonly text: string }>
> = {
  blocked: {
    status: 403,
    title: 'Attention Required! | Cloudflare',
    text: 'Sorry, you have been blocked. You are unable to access this site.',
  },
  challenge: {
    status: 403,
    title: 'Just a moment...',
    text: 'Enable JavaScript and cookies to continue.',
  },
  limited: {
    status: 429,
    title: 'Access denied | Cloudflare',
    text: 'Error 1015. You are being rate limited.',
  },
};

export interface CloudflareAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The page that comes in place of the service's answer. */
export function cloudflareAnswer(refusal: CloudflareRefusal, retryAfterSeconds?: number): CloudflareAnswer {
  const { status, title, text } = pages[refusal];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=UTF-8',
      server: 'cloudflare',
      'cache-control': 'private, no-store',
      ...(refusal === 'challenge' ? { 'cf-mitigated': 'challenge' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: page(title, text).text,
  };
}

function page(title: string, text: string): Html {
  return html`<!DOCTYPE html>
    <html lang="en-US">
      <head>
        <title>${title}</title>
        <meta name="robots" content="noindex,nofollow" />
      </head>
      <body>
        <h1>${title}</h1>
        <p>${text}</p>
      </body>
    </html> `;
}
