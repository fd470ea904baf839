import { badRequest } from '../errors.js';
import { requiredWord, type Body } from './fields.js';
import { readContent, type ContentRules } from './content.js';

/**
 * Checks what a user is to be told before their channel is linked: words or a picture, with no buttons but links. It goes out by
 * the channel and is no part of the conversation, so nothing of it is kept.
 */
export function checkConfirmationMessage(content: Body, rules: ContentRules): void {
  const { actions } = readContent(content, requiredWord(content, 'type', ['text', 'image']), rules);
  const strange = actions.find(({ type }) => type !== 'link');
  if (strange !== undefined) throw badRequest(`Actions of type ${strange.type} are not allowed here`);
}
