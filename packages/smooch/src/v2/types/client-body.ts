import type { Open } from '../../types/open.js';
import type { Client, Device } from './client.js';
import type { MessagePost } from './message-body.js';

interface MatchCriteriaBase {
  /** The integration that is to reach the person. */
  readonly integrationId: string;
  /** Whether messages go there first from now on. Default `true`. */
  readonly primary?: boolean | undefined;
}

/** By what a channel finds a person: an e-mail address, or a telephone number as E.164 has it. */
export type MatchCriteria =
  | (MatchCriteriaBase & {
      readonly type: 'mailgun';
      readonly address: string;
      /** Of the first mail. */
      readonly subject?: string | undefined;
    })
  | (MatchCriteriaBase & {
      readonly type: 'messagebird' | 'twilio' | 'whatsapp';
      readonly phoneNumber: string;
    });

/** A channel to be linked to a user. */
export interface ClientCreateBody {
  readonly matchCriteria: MatchCriteria;
  /** Whether the person has to agree, and by what they are asked. */
  readonly confirmation: {
    /** Not at all; by writing in answer to `message`; or by a tap. */
    readonly type: Open<'immediate' | 'userActivity' | 'prompt'>;
    /** A text or a picture, with no actions but links. It goes to the person and not into the conversation. */
    readonly message?: MessagePost | undefined;
  };
  /** Where the messages of the channel are to go. */
  readonly target: { readonly conversationId: string };
}

/** The answer that has a client. */
export interface ClientResponse {
  readonly client: Client;
}

/** The answer that has a device. */
export interface DeviceResponse {
  readonly device: Device;
}
