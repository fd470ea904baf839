import { sendMessage } from '../state/conversation.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

const hourMs = 3_600_000;

/** What two people said to each other in private. The first has not read the last of it. */
export function seedMessages(state: ChatterState, { mara, tomas }: Record<'mara' | 'tomas', User>): void {
  const now = state.clock.now();
  const lines: readonly (readonly [sender: User, recipient: User, hoursAgo: number, text: string])[] = [
    [mara, tomas, 50, 'Can you lock up tonight?'],
    [tomas, mara, 49, 'I can. Where is the spare key?'],
    [mara, tomas, 49, 'In the tin on the shelf.'],
    [tomas, mara, 26, 'There are two keys in the tin & none fits :('],
  ];
  for (const [sender, recipient, hoursAgo, text] of lines) {
    sendMessage(state, {
      senderId: sender.id,
      recipientIds: [recipient.id],
      text,
      sentAt: now - hoursAgo * hourMs,
    });
  }
}
