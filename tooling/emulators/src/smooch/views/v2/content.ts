import type { Action, Content, FormField, Message } from '../../state/model/index.js';
import { viewAction as viewCommonAction } from '../common/action.js';
import { viewField as viewCommonField, viewItem, viewPlace } from '../common/content.js';
import { present, type Wire } from '../common/wire.js';

/** What a message holds. The payload of a pressed reply stands in the content here, beside the text. */
export function viewContent({ content, payload }: Pick<Message, 'content' | 'payload'>): Wire {
  return present({ type: content.type, ...viewByType(content), payload, ...viewCommon(content) });
}

function viewCommon({ actions, blockChatInput, htmlText }: Content): Wire {
  return {
    htmlText,
    blockChatInput,
    actions: actions.length > 0 ? actions.map(viewAction) : undefined,
  };
}

function viewByType(content: Content): Wire {
  switch (content.type) {
    case 'text':
      return { text: content.text };
    case 'image':
    case 'file': {
      const { text, mediaUrl, mediaType, mediaSize, altText, attachmentId } = content;
      return { text, mediaUrl, mediaType, mediaSize, altText, attachmentId };
    }
    case 'carousel':
    case 'list':
      return {
        text: content.text,
        items: content.items.map((item) => withoutId(viewItem(item, viewAction))),
        displaySettings: content.displaySettings,
      };
    case 'location':
      return {
        text: content.text,
        coordinates: content.coordinates,
        location: viewPlace(content.location),
      };
    case 'form':
      return { text: content.text, fields: content.fields.map(viewField), submitted: content.submitted };
    case 'formResponse':
      return {
        fields: content.fields.map((field) =>
          present({ ...viewField(field), quotedMessageId: content.quotedMessageId }),
        ),
        textFallback: content.text,
      };
    case 'template':
      break;
  }
  return { template: content.template };
}

export function viewAction(action: Action): Wire {
  return withoutId(viewCommonAction(action));
}

function viewField(field: FormField): Wire {
  const answer = Array.isArray(field.answer) ? { select: field.answer.map(viewOption) } : {};
  const options = field.options === undefined ? {} : { options: field.options.map(viewOption) };
  const { selectSize: _, ...shown } = withoutId(viewCommonField(field));
  return { ...shown, ...options, ...answer };
}

function viewOption({ name, label }: { readonly name: string; readonly label: string }): Wire {
  return { name, label };
}

function withoutId({ _id, ...shown }: Wire): Wire {
  return shown;
}
