import { badRequest } from '../../errors.js';
import type { Ids } from '../../ids.js';
import type { PendingLink } from '../../state/model/index.js';
import {
  optionalBoolean,
  optionalObject,
  optionalString,
  requiredObject,
  requiredString,
  requiredWord,
  type Body,
} from '../fields.js';
import { checkConfirmationMessage } from '../confirmation-message.js';
import { requirePhoneNumber } from '../phone-number.js';

export const confirmationTypes: readonly PendingLink['confirmation'][] = [
  'immediate',
  'userActivity',
  'prompt',
];
const matchTypes = ['mailgun', 'messagebird', 'twilio', 'whatsapp'] as const;

export interface ClientCreateInput {
  readonly type: string;
  readonly integrationId: string;
  readonly primary: boolean;
  /** A number or an address. */
  readonly channelId: string;
  readonly subject: string | undefined;
  readonly confirmation: PendingLink['confirmation'];
  readonly conversationId: string;
}

/** The channel that a user is to be led to. */
export function readClientCreate(body: Body, ids: Ids): ClientCreateInput {
  const criteria = requiredObject(body, 'matchCriteria');
  const type = requiredWord(criteria, 'type', matchTypes);
  const channelId =
    type === 'mailgun' ? requiredString(criteria, 'address') : requirePhoneNumber(criteria, 'phoneNumber');
  const confirmation = requiredObject(body, 'confirmation');
  const target = requiredObject(body, 'target');
  const confirmationType = requiredWord(confirmation, 'type', confirmationTypes);
  const message = optionalObject(confirmation, 'message');
  if (confirmationType === 'userActivity' && message === undefined) {
    throw badRequest("should have required property 'message'");
  }
  if (message !== undefined) {
    checkConfirmationMessage(requiredObject(message, 'content'), { version: 'v2', ids });
  }
  return {
    type,
    integrationId: requiredString(criteria, 'integrationId'),
    primary: optionalBoolean(criteria, 'primary') ?? true,
    channelId,
    subject: optionalString(criteria, 'subject'),
    confirmation: confirmationType,
    conversationId: requiredString(target, 'conversationId'),
  };
}
