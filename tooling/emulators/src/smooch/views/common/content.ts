import type { Action, Content, FormField, Item, Option } from '../../state/model/index.js';
import { viewAction } from './action.js';
import { present, type Wire } from './wire.js';

/** What v1 and v1.1 show of a content beside its text. */
export function viewContent(content: Content): Wire {
  const actions = content.actions.length > 0 ? content.actions.map(viewAction) : undefined;
  const common = { actions, blockChatInput: content.blockChatInput };
  switch (content.type) {
    case 'text':
    case 'template':
      return common;
    case 'image':
    case 'file': {
      const { mediaType, mediaUrl, altText, mediaSize } = content;
      return { mediaType, mediaUrl, altText, mediaSize, ...common };
    }
    case 'carousel':
    case 'list':
      return {
        items: content.items.map((item) => viewItem(item, viewAction)),
        displaySettings: content.displaySettings,
        ...common,
      };
    case 'location':
      return { coordinates: content.coordinates, location: viewPlace(content.location), ...common };
    case 'form':
      return { fields: content.fields.map(viewField), submitted: content.submitted, ...common };
    case 'formResponse':
      break;
  }
  return { fields: content.fields.map(viewField), textFallback: content.text, ...common };
}

/** A card or a row. In v2 it has no id. */
export function viewItem(item: Item, action: (action: Action) => Wire): Wire {
  const { id, actions, ...fields } = item;
  return present({ ...fields, _id: id, actions: actions.map(action) });
}

export function viewPlace(
  place: { readonly address: string | undefined; readonly name: string | undefined } | undefined,
): Wire | undefined {
  return place === undefined ? undefined : present({ address: place.address, name: place.name });
}

/** A question of a form, with its answer when there is one. In v2 there are no ids. */
export function viewField(field: FormField): Wire {
  const { id, answer, options, ...others } = field;
  return present({
    ...others,
    options: options?.map(viewOption),
    selectSize: field.type === 'select' ? 1 : undefined,
    [field.type]: typeof answer === 'object' ? answer.map(viewOption) : answer,
    _id: id,
  });
}

function viewOption({ id, name, label }: Option): Wire {
  return { name, label, _id: id };
}
