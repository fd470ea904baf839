import { badRequest } from '../errors.js';
import type { Fields, LegacyVersion, PendingLink } from '../state/model/index.js';
import { present } from '../views/common/wire.js';
import { checkConfirmationMessage } from './confirmation-message.js';
import type { ContentRules } from './content.js';
import {
  optionalBoolean,
  optionalObject,
  optionalString,
  requiredObject,
  requiredString,
  requiredWord,
  type Body,
} from './fields.js';
import { requirePhoneNumber } from './phone-number.js';

const linkTypes = ['mailgun', 'messagebird', 'messenger', 'twilio', 'whatsapp'] as const;
const confirmations: Readonly<Record<string, readonly PendingLink['confirmation'][]>> = {
  mailgun: ['immediate'],
  messagebird: ['immediate', 'userActivity', 'prompt'],
  messenger: ['immediate', 'userActivity'],
  twilio: ['immediate', 'userActivity', 'prompt'],
  whatsapp: ['immediate'],
};

export interface LinkInput {
  readonly type: string;
  readonly integrationId: string | undefined;
  readonly channelId: string;
  readonly primary: boolean;
  readonly criteria: Fields;
  readonly confirmation: PendingLink['confirmation'];
}

/** The channel that an app user is to be linked to. */
export function readLink(
  body: Body,
  appName: string,
  rules: ContentRules & { readonly version: LegacyVersion },
): LinkInput {
  const type = requiredWord(body, 'type', linkTypes);
  const byMail = type === 'mailgun';
  const channelId = byMail ? requiredString(body, 'address') : requirePhoneNumber(body, 'phoneNumber');
  const criteria = byMail
    ? { address: channelId, subject: optionalString(body, 'subject') ?? `New message from ${appName}` }
    : {
        phoneNumber: channelId,
        givenName: optionalString(body, 'givenName'),
        surname: optionalString(body, 'surname'),
      };
  return {
    type,
    integrationId: optionalString(body, 'integrationId'),
    channelId,
    primary: optionalBoolean(body, 'primary') ?? true,
    criteria: present(criteria),
    confirmation: readConfirmation(body, type, rules),
  };
}

/** v1 only knew whether to ask the user. */
function readConfirmation(body: Body, type: string, rules: ContentRules): PendingLink['confirmation'] {
  if (rules.version === 'v1' && body['confirmation'] === undefined) {
    return optionalBoolean(body, 'skipConfirmation') === true ? 'immediate' : 'prompt';
  }
  const confirmation = requiredObject(body, 'confirmation');
  const chosen = requiredWord(confirmation, 'type', confirmations[type] ?? []);
  const message = optionalObject(confirmation, 'message');
  if (chosen === 'userActivity' && message === undefined) {
    throw badRequest("should have required property 'message'");
  }
  if (message !== undefined) checkConfirmationMessage(message, rules);
  return chosen;
}
