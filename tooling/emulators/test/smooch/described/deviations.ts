/** Where an answer is not as it is described, and why the description is not followed. */
export interface Deviation {
  /** Matches `{operation}: {complaint}`, `{operation}: asked {complaint of the request}`, `{operation}: status {number}` or `{operation}: {key} is not described`. */
  readonly where: RegExp;
  readonly why: string;
}

const users = 'captured, and printed in the examples of the description itself';

export const v2Deviations: readonly Deviation[] = [
  { where: /: \.users?(?:\[\])?\.hasPaymentInfo is not/, why: users },
  { where: /: \.user\.profile\.localeOrigin is not/, why: users },
  {
    where:
      /\/integrations?(?:\/\d+)? must (?:have .* 'pageAccessToken'|NOT be valid|match a schema in anyOf)/,
    why: 'the description forgot to say that tokens are never shown, as it does say of all other channels',
  },
];

const legacy: readonly Deviation[] = [
  {
    where: /POST \S+\/keys: status 201/,
    why: 'captured with 201 (v1/app-keys/create-app-key.json), as everything that is made',
  },
  {
    where: /\/messages\/\d+ must have required property 'avatarUrl'/,
    why: 'captured: users without a picture have none (v1/message-types/image-message--image-example.json)',
  },
  { where: /: \.appUser\.hasPaymentInfo is not/, why: 'captured (v1.1/appusers/get-app-user.json)' },
  {
    where: /: \.appUser\.(?:clients|pendingClients)\[\]\.(?:primary|_id) is not/,
    why: 'captured (v1.1/appusers/get-app-user.json)',
  },
  {
    where: /: \.conversation\.app(?:Maker|User)LastRead is not/,
    why: 'captured (v1/conversations/business-read-receipt.json)',
  },
  {
    where: /: \.message\.mediaSize is not/,
    why: 'captured (v1/message-types/image-message--image-example.json)',
  },
  {
    where: /: \.messages?(?:\[\])?\.actions\[\]\._id is not/,
    why: 'captured (v1/message-types/action-buy-message.json)',
  },
  { where: /: \.menu\.items\[\](?:\.items\[\])?\._id is not/, why: 'captured (v1/persistent-menus/*.json)' },
];

const sources = /: \.messages\[\]\.source\.(?:integrationId|originalMessage\w+) is not/;

export const v11Deviations: readonly Deviation[] = [
  ...legacy,
  { where: sources, why: 'captured (webhooks/v1.1/message-appuser-whatsapp.json)' },
  {
    where:
      /templates(?:\/\{templateId\})?: (?:asked |\/template)?\/message must have required property '\w+'/,
    why: 'captured: a stored message has no author yet (v1/templates/get-template.json)',
  },
  {
    where: /: \.appUser\.clients\[\]\.linkedAt is not/,
    why: 'told by the service since v1.1, of channels that a user was led to',
  },
];

export const v1Deviations: readonly Deviation[] = [
  { where: sources, why: 'came after the description, of January 2018' },
  ...legacy.filter(({ where }) => !/mediaSize|_id\) is not/.test(where.source)),
  {
    where: /: \.appUser\.(?:clients|pendingClients)\[\]\.(?:primary|raw) is not/,
    why: 'captured (v1/app-user/get-app-user.json)',
  },
  { where: /: \.appUser\.devices is not/, why: 'captured (v1/app-user/pre-create-app-user.json)' },
  { where: /: \.menu\.items\[\]\.items is not/, why: 'captured (v1/persistent-menus/*.json)' },
  {
    where: /: \.apps?(?:\[\])?\.(?:settings\.\w+|metadata) is not/,
    why: 'came after the description, of January 2018',
  },
  {
    where: /: \.integrations?(?:\[\])?\.status is not/,
    why: 'captured (v1/integrations/list-integrations.json)',
  },
  {
    where: /: \.integrations?(?:\[\])?\.(?:fixedIntroPane|button\w+|deploymentId|hsmFallbackLanguage) is not/,
    why: 'came after the description, of January 2018',
  },
  {
    where: /\/integrations: \.(?:hasMore|offset) is not/,
    why: 'lists of the older versions are paged alike',
  },
];
