import { SlackError } from '../errors.js';
import { maySee } from '../files/access.js';
import { renderFile } from '../render/file.js';
import { renderMessage } from '../render/message.js';
import { permalinkOf } from '../render/permalink.js';
import type { StoredFile } from '../state/model.js';
import { isTimestamp } from '../timestamps.js';
import { type Located, messageOf } from './channel-argument.js';
import type { Answer, Call } from './method.js';

/** What people react to, pin and star: a message in its conversation, or a file. */
export type Item = Located | { readonly file: StoredFile };

/** The file that `file` names, or the message that `channel` and `timestamp` name. */
export function itemOf(call: Call): Item {
  const { args, service, user } = call;
  const [fileId, timestamp] = [args.text('file'), args.text('timestamp')];
  if (fileId !== undefined && timestamp === undefined) {
    const file = service.store.files.get(fileId);
    if (file?.stage !== 'complete' || !maySee(service.store, file, user.id)) {
      throw new SlackError('file_not_found');
    }
    return { file };
  }
  if (timestamp === undefined) throw new SlackError('no_item_specified');
  if (!isTimestamp(timestamp)) throw new SlackError('bad_timestamp');
  return messageOf(call, 'timestamp');
}

/** What an item is, as lists of items show it. */
export function renderItem({ service: { store } }: Call, item: Item): Answer {
  if ('file' in item) return { type: 'file', file: renderFile(store, item.file) };
  const { conversation, message } = item;
  return {
    type: 'message',
    channel: conversation.id,
    message: {
      ...renderMessage(store, conversation, message),
      permalink: permalinkOf(store, conversation, message),
    },
  };
}
