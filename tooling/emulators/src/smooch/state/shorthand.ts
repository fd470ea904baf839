import { expandShorthand } from '../input/shorthand.js';
import { mediaTypeOfUrl } from '../media/types.js';
import type { Service } from '../service.js';
import { withActions } from './buttons.js';
import type { Content, Template } from './model/index.js';
import type { Store } from './store.js';

/** What the shorthand in a text stands for: the message itself, then those that come from it. */
export function expanded(
  { store, ids }: Pick<Service, 'store' | 'ids'>,
  appId: string,
  content: Content,
): readonly [Content, ...Content[]] {
  if (content.type !== 'text' || content.text === undefined) return [content];
  const { text, actions, images, template } = expandShorthand(content.text, ids);
  const stored = template === undefined ? undefined : templateNamed(store, appId, template);
  const parts: Content[] = [];
  const buttons = [...content.actions, ...actions];
  if (text !== '' || buttons.length > 0) parts.push({ ...content, text, actions: buttons });
  for (const mediaUrl of images) parts.push(pictureAt(mediaUrl));
  if (stored !== undefined) parts.push(withOwnButtons(stored.message.content, ids));
  const [first = content, ...others] = parts;
  return [first, ...others];
}

export function templateNamed(store: Store, appId: string, name: string): Template | undefined {
  return [...store.templates.values()].find(
    (template) => template.appId === appId && (template.name === name || template.id === name),
  );
}

/** A button is pressed by its id, so each message that comes of a template has ids of its own. */
function withOwnButtons(content: Content, ids: Service['ids']): Content {
  return withActions(content, (action) => ({ ...action, id: ids.object() }));
}

function pictureAt(mediaUrl: string): Content {
  return {
    type: 'image',
    text: undefined,
    mediaUrl,
    mediaType: mediaTypeOfUrl(mediaUrl),
    mediaSize: undefined,
    altText: undefined,
    actions: [],
  };
}
