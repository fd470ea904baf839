import type { RefuseOption } from '@x/http-core';
import { checkMetadata } from './metadata.js';
import { checkGiven, checkList, type Raw } from './values.js';

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

/**
 * Refuses actions that the service would refuse: without what their type needs, or quick replies beside other buttons or in an
 * item.
 */
export function checkActions(refuse: RefuseOption, name: string, actions: unknown, inItem = false): void {
  if (actions === undefined) return;
  // How many quick replies there may be is a matter of the channel.
  const list = checkList(refuse, name, actions, 0, Infinity);
  for (const [index, action] of list.entries()) {
    const place = `${name}[${index}]`;
    checkGiven(refuse, `${place}.type`, action['type']);
    for (const field of needed.get(action['type']) ?? [])
      checkGiven(refuse, `${place}.${field}`, action[field]);
    if (action['type'] === 'buy' && !Number.isInteger(action['amount'])) {
      refuse(`${place}.amount`, 'a whole number of cents');
    }
    checkMetadata(refuse, `${place}.metadata`, action['metadata']);
  }
  if (list.some(isQuick) && (inItem || !list.every(isQuick))) {
    refuse(name, 'either reply and locationRequest, on no item, or none of them');
  }
}
