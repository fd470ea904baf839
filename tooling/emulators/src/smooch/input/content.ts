import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import { mediaTypeOfUrl } from '../media/types.js';
import { itemsAsText, locationAsText } from '../state/fallback-text.js';
import type { ActionType, ApiVersion, Content } from '../state/model/index.js';
import { listActions, messageActions, readActions, requireOneOpening } from './actions.js';
import {
  isHttpUrl,
  limitedString,
  objects,
  optionalBoolean,
  optionalObject,
  optionalString,
  optionalWord,
  requiredObject,
  requiredString,
  type Body,
} from './fields.js';
import { readFormFields } from './form.js';
import { readItems } from './items.js';
import { htmlAsText, renderMarkdown } from './markdown.js';

export interface ContentRules {
  readonly version: ApiVersion;
  readonly ids: Ids;
}

const textLimit = 4096;
const aspectRatios = ['horizontal', 'square'] as const;

/** The content of a message of this type: the whole body in the older versions, its part `content` in v2. */
export function readContent(body: Body, type: Content['type'], rules: ContentRules): Content {
  const blockChatInput = optionalBoolean(body, 'blockChatInput');
  switch (type) {
    case 'text':
      return { ...readTextContent(body, rules), blockChatInput };
    case 'image':
    case 'file':
      return { ...readMedia(body, type, rules), blockChatInput };
    case 'carousel':
    case 'list': {
      const items = readItems(body, rules.ids, itemActions(type, rules.version));
      const displaySettings = optionalObject(body, 'displaySettings');
      if (displaySettings !== undefined) optionalWord(displaySettings, 'imageAspectRatio', aspectRatios);
      if (type === 'list') objects(body, 'actions', { from: 1, to: 10 });
      const actions = type === 'list' ? readActions(body, rules.ids, listActions) : [];
      requireOneOpening([...actions, ...items.flatMap((item) => item.actions)]);
      return { type, text: itemsAsText(items), items, displaySettings, actions, blockChatInput };
    }
    case 'location':
      return { ...readLocation(body), blockChatInput };
    case 'form': {
      const mostOptions = rules.version === 'v2' ? 200 : 20;
      const fields = readFormFields(body, { ids: rules.ids, mostOptions });
      return { type, text: readText(body), fields, submitted: false, actions: [], blockChatInput };
    }
    case 'template':
      return {
        type,
        text: undefined,
        template: requiredObject(body, 'template'),
        actions: [],
        blockChatInput,
      };
    case 'formResponse':
      break;
  }
  throw badRequest('Messages of type formResponse cannot be sent');
}

/** Before v2, cards of a carousel could be shared on Messenger. */
function itemActions(type: 'carousel' | 'list', version: ApiVersion): readonly ActionType[] {
  return type === 'carousel' && version !== 'v2' ? [...listActions, 'share'] : listActions;
}

export function readText(body: Body): string | undefined {
  return limitedString(body, 'text', textLimit);
}

function readTextContent(body: Body, rules: ContentRules): Content {
  const actions = readActions(body, rules.ids, messageActions);
  requireOneOpening(actions);
  const { text, htmlText } = readWords(body, rules.version);
  if ((text ?? '') === '' && actions.length === 0) throw badRequest("should have required property 'text'");
  return { type: 'text', text, htmlText, actions };
}

/** v2 takes words as HTML or as Markdown, too; what was not given is made from what was. */
function readWords(
  body: Body,
  version: ApiVersion,
): { readonly text: string | undefined; readonly htmlText: string | undefined } {
  const text = readText(body);
  if (version !== 'v2') return { text, htmlText: undefined };
  const htmlText = limitedString(body, 'htmlText', textLimit);
  const markdown = limitedString(body, 'markdownText', textLimit);
  if (htmlText !== undefined && markdown !== undefined) {
    throw badRequest("'htmlText' and 'markdownText' cannot be used together");
  }
  if (markdown !== undefined) {
    const rendered = renderMarkdown(markdown);
    return { text: text ?? rendered.text, htmlText: rendered.htmlText };
  }
  return { text: text ?? (htmlText === undefined ? undefined : htmlAsText(htmlText)), htmlText };
}

function readMedia(body: Body, type: 'image' | 'file', rules: ContentRules): Content {
  const actions = readActions(body, rules.ids, messageActions);
  requireOneOpening(actions);
  if (type === 'file' && actions.length > 0) throw badRequest('File messages cannot have actions');
  const { text, htmlText } = readWords(body, rules.version);
  const mediaUrl = requiredString(body, 'mediaUrl');
  if (!isHttpUrl(mediaUrl)) throw badRequest("'mediaUrl' should match format 'uri'");
  return {
    type,
    text,
    htmlText,
    mediaUrl,
    mediaType: optionalString(body, 'mediaType') ?? mediaTypeOfUrl(mediaUrl),
    mediaSize: undefined,
    altText: limitedString(body, 'altText', 128),
    attachmentId: rules.version === 'v2' ? optionalString(body, 'attachmentId') : undefined,
    actions,
  };
}

function readLocation(body: Body): Content {
  const coordinates = requiredObject(body, 'coordinates');
  const lat = readNumber(coordinates, 'lat');
  const long = readNumber(coordinates, 'long');
  const location = optionalObject(body, 'location');
  return {
    type: 'location',
    text: locationAsText({ lat, long }),
    coordinates: { lat, long },
    location:
      location === undefined
        ? undefined
        : { address: optionalString(location, 'address'), name: optionalString(location, 'name') },
    actions: [],
  };
}

function readNumber(body: Body, name: string): number {
  const value = body[name];
  if (value === undefined) throw badRequest(`should have required property '${name}'`);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw badRequest(`'${name}' should be number`);
  return value;
}
