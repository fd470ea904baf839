import type { App, Key, ServiceAccount } from '../../state/model/index.js';
import { present, type Wire } from './wire.js';

/** An app as v1 and v1.1 show it, with the settings that they know. */
export function viewApp({ id, name, token, settings, metadata }: App): Wire {
  const {
    conversationRetentionSeconds,
    maskCreditCardNumbers,
    useAnimalNames,
    echoPostback,
    ignoreAutoConversationStart,
    attachmentsAccess,
  } = settings;
  return {
    _id: id,
    appToken: token,
    name,
    settings: present({
      maskCreditCardNumbers,
      useAnimalNames,
      conversationRetentionSeconds,
      echoPostback,
      ignoreAutoConversationStart,
      attachmentsAccess: attachmentsAccess === 'private' ? attachmentsAccess : undefined,
    }),
    metadata,
  };
}

export function viewKey({ id, name, secret }: Key): Wire {
  return { _id: id, name, secret };
}

export function viewServiceAccount({ id, name }: ServiceAccount): Wire {
  return { _id: id, name };
}
