import type { Ids } from '../ids.js';
import type { ApiVersion, Fields } from '../state/model/index.js';

/** What is peculiar to a type of integration. */
export interface IntegrationKind {
  readonly versions: readonly ApiVersion[];
  readonly required: readonly string[];
  /** What v2 wants beside, or the older versions. */
  readonly requiredInV2?: readonly string[];
  readonly requiredBefore?: readonly string[];
  /** Settings that are shown again. */
  readonly shown: readonly string[];
  /** Of all that there is to show, what only v2 shows, and what only the older versions do. */
  readonly onlyInV2?: readonly string[];
  readonly onlyBefore?: readonly string[];
  /** What is taken and never shown. */
  readonly secret: readonly string[];
  readonly defaults?: Fields;
  /** What the service learns from the channel. */
  readonly learnt?: (ids: Ids) => Fields;
}

const everywhere = ['v1', 'v1.1', 'v2'] as const;
const before = ['v1', 'v1.1'] as const;
const sdkSettings = ['canUserSeeConversationList', 'canUserCreateMoreConversations'];
const webDefaults = {
  brandColor: '65758e',
  fixedIntroPane: false,
  conversationColor: '0099ff',
  actionColor: '0099ff',
  displayStyle: 'button',
  buttonWidth: '58',
  buttonHeight: '58',
};

/** Every type that can be made, with what it needs. */
export const integrationKinds: Readonly<Record<string, IntegrationKind>> = {
  android: {
    versions: everywhere,
    required: [],
    shown: ['senderId', ...sdkSettings],
    onlyInV2: sdkSettings,
    secret: ['projectId', 'clientEmail', 'privateKey', 'serverKey'],
  },
  apn: {
    versions: before,
    required: ['certificate'],
    shown: ['autoUpdateBadge', 'production'],
    secret: ['certificate', 'password'],
    defaults: { autoUpdateBadge: false, production: true },
  },
  apple: {
    versions: everywhere,
    required: ['businessId', 'apiSecret', 'mspId'],
    shown: ['businessId', 'mspId', 'authenticationMessageSecret'],
    onlyInV2: ['authenticationMessageSecret'],
    secret: ['apiSecret'],
  },
  custom: { versions: ['v2'], required: ['webhooks'], shown: [], secret: [] },
  fcm: { versions: before, required: ['serverKey', 'senderId'], shown: ['senderId'], secret: ['serverKey'] },
  instagram: {
    versions: everywhere,
    required: ['pageAccessToken', 'appId', 'appSecret'],
    shown: ['appId', 'storyRepliesEnabled', 'storyMentionsEnabled'],
    onlyInV2: ['storyRepliesEnabled', 'storyMentionsEnabled'],
    secret: ['pageAccessToken', 'appSecret'],
    defaults: { storyRepliesEnabled: true, storyMentionsEnabled: true },
    learnt: (ids) => ({
      pageId: ids.number(15),
      businessName: 'Trailhead',
      businessUsername: 'trailhead',
      businessId: ids.number(17),
      username: 'trailhead',
      userId: ids.number(17),
    }),
  },
  ios: {
    versions: everywhere,
    required: [],
    shown: ['production', 'autoUpdateBadge', ...sdkSettings],
    onlyInV2: sdkSettings,
    secret: ['certificate', 'password'],
  },
  line: {
    versions: everywhere,
    required: [],
    shown: ['channelId', 'serviceCode', 'qrCodeUrl'],
    onlyBefore: ['botName'],
    secret: ['channelSecret', 'channelAccessToken', 'switcherSecret'],
    learnt: () => ({ lineId: '@trailhead', botName: 'Trailhead' }),
  },
  mailgun: {
    versions: everywhere,
    required: ['apiKey', 'domain', 'incomingAddress'],
    shown: ['domain', 'incomingAddress', 'hideUnsubscribeLink', 'fromAddress'],
    secret: ['apiKey', 'signingKey'],
    defaults: { hideUnsubscribeLink: false },
  },
  messagebird: {
    versions: everywhere,
    required: ['accessKey', 'originator'],
    requiredInV2: ['signingKey'],
    shown: ['originator'],
    secret: ['accessKey', 'signingKey'],
    learnt: (ids) => ({ webhookSecret: ids.device() }),
  },
  messenger: {
    versions: everywhere,
    required: ['pageAccessToken', 'appId', 'appSecret'],
    shown: ['appId'],
    onlyInV2: ['pageName'],
    onlyBefore: ['userId', 'username'],
    secret: ['pageAccessToken', 'appSecret'],
    learnt: (ids) => ({
      pageId: ids.number(15),
      pageName: 'Trailhead',
      userId: ids.number(14),
      username: 'Trailhead',
    }),
  },
  telegram: {
    versions: everywhere,
    required: ['token'],
    shown: [],
    onlyInV2: ['botId'],
    secret: ['token'],
    learnt: (ids) => ({ username: 'trailhead_bot', botId: ids.number(10) }),
  },
  twilio: {
    versions: everywhere,
    required: ['accountSid', 'authToken'],
    requiredBefore: ['phoneNumberSid'],
    shown: ['accountSid', 'phoneNumberSid', 'messagingServiceSid'],
    onlyInV2: ['messagingServiceSid'],
    onlyBefore: ['phoneNumber', 'name'],
    secret: ['authToken'],
    learnt: (ids) => ({ phoneNumber: `+1514${ids.number(7)}`, name: 'Trailhead' }),
  },
  twitter: {
    versions: everywhere,
    required: ['consumerKey', 'consumerSecret', 'accessTokenKey', 'accessTokenSecret'],
    requiredInV2: ['tier'],
    shown: ['tier', 'envName', 'consumerKey', 'accessTokenKey'],
    onlyBefore: ['consumerKey', 'accessTokenKey', 'userId', 'username'],
    secret: ['consumerSecret', 'accessTokenSecret'],
    learnt: (ids) => ({ userId: ids.number(18), username: 'trailhead' }),
  },
  unity: { versions: ['v2'], required: [], shown: sdkSettings, secret: [] },
  viber: {
    versions: everywhere,
    required: ['token'],
    shown: [],
    onlyInV2: ['accountId'],
    secret: ['token'],
    learnt: (ids) => ({ uri: 'trailhead', accountId: `pa:${ids.number(18)}` }),
  },
  web: {
    versions: everywhere,
    required: [],
    shown: [
      ...Object.keys(webDefaults),
      ...sdkSettings,
      'buttonIconUrl',
      'integrationOrder',
      'businessName',
      'businessIconUrl',
      'backgroundImageUrl',
      'originWhitelist',
      'prechatCapture',
    ],
    onlyInV2: [...sdkSettings, 'prechatCapture'],
    secret: [],
    defaults: webDefaults,
  },
  wechat: {
    versions: before,
    required: ['appId', 'appSecret'],
    shown: ['appId', 'accessTokenUrl'],
    secret: ['appSecret', 'encodingAesKey'],
    learnt: (ids) => ({ webhookSecret: ids.device() }),
  },
  whatsapp: {
    versions: everywhere,
    required: [],
    shown: ['deploymentId', 'hsmFallbackLanguage', 'accountId', 'baseUrl', 'username'],
    onlyInV2: ['accountId'],
    onlyBefore: ['deploymentId', 'baseUrl', 'username'],
    secret: ['accountManagementAccessToken', 'password'],
    defaults: { hsmFallbackLanguage: 'en_US' },
    learnt: (ids) => ({ phoneNumber: `+1514${ids.number(7)}` }),
  },
};

/** The kinds whose clients are devices with an SDK of the service. */
export const sdkKinds: ReadonlySet<string> = new Set(['android', 'ios', 'unity', 'web']);
