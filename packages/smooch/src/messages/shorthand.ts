import { checkHttpUrl } from '../checks/http-url.js';
import { refuseArgument } from '../errors.js';

/** A piece of shorthand: what the service makes something of, in the text of a message of the business. */
export class Shorthand {
  readonly #written: string;
  constructor(written: string) {
    this.#written = written;
  }
  /** As it stands in the text. */
  toString(): string {
    return this.#written;
  }
}

/** What shorthand begins with. */
const beginnings = /([%$!&])(?=[[({])/g;

/** Joins two characters and is not seen. */
const joiner = '\u2060';

/**
 * Makes a text mean only what it says: where it holds what would be read as shorthand, a character that nobody sees comes between.
 *
 * @example
 * ```ts
 * import { escapeShorthand } from '@x/smooch';
 *
 * export const quote = (words: string): string => `You wrote: ${escapeShorthand(words)}`;
 * ```
 */
export function escapeShorthand(words: string): string {
  return words.replaceAll(beginnings, `$1${joiner}`);
}

/**
 * Writes a text with shorthand in it. Whatever is no {@link Shorthand} is escaped, so that nobody can put buttons into your
 * messages by what they are called.
 *
 * @example
 * ```ts
 * import { reply, text, type Smooch } from '@x/smooch';
 *
 * export async function ask(smooch: Smooch, userId: string, name: string): Promise<void> {
 *   const question = text`Is Smooch any good, ${name}? ${reply('Yes', 'YES')} ${reply('No', 'NO')}`;
 *   await smooch.postMessage(userId, question, { sentByMaker: true });
 * }
 * ```
 */
export function text(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Shorthand)[]
): string {
  const written = values.map((value) =>
    value instanceof Shorthand ? value.toString() : escapeShorthand(String(value)),
  );
  return String.raw({ raw: strings }, ...written);
}

/**
 * A button that opens an address: `%[label](https://…)`.
 *
 * @throws `usage` / `INVALID_REQUEST` for a label with `]` and for what is no http or https URL.
 * @example
 * ```ts
 * import { link, text } from '@x/smooch';
 *
 * export const offer: string = text`Have a look ${link('at our tents', 'https://example.com/tents')}`;
 * ```
 */
export function link(label: string, uri: string): Shorthand {
  return new Shorthand(`%[${labelOf(label)}](${addressOf('uri', uri)})`);
}

/**
 * A button that tells your webhooks that it was pressed: `%[label](postback:PAYLOAD)`.
 *
 * @throws `usage` / `INVALID_REQUEST` for a label with `]` and for a payload with `)`.
 * @example
 * ```ts
 * import { postback, text } from '@x/smooch';
 *
 * export const offer: string = text`Shall we go on? ${postback('Yes', 'GO_ON')}`;
 * ```
 */
export function postback(label: string, payload: string): Shorthand {
  return new Shorthand(`%[${labelOf(label)}](postback:${payloadOf(payload)})`);
}

/**
 * A quick reply: `%[label](reply:PAYLOAD)`. Not to be mixed with other buttons.
 *
 * @throws `usage` / `INVALID_REQUEST` for a label with `]` and for a payload with `)`.
 * @example
 * ```ts
 * import { reply, text } from '@x/smooch';
 *
 * export const question: string = text`Tea or coffee? ${reply('Tea', 'TEA')} ${reply('Coffee', 'COFFEE')}`;
 * ```
 */
export function reply(label: string, payload: string): Shorthand {
  return new Shorthand(`%[${labelOf(label)}](reply:${payloadOf(payload)})`);
}

/**
 * A quick reply that sends where the user is: `%[label](location)`.
 *
 * @throws `usage` / `INVALID_REQUEST` for a label with `]`.
 * @example
 * ```ts
 * import { locationRequest, text } from '@x/smooch';
 *
 * export const question: string = text`Where shall we deliver? ${locationRequest('I am here')}`;
 * ```
 */
export function locationRequest(label: string): Shorthand {
  return new Shorthand(`%[${labelOf(label)}](location)`);
}

/**
 * A button that asks for a payment: `$[label](25.00)`.
 *
 * @param amount In cents.
 * @throws `usage` / `INVALID_REQUEST` for a label with `]` and for an amount that is no whole number of cents above zero.
 * @example
 * ```ts
 * import { buy, text } from '@x/smooch';
 *
 * export const bill: string = text`That makes ${buy('25 dollars', 2500)}`;
 * ```
 */
export function buy(label: string, amount: number): Shorthand {
  if (!Number.isSafeInteger(amount) || amount <= 0) refuseArgument('amount', 'a whole number of cents');
  return new Shorthand(`$[${labelOf(label)}](${(amount / 100).toFixed(2)})`);
}

/**
 * A picture, which becomes a message of its own: `![](https://…)`.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no http or https URL.
 * @example
 * ```ts
 * import { image, text } from '@x/smooch';
 *
 * export const tent: string = text`${image('https://example.com/tent.jpg')}`;
 * ```
 */
export function image(url: string): Shorthand {
  return new Shorthand(`![](${addressOf('url', url)})`);
}

/**
 * A message that is kept under a name, see {@link templates}: `%((template:NAME))%`. Text before it goes ahead as a message of its
 * own.
 *
 * @throws `usage` / `INVALID_REQUEST` for a name with `)`.
 * @example
 * ```ts
 * import { template, text } from '@x/smooch';
 *
 * export const greeting: string = text`Welcome! ${template('opening_hours')}`;
 * ```
 */
export function template(name: string): Shorthand {
  return new Shorthand(`%((template:${payloadOf(name, 'name')}))%`);
}

/** A template of WhatsApp, and what others are shown in its place. */
export interface WhatsAppTemplate {
  readonly namespace: string;
  readonly template: string;
  /** What is shown where there is no WhatsApp. */
  readonly fallback: string;
  readonly language: string;
  /** What goes into the places of its body, in order. */
  readonly bodyText?: readonly string[] | undefined;
  /** The address of a picture. */
  readonly headerImage?: string | undefined;
}

/**
 * A template of WhatsApp with a text in its place for other channels: `&((namespace=[[…]] template=[[…]] …))&`.
 *
 * @throws `usage` / `INVALID_REQUEST` for a value that is empty or holds `]]`.
 * @example
 * ```ts
 * import { text, whatsAppTemplate } from '@x/smooch';
 *
 * const parcel = { namespace: 'ns', template: 'parcel', language: 'en', fallback: 'Your parcel is here.' };
 * export const notice: string = text`${whatsAppTemplate({ ...parcel, bodyText: ['Steve'] })}`;
 * ```
 */
export function whatsAppTemplate(content: WhatsAppTemplate): Shorthand {
  const { namespace, template: name, fallback, language, bodyText = [], headerImage } = content;
  const parts = [
    ['namespace', namespace],
    ['template', name],
    ['fallback', fallback],
    ['language', language],
    ...bodyText.map((each) => ['body_text', each] as const),
    ...(headerImage === undefined ? [] : [['header_image', headerImage] as const]),
  ] as const;
  const written = parts.map(([key, value]) => {
    if (typeof value !== 'string' || value === '' || value.includes(']]')) {
      refuseArgument(key, 'a text that is not empty, without "]]"');
    }
    return `${key}=[[${value}]]`;
  });
  return new Shorthand(`&((${written.join(' ')}))&`);
}

function labelOf(label: string): string {
  return typeof label === 'string' && /^[^\]\n]+$/.test(label)
    ? label
    : refuseArgument('label', 'a text in one line without "]"');
}

function payloadOf(payload: string, name = 'payload'): string {
  return typeof payload === 'string' && /^[^)\n]+$/.test(payload)
    ? payload
    : refuseArgument(name, 'a text in one line without ")"');
}

/** An address in which no parenthesis ends the shorthand. */
function addressOf(name: string, url: string): string {
  return checkHttpUrl(name, url).replaceAll('(', '%28').replaceAll(')', '%29');
}
