import type { Conversation, User } from '../../state/model/index.js';
import { viewProfile } from '../common/profile.js';
import { present, type Wire } from '../common/wire.js';

/** What a device was told when it introduced itself: about the app, and who its user is. */
export function viewInit(user: User, conversation: Conversation | undefined): Wire {
  return {
    app: { apnEnabled: false, hasIcon: false },
    appUser: present({
      ...viewProfile(user),
      credentialRequired: user.credentialRequired,
      conversationStarted: conversation !== undefined,
      properties: user.metadata,
    }),
  };
}
