import type { Platform } from './bundle.js';

/** What must not be in a bundle. */
interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  /** The entries that it is about, without scope; all of them when left out. */
  readonly entries?: RegExp;
  /** The only platform that it is about. */
  readonly platform?: Platform;
}

/** What has no live connection at all. */
const withoutSockets = /^(http-core(\/live)?$|(chatter|smooch)(\/|$))/;
/** What neither reads pages nor keeps cookies, on whatever platform. */
const withoutPages = /^(http-core|chatter|slack-rtm|smooch)(\/|$)/;

const bans: readonly Ban[] = [
  { what: 'WebSocket', pattern: /WebSocket/, entries: withoutSockets },
  { what: 'EventEmitter', pattern: /EventEmitter/, entries: withoutSockets },
  { what: 'jose', pattern: /ERR_JW[ST]/, entries: /^(chatter$|http-core|slack-rtm|chatexchange)/ },
  { what: 'a flow of OAuth', pattern: /client_credentials|jwt-bearer|token-exchange/, entries: /^chatter$/ },
  { what: 'tough-cookie', pattern: /tough-cookie/, entries: withoutPages },
  { what: 'cheerio', pattern: /cheerio/, entries: withoutPages },
  { what: 'a module of Node.js', pattern: /["'`]node:/, platform: 'browser' },
  // Only as a word of its own: every bundle may say ArrayBuffer.
  { what: 'Buffer', pattern: /\bBuffer\b/, platform: 'browser' },
  { what: 'tough-cookie', pattern: /tough-cookie/, platform: 'browser' },
  { what: 'cheerio', pattern: /cheerio/, platform: 'browser' },
  { what: 'EventEmitter', pattern: /EventEmitter/, platform: 'browser' },
];

/** The package that a specifier belongs to: `@x/smooch/jwt` → `@x/smooch`. */
export function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, 2).join('/');
}

/** What a bundle for a platform holds although it must not, by the words in it. */
export function forbiddenWords(specifier: string, platform: Platform, text: string): string[] {
  const name = specifier.replace('@x/', '');
  const found = bans.filter(
    (ban) =>
      (ban.entries?.test(name) ?? true) && (ban.platform ?? platform) === platform && ban.pattern.test(text),
  );
  return [...new Set(found.map(({ what }) => `holds ${what}`))];
}

/** The other clients that something of is in a bundle, by the files that it was made of. */
export function strangers(specifier: string, inputs: readonly string[]): string[] {
  const own = packageOf(specifier);
  const found = inputs
    .map((path) => /node_modules\/(@x\/[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined && name !== own && name !== '@x/http-core');
  return [...new Set(found)].map((name) => `holds a part of ${name}`);
}
