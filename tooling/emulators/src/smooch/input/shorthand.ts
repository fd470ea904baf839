import type { Ids } from '../ids.js';
import type { Action, ActionType } from '../state/model/index.js';

/** What a text that holds shorthand becomes. */
export interface Expanded {
  readonly text: string;
  readonly actions: readonly Action[];
  /** Addresses of pictures, each of which is a message of its own. */
  readonly images: readonly string[];
  /** Name of the stored message that follows. */
  readonly template: string | undefined;
}

const templateReference = /%\(\(template:([^)]+)\)\)%|%\{\{template:([^}]+)\}\}%/;
const image = /!\[[^\]]*\]\((https?:\/\/[^)\s]+)\)/g;
const purchase = /\$\[([^\]]+)\]\((\d+(?:\.\d{1,2})?)\)/g;
const button = /%\[([^\]]+)\]\(([^)]+)\)/g;

/** Takes buttons, pictures and the name of a stored message out of a text of the business. */
export function expandShorthand(text: string, ids: Ids): Expanded {
  const actions: Action[] = [];
  const images: string[] = [];
  const reference = templateReference.exec(text);
  const rest = text
    .replace(templateReference, '')
    .replaceAll(image, (_all, url: string) => {
      images.push(url);
      return '';
    })
    .replaceAll(purchase, (_all, label: string, price: string) => {
      const amount = Math.round(Number(price) * 100);
      actions.push({ ...blank(ids, 'buy', label), amount, currency: 'usd', state: 'offered' });
      return '';
    })
    .replaceAll(button, (all: string, label: string, target: string) => {
      const action = buttonOf(ids, label, target);
      if (action === undefined) return all;
      actions.push(action);
      return '';
    });
  const isExpanded = reference !== null || images.length > 0 || actions.length > 0;
  return {
    text: isExpanded ? rest.trim() : text,
    actions,
    images,
    template: reference?.[1] ?? reference?.[2],
  };
}

function buttonOf(ids: Ids, label: string, target: string): Action | undefined {
  if (target === 'location') return blank(ids, 'locationRequest', label);
  const [, kind, payload] = /^(postback|reply):(.+)$/.exec(target) ?? [];
  if (kind === 'postback' || kind === 'reply') return { ...blank(ids, kind, label), payload };
  return /^[a-z][\w+.-]*:/i.test(target) ? { ...blank(ids, 'link', label), uri: target } : undefined;
}

function blank(ids: Ids, type: ActionType, text: string): Action {
  return {
    id: ids.object(),
    type,
    text,
    uri: undefined,
    payload: undefined,
    amount: undefined,
    currency: undefined,
    state: undefined,
    metadata: undefined,
    channelOptions: {},
  };
}
