import { okAnswer } from './answers.js';
import { requireAccount } from './rights.js';
import { idsIn, type Route } from './route.js';

export const acknowledgingRoutes: readonly Route[] = [
  {
    // Mentions and replies that were read. Ids that are none of theirs do no harm.
    method: 'POST',
    path: '/messages/ack',
    handle(call) {
      const user = requireAccount(call);
      for (const id of idsIn(call.form, 'id')) user.acknowledged.add(id);
      return okAnswer();
    },
  },
];
