import type { Platform } from './bundle.js';

/** How much a use of a package may weigh at most, minified and compressed. */
export interface SizeCeiling {
  /** What is used, in words. */
  readonly name: string;
  /** What it is imported from. */
  readonly from: string;
  /** The names that are imported; `'*'` for everything that there is. */
  readonly imports: '*' | readonly string[];
  /** Code that uses what was imported; by default the names are only handed on. */
  readonly use?: string;
  /** What is not weighed, because other packages bring it along anyway. */
  readonly external?: readonly string[];
  readonly platforms?: readonly Platform[];
  /**
   * By which bundler it is split, so that only what is loaded at once is weighed. Default: all of it, in one file, by
   * esbuild, which loads at once also what is shared with another part of the index that nobody uses.
   */
  readonly split?: 'esbuild' | 'rolldown';
  /** In bytes. What was measured and a tenth more; from then on it only falls. */
  readonly bytes: number;
}

const withoutKy = { external: ['ky'] } as const;

/** Every entry of every package must be in it. */
export const sizeCeilings: readonly SizeCeiling[] = [
  { name: 'everything', from: '@x/http-core', imports: '*', ...withoutKy, bytes: 3905 },
  { name: 'createHttp', from: '@x/http-core', imports: ['createHttp'], ...withoutKy, bytes: 3000 },
  { name: 'createCredential', from: '@x/http-core', imports: ['createCredential'], bytes: 600 },
  { name: 'isServiceError', from: '@x/http-core', imports: ['isServiceError'], bytes: 105 },
  { name: 'path', from: '@x/http-core', imports: ['path'], bytes: 410 },
  { name: 'paginate', from: '@x/http-core', imports: ['paginate'], bytes: 245 },
  { name: 'sleep', from: '@x/http-core', imports: ['sleep'], bytes: 265 },
  { name: 'everything', from: '@x/http-core/live', imports: '*', bytes: 1410 },
  { name: 'everything', from: '@x/http-core/recent', imports: '*', bytes: 200 },
  { name: 'everything', from: '@x/http-core/socket', imports: '*', bytes: 800 },
  { name: 'everything', from: '@x/http-core/oauth', imports: '*', bytes: 1150 },

  {
    name: 'createChatter and one call, with ky',
    from: '@x/chatter',
    imports: ['createChatter'],
    use: 'export const me = (options) => createChatter(options).users.me();',
    bytes: 14_700,
  },
  { name: 'isServiceError', from: '@x/chatter', imports: ['isServiceError'], bytes: 105 },
  { name: 'at', from: '@x/chatter', imports: ['at'], ...withoutKy, bytes: 1480 },
  { name: 'connect', from: '@x/chatter', imports: ['connect'], ...withoutKy, bytes: 1290 },
  { name: 'community', from: '@x/chatter', imports: ['community'], ...withoutKy, bytes: 1300 },
  { name: 'pages', from: '@x/chatter', imports: ['pages'], ...withoutKy, bytes: 1500 },
  { name: 'updates', from: '@x/chatter', imports: ['updates'], ...withoutKy, bytes: 2480 },
  { name: 'batch and call', from: '@x/chatter', imports: ['batch', 'call'], ...withoutKy, bytes: 3920 },
  { name: 'upload', from: '@x/chatter', imports: ['upload'], ...withoutKy, bytes: 2270 },
  { name: 'postWithFile', from: '@x/chatter', imports: ['postWithFile'], ...withoutKy, bytes: 2690 },
  { name: 'download', from: '@x/chatter', imports: ['download'], ...withoutKy, bytes: 760 },
  { name: 'withBearerUrls', from: '@x/chatter', imports: ['withBearerUrls'], bytes: 130 },
  { name: 'message', from: '@x/chatter', imports: ['message'], bytes: 870 },
  { name: 'mention', from: '@x/chatter', imports: ['mention'], bytes: 920 },
  { name: 'bold', from: '@x/chatter', imports: ['bold'], bytes: 300 },
  { name: 'toText', from: '@x/chatter', imports: ['toText'], bytes: 470 },
  { name: 'toHtml', from: '@x/chatter', imports: ['toHtml'], bytes: 890 },
  { name: 'toId18', from: '@x/chatter', imports: ['toId18'], bytes: 830 },
  { name: 'isId', from: '@x/chatter', imports: ['isId'], bytes: 340 },
  { name: 'trim', from: '@x/chatter', imports: ['trim'], bytes: 690 },
  { name: 'poll', from: '@x/chatter', imports: ['poll'], bytes: 600 },
  { name: 'quoteIntegers', from: '@x/chatter', imports: ['quoteIntegers'], bytes: 740 },
  { name: 'everything, with ky and jose', from: '@x/chatter/oauth', imports: '*', bytes: 24_200 },
  {
    name: 'clientCredentials, with ky',
    from: '@x/chatter/oauth',
    imports: ['clientCredentials'],
    bytes: 14_900,
  },
  { name: 'authorizationUrl', from: '@x/chatter/oauth', imports: ['authorizationUrl'], bytes: 1010 },

  { name: 'createSmooch, with ky', from: '@x/smooch', imports: ['createSmooch'], bytes: 19_600 },
  { name: 'isServiceError', from: '@x/smooch', imports: ['isServiceError'], bytes: 105 },
  { name: 'everything, with ky and jose', from: '@x/smooch/v2', imports: '*', bytes: 26_700 },
  {
    name: 'createSunshine and users, with ky, at once, split by rolldown',
    from: '@x/smooch/v2',
    imports: ['createSunshine', 'users'],
    use: 'export const get = (options, id) => users(createSunshine(options)).get(id);',
    split: 'rolldown',
    bytes: 16_000,
  },
  {
    name: 'createSunshine and messages, with ky, at once, split by rolldown',
    from: '@x/smooch/v2',
    imports: ['createSunshine', 'messages'],
    use: 'export const send = (options, id) => messages(createSunshine(options)).sendText(id, "Hello");',
    split: 'rolldown',
    bytes: 16_000,
  },
  {
    name: 'createWebhookHandler',
    from: '@x/smooch/webhooks',
    imports: ['createWebhookHandler'],
    bytes: 2000,
  },
  { name: 'everything', from: '@x/smooch/webhooks', imports: '*', bytes: 2330 },
  { name: 'jwtForUser', from: '@x/smooch/jwt', imports: ['jwtForUser'], bytes: 5500 },
  { name: 'everything', from: '@x/smooch/jwt', imports: '*', bytes: 7700 },

  {
    name: 'createSlackRtm, with ky, at once, split by rolldown',
    from: '@x/slack-rtm',
    imports: ['createSlackRtm'],
    platforms: ['browser'],
    split: 'rolldown',
    bytes: 18_800,
  },
  {
    name: 'createSlackSocket, with ky, at once, split by rolldown',
    from: '@x/slack-rtm',
    imports: ['createSlackSocket'],
    platforms: ['browser'],
    split: 'rolldown',
    bytes: 18_300,
  },
  {
    name: 'createSlackWeb, with ky, at once, split by rolldown',
    from: '@x/slack-rtm',
    imports: ['createSlackWeb'],
    split: 'rolldown',
    bytes: 14_600,
  },
  {
    name: 'createWorkspace, at once, split by rolldown',
    from: '@x/slack-rtm',
    imports: ['createWorkspace'],
    split: 'rolldown',
    bytes: 10_700,
  },
  {
    name: 'isServiceError, at once, split by rolldown',
    from: '@x/slack-rtm',
    imports: ['isServiceError'],
    split: 'rolldown',
    bytes: 105,
  },
  {
    name: 'createSlackRtm, with ky, all in one file',
    from: '@x/slack-rtm',
    imports: ['createSlackRtm'],
    platforms: ['browser'],
    bytes: 36_500,
  },
  {
    name: 'createSlackSocket, with ky, all in one file',
    from: '@x/slack-rtm',
    imports: ['createSlackSocket'],
    platforms: ['browser'],
    bytes: 34_000,
  },
  { name: 'waitFor', from: '@x/slack-rtm', imports: ['waitFor'], bytes: 950 },
  { name: 'collect', from: '@x/slack-rtm', imports: ['collect'], bytes: 1490 },
  { name: 'conversationOf', from: '@x/slack-rtm', imports: ['conversationOf'], bytes: 300 },
  { name: 'authorOf', from: '@x/slack-rtm', imports: ['authorOf'], bytes: 145 },
  { name: 'isThreadReply', from: '@x/slack-rtm', imports: ['isThreadReply'], bytes: 110 },
  { name: 'isBroadcast', from: '@x/slack-rtm', imports: ['isBroadcast'], bytes: 105 },
  { name: 'deliveryOf', from: '@x/slack-rtm', imports: ['deliveryOf'], bytes: 190 },
  { name: 'isReplayed', from: '@x/slack-rtm', imports: ['isReplayed'], bytes: 190 },
  { name: 'toPermalink', from: '@x/slack-rtm', imports: ['toPermalink'], bytes: 930 },
  { name: 'fromPermalink', from: '@x/slack-rtm', imports: ['fromPermalink'], bytes: 470 },
  { name: 'compareTs', from: '@x/slack-rtm', imports: ['compareTs'], bytes: 780 },
  { name: 'isTs', from: '@x/slack-rtm', imports: ['isTs'], bytes: 220 },
  { name: 'everything, with ky', from: '@x/slack-rtm/logs', imports: '*', bytes: 29_000 },
  { name: 'extract', from: '@x/slack-rtm/logs', imports: ['extract'], bytes: 6100 },
  { name: 'format', from: '@x/slack-rtm/logs', imports: ['format'], bytes: 10_000 },
  { name: 'sortLog', from: '@x/slack-rtm/logs', imports: ['sortLog'], bytes: 1790 },
  { name: 'uploadFiles', from: '@x/slack-rtm', imports: ['uploadFiles'], ...withoutKy, bytes: 7590 },
  { name: 'readAnalytics', from: '@x/slack-rtm', imports: ['readAnalytics'], ...withoutKy, bytes: 8780 },
  { name: 'streamMessage', from: '@x/slack-rtm', imports: ['streamMessage'], ...withoutKy, bytes: 1525 },
  { name: 'everything, with ky', from: '@x/slack-rtm/oauth', imports: '*', bytes: 16_280 },
  { name: 'rotatingToken, with ky', from: '@x/slack-rtm/oauth', imports: ['rotatingToken'], bytes: 15_660 },
  { name: 'authorizationUrl', from: '@x/slack-rtm/oauth', imports: ['authorizationUrl'], bytes: 975 },
  { name: 'everything', from: '@x/slack-rtm/mrkdwn', imports: '*', bytes: 8950 },
  { name: 'parseMrkdwn', from: '@x/slack-rtm/mrkdwn', imports: ['parseMrkdwn'], bytes: 2920 },
  { name: 'escapeMrkdwn', from: '@x/slack-rtm/mrkdwn', imports: ['escapeMrkdwn'], bytes: 146 },

  {
    name: 'createChatExchange, with ky, all in one file',
    from: '@x/chatexchange',
    imports: ['createChatExchange'],
    platforms: ['browser'],
    bytes: 56_500,
  },
  {
    name: 'createChatExchange, with ky, at once, split by rolldown',
    from: '@x/chatexchange',
    imports: ['createChatExchange'],
    platforms: ['browser'],
    split: 'rolldown',
    bytes: 20_100,
  },
  {
    name: 'createChatExchange, with ky, at once, split by esbuild',
    from: '@x/chatexchange',
    imports: ['createChatExchange'],
    platforms: ['browser'],
    split: 'esbuild',
    bytes: 27_000,
  },
  // In one file, a bundler wraps what something may import on demand.
  { name: 'isServiceError', from: '@x/chatexchange', imports: ['isServiceError'], bytes: 180 },
];

/** The module that a user of what a ceiling describes would write. */
export function sourceOf({ from, imports, use }: SizeCeiling): string {
  if (imports === '*') return `export * from '${from}';\n`;
  const names = `{ ${imports.join(', ')} }`;
  return use === undefined
    ? `export ${names} from '${from}';\n`
    : `import ${names} from '${from}';\n${use}\n`;
}

/** What is wrong with a table of ceilings itself, given what there is to weigh. */
export function ceilingComplaints(ceilings: readonly SizeCeiling[], specifiers: readonly string[]): string[] {
  const titles = ceilings.map(({ from, name }) => `${from}, ${name}`);
  return [
    ...titles
      .filter((title, index) => titles.indexOf(title) !== index)
      .map((title) => `${title} is there twice`),
    ...ceilings
      .filter(({ bytes }) => !(Number.isInteger(bytes) && bytes > 0))
      .map(({ from, name }) => `${from}, ${name} has no ceiling in whole bytes`),
    ...specifiers
      .filter((specifier) => !ceilings.some(({ from }) => from === specifier))
      .map((specifier) => `${specifier} has no ceiling`),
  ];
}

/** A number of bytes as people write it. */
export function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
