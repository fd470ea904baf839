import type { Service } from '../service.js';
import { toMembers, toTeam, toUser } from './audiences.js';
import { postMessage } from './messages.js';
import type { Conversation, Message, StoredFile } from './model.js';

/** Makes files that have arrived visible to their owner, who is told. */
export function completeFile(service: Service, file: StoredFile, title: string): void {
  file.title = title;
  file.stage = 'complete';
  service.publish(toUser(file.userId, fileFrame(service, 'file_created', file)));
}

/** Shares files by one message and tells those who can see it. */
export function shareFiles(
  service: Service,
  conversation: Conversation,
  files: readonly StoredFile[],
  draft: Omit<Message, 'ts' | 'subtype' | 'edited' | 'fileIds'>,
): void {
  const isPublic = ({ shares }: StoredFile): boolean =>
    [...shares.keys()].some((id) => service.store.conversations.get(id)?.kind === 'channel');
  const alreadyPublic = new Set(files.filter((file) => isPublic(file)));
  // The message itself shows already where its files are shared now.
  for (const { shares } of files) shares.set(conversation.id, shares.get(conversation.id) ?? []);
  const { ts } = postMessage(service, conversation, {
    ...draft,
    subtype: 'file_share',
    fileIds: files.map(({ id }) => id),
  });
  for (const file of files) {
    file.shares.get(conversation.id)?.push(ts);
    service.publish(
      toMembers(conversation, {
        ...fileFrame(service, 'file_shared', file),
        channel_id: conversation.id,
      }),
    );
    if (isPublic(file) && !alreadyPublic.has(file)) {
      service.publish(toTeam(fileFrame(service, 'file_public', file)));
    }
  }
}

/** Takes a file away. Messages that shared it keep only that there was one. */
export function deleteFile(service: Service, file: StoredFile): void {
  file.stage = 'deleted';
  file.bytes = undefined;
  service.publish(
    toTeam({
      type: 'file_deleted',
      file_id: file.id,
      channel_ids: [...file.shares.keys()],
      event_ts: service.timestamps.next(),
    }),
  );
}

/** Tells those who can see a file that something about it has changed. */
export function announceFileChange(service: Service, file: StoredFile): void {
  const userIds = viewersOf(service, file);
  service.publish({ audience: { to: 'users', userIds }, frame: fileFrame(service, 'file_change', file) });
}

/** Who has a file before their eyes: its owner, and the members of where it was shared. */
export function viewersOf({ store }: Pick<Service, 'store'>, file: StoredFile): Set<string> {
  const userIds = new Set([file.userId]);
  for (const id of file.shares.keys()) {
    for (const member of store.conversations.get(id)?.members ?? []) userIds.add(member);
  }
  return userIds;
}

function fileFrame(
  { timestamps }: Service,
  type: string,
  { id, userId }: StoredFile,
): Readonly<Record<string, unknown>> {
  return { type, file_id: id, user_id: userId, file: { id }, event_ts: timestamps.next() };
}
