import type { Conversation, Message } from '../state/model.js';
import type { Store } from '../state/store.js';
import { teamUrl } from './team.js';

/** Where people find a message in a browser. A reply is shown within its thread. */
export function permalinkOf({ team }: Store, { id }: Conversation, { ts, threadTs }: Message): string {
  const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${id}`;
  return `${teamUrl(team)}archives/${id}/p${ts.replace('.', '')}${thread}`;
}
