import type { Action, Item } from './model/index.js';

/** What is shown of a carousel or a list where there are only words. Only links can be followed there, so only they are named. */
export function itemsAsText(items: readonly Item[]): string {
  return items.map(itemAsText).join('\n\n');
}

function itemAsText(item: Item, index: number): string {
  const links = item.actions.filter(({ type }) => type === 'link').map(linkAsText);
  return `${index + 1}. ${item.title}\n${item.description ?? ''}\n${links.join('\n')}`;
}

function linkAsText({ text, uri }: Action): string {
  return `${text ?? ''}: ${uri ?? ''}`;
}

export function locationAsText({ lat, long }: { readonly lat: number; readonly long: number }): string {
  return `Location shared:\nhttps://maps.google.com/maps?q=${lat},${long}`;
}

/** What somebody filled in, a line for each question. */
export function answersAsText(answers: readonly { readonly label: string; readonly text: string }[]): string {
  return answers.map(({ label, text }) => `${label}: ${text}`).join('\n');
}
