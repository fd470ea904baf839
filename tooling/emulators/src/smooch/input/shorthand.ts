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

/** Every kind of shorthand: by `name` a stored message, `image`, `price`, `target` of a button, and what WhatsApp is told. */
const shorthand = new RegExp(
  [
    String.raw`%\(\(template:(?<name>[^)]+)\)\)%`,
    String.raw`%\{\{template:(?<braced>[^}]+)\}\}%`,
    String.raw`!\[[^\]]*\]\((?<image>https?:\/\/[^)\s]+)\)`,
    String.raw`\$\[(?<offer>[^\]]+)\]\((?<price>\d+(?:\.\d{1,2})?)\)`,
    String.raw`%\[(?<label>[^\]]+)\]\((?<target>[^)]+)\)`,
    String.raw`&\(\((?<whatsapp>.*?)\)\)&`,
  ].join('|'),
  'gs',
);

type Found = Readonly<Record<string, string | undefined>>;

/** Takes buttons, pictures and the name of a stored message out of a text of the business, in the order in which they stand. */
export function expandShorthand(text: string, ids: Ids): Expanded {
  const actions: Action[] = [];
  const images: string[] = [];
  let template: string | undefined;
  let isExpanded = false;
  const rest = text.replaceAll(shorthand, (all: string, ...given: readonly unknown[]) => {
    const found = given.at(-1) as Found;
    const action = actionOf(ids, found);
    const isMeant = found['target'] === undefined || action !== undefined;
    if (!isMeant) return all;
    isExpanded = true;
    if (action !== undefined) actions.push(action);
    if (found['image'] !== undefined) images.push(found['image']);
    template ??= found['name'] ?? found['braced'];
    return found['whatsapp'] === undefined ? '' : fallbackOf(found['whatsapp']);
  });
  return { text: isExpanded ? rest.trim() : text, actions, images, template };
}

/** What is kept, and shown elsewhere, of a message that WhatsApp makes from a template of its own. */
function fallbackOf(parameters: string): string {
  return /\bfallback=\[\[(.*?)\]\]/s.exec(parameters)?.[1] ?? '';
}

function actionOf(ids: Ids, { offer, price, label, target }: Found): Action | undefined {
  if (offer !== undefined && price !== undefined) {
    const amount = Math.round(Number(price) * 100);
    return { ...blank(ids, 'buy', offer), amount, currency: 'usd', state: 'offered' };
  }
  return label === undefined || target === undefined ? undefined : buttonOf(ids, label, target);
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
