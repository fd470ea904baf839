import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import type { Action, ActionType } from '../state/model/index.js';
import {
  isBody,
  isHttpUrl,
  optionalArray,
  optionalMetadata,
  optionalString,
  optionalWord,
  requiredString,
  requiredWord,
  type Body,
} from './fields.js';

const actionTypes: readonly ActionType[] = [
  'buy',
  'link',
  'locationRequest',
  'postback',
  'reply',
  'share',
  'webview',
];

const webviewSizes = ['compact', 'tall', 'full'] as const;

/** Fields that change nothing here and are only shown again. */
const channelFields = new Set([
  'default',
  'iconUrl',
  'size',
  'fallback',
  'openOnReceive',
  'extraChannelOptions',
]);

/** What may be pressed below a text or a picture, and below a list or in one of its items. */
export const messageActions: readonly ActionType[] = [
  'buy',
  'link',
  'locationRequest',
  'postback',
  'reply',
  'webview',
];
export const listActions: readonly ActionType[] = ['buy', 'link', 'postback', 'webview'];

/** The buttons of a message, each of a type that may stand there. */
export function readActions(body: Body, ids: Ids, allowed: readonly ActionType[]): readonly Action[] {
  const actions = (optionalArray(body, 'actions') ?? []).map((item) => readAction(item, ids));
  const strange = actions.find(({ type }) => !allowed.includes(type));
  if (strange !== undefined) throw badRequest(`Actions of type ${strange.type} are not allowed here`);
  const quick = actions.filter(({ type }) => type === 'reply' || type === 'locationRequest');
  if (quick.length > 0 && quick.length < actions.length) {
    throw badRequest('Reply actions cannot be combined with actions of other types');
  }
  return actions;
}

/** Of all buttons of a message, one may open by itself. */
export function requireOneOpening(actions: readonly Action[]): void {
  if (actions.filter(({ channelOptions }) => channelOptions['openOnReceive'] === true).length > 1) {
    throw badRequest("Only one action of a message can have 'openOnReceive'");
  }
}

function readAction(item: unknown, ids: Ids): Action {
  if (!isBody(item)) throw badRequest("'actions' should hold objects");
  const id = ids.object();
  const type = requiredWord(item, 'type', actionTypes);
  if (type === 'webview') optionalWord(item, 'size', webviewSizes);
  return {
    id,
    type,
    text: type === 'share' ? optionalString(item, 'text') : requiredString(item, 'text'),
    uri: readUri(item, type),
    payload: type === 'postback' || type === 'reply' ? requiredString(item, 'payload') : undefined,
    amount: type === 'buy' ? readAmount(item) : undefined,
    currency: type === 'buy' ? (optionalString(item, 'currency') ?? 'usd').toLowerCase() : undefined,
    state: type === 'buy' ? 'offered' : undefined,
    metadata: optionalMetadata(item, 'metadata'),
    channelOptions: Object.fromEntries(Object.entries(item).filter(([name]) => channelFields.has(name))),
  };
}

function readUri(item: Body, type: ActionType): string | undefined {
  if (type === 'webview' && !isHttpUrl(requiredString(item, 'fallback'))) {
    throw badRequest("'fallback' should match format 'uri'");
  }
  return type === 'link' || type === 'webview' ? requiredString(item, 'uri') : undefined;
}

function readAmount(item: Body): number {
  const amount = item['amount'];
  if (typeof amount !== 'number' || !Number.isInteger(amount)) {
    throw badRequest("'amount' should be integer");
  }
  return amount;
}
