/** A flat answer, as all answers of the OAuth endpoints are. */
export type FlatAnswer = Readonly<Record<string, string | number | boolean>>;

type Format = 'json' | 'urlencoded' | 'xml';

const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  urlencoded: 'application/x-www-form-urlencoded',
  xml: 'application/xml',
};

/** The form that a request asks for by its parameter, or else by its `Accept` header. */
export function formatOf(parameters: URLSearchParams, accept: string | null): Format {
  const asked = parameters.get('format');
  if (asked === 'json' || asked === 'urlencoded' || asked === 'xml') return asked;
  const wanted = (accept ?? '').split(',').map((part) => part.split(';', 1)[0]?.trim());
  if (wanted.includes(mediaTypes.json)) return 'json';
  if (wanted.includes(mediaTypes.urlencoded)) return 'urlencoded';
  return wanted[0] === mediaTypes.xml ? 'xml' : 'json';
}

/** Writes an answer in that form. */
export function write(status: number, body: FlatAnswer, format: Format): Response {
  return new Response(writers[format](body), {
    status,
    headers: {
      'content-type': `${mediaTypes[format]};charset=UTF-8`,
      'cache-control': 'no-cache, no-store',
      pragma: 'no-cache',
    },
  });
}

const writers: Readonly<Record<Format, (body: FlatAnswer) => string>> = {
  json: (body) => JSON.stringify(body),
  urlencoded: (body) =>
    new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString(),
  xml(body) {
    const elements = Object.entries(body).map(
      ([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?><OAuth>${elements.join('')}</OAuth>`;
  },
};

/** Text as it may stand in an element or in an attribute between double quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
