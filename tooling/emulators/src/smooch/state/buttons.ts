import type { Action, Content } from './model/index.js';

/** All buttons of a message, those in its items included. */
export function actionsOf(content: Content): readonly Action[] {
  const isItems = content.type === 'carousel' || content.type === 'list';
  return isItems ? [...content.items.flatMap(({ actions }) => actions), ...content.actions] : content.actions;
}

/** The same message with each of its buttons changed. */
export function withActions(content: Content, change: (action: Action) => Action): Content {
  const actions = content.actions.map(change);
  return content.type === 'carousel' || content.type === 'list'
    ? {
        ...content,
        actions,
        items: content.items.map((item) => ({ ...item, actions: item.actions.map(change) })),
      }
    : { ...content, actions };
}
