import type { Message } from '../state/model.js';
import type { Html } from './html.js';
import { monologue } from './monologue.js';
import type { PageContext } from './page-context.js';
import { momentOf } from './relative-time.js';
import { transcriptMessage } from './transcript-message.js';

/** Messages from anywhere, each for itself and with its time, since none follows from the one before. */
export function messageList(context: PageContext, messages: readonly Message[]): Html[] {
  const { server, reader, now } = context;
  return messages.map((message) =>
    monologue({
      user: server.users.get(message.userId),
      userId: message.userId,
      isOwn: message.userId === reader?.id,
      time: momentOf(message.postedAt, now),
      messages: [transcriptMessage(context, message)],
    }),
  );
}
