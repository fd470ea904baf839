import { refuseArgument } from '../errors.js';
import { checkMetadata } from './check-metadata.js';
import { checkList, checkOneText, type Raw } from './check-values.js';

/** What the actions of each type need. A type that is not here passes. */
const needed = /* @__PURE__ */ new Map<unknown, readonly string[]>([
  ['link', ['text', 'uri']],
  ['postback', ['text', 'payload']],
  ['reply', ['text', 'payload']],
  ['locationRequest', ['text']],
  ['buy', ['text']],
  ['webview', ['text', 'uri', 'fallback']],
]);

const isQuick = ({ type }: Raw): boolean => type === 'reply' || type === 'locationRequest';

/** Refuses actions that the service would refuse: without what their type needs, or quick replies beside other buttons. */
export function checkActions(name: string, actions: unknown): void {
  if (actions === undefined) return;
  // How many quick replies there may be is a matter of the channel.
  const list = checkList(name, actions, 0, Infinity);
  for (const [index, action] of list.entries()) {
    const place = `${name}[${index}]`;
    checkOneText(`${place}.type`, action['type']);
    for (const field of needed.get(action['type']) ?? []) checkOneText(`${place}.${field}`, action[field]);
    if (action['type'] === 'buy' && !Number.isInteger(action['amount'])) {
      refuseArgument(`${place}.amount`, 'a whole number of cents');
    }
    checkMetadata(`${place}.metadata`, action['metadata']);
  }
  if (list.some(isQuick) && !list.every(isQuick)) {
    refuseArgument(name, 'either reply and locationRequest, or none of them');
  }
  if (list.filter(({ openOnReceive }) => openOnReceive === true).length > 1) {
    refuseArgument(name, 'at most one that opens on receive');
  }
}
