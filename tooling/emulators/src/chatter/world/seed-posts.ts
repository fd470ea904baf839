import type { Clock, Random } from '../../frame/index.js';
import { splitText } from '../input/split-text.js';
import { keyPrefix } from '../ids.js';
import { addComment } from '../state/comment.js';
import { addFile } from '../state/file.js';
import { like } from '../state/like.js';
import { addPost, type Post } from '../state/post.js';
import type { Segment } from '../state/segment.js';
import type { ChatterState } from '../state/state.js';
import { type Person, type Place, type SeededPost, seededPosts } from './seeded-posts.js';

const hourMs = 3_600_000;

/** The ids of those who post and of the places where they do. */
export type Names = Readonly<Record<Person | Place, string>>;

/** Fills the feeds with what people said in the last fortnight. */
export function seedPosts(state: ChatterState, names: Names, random: Random, clock: Clock): void {
  // Not on the hour: people do not post on the hour.
  const timeOf = (hoursAgo: number): number => clock.now() - hoursAgo * hourMs - random.integer(hourMs / 2);
  for (const seeded of seededPosts) {
    const { by, to = by, hoursAgo, text, comments = [], likedBy = [] } = seeded;
    const createdAt = timeOf(hoursAgo);
    const post = addPost(state, {
      actorId: names[by],
      parentId: names[to],
      segments: withMentions(text, names, state),
      visibility: to === 'account' ? 'InternalUsers' : 'AllUsers',
      client: state.app,
      createdAt,
      ...attached(seeded, createdAt, names, state),
    });
    for (const comment of comments) {
      addComment(state, {
        postId: post.id,
        userId: names[comment.by],
        segments: withMentions(comment.text, names, state),
        client: state.app,
        createdAt: timeOf(comment.hoursAgo),
      });
    }
    for (const person of likedBy) like(state, names[person], post.id);
  }
}

function attached(
  { by, poll, question, link, file }: SeededPost,
  createdAt: number,
  names: Names,
  state: ChatterState,
): Partial<Pick<Post, 'poll' | 'question' | 'link' | 'fileIds'>> {
  if (poll !== undefined) {
    const choices = poll.map((text) => ({ id: state.ids.next(keyPrefix.pollChoice), text }));
    return { poll: { choices, votes: new Map() } };
  }
  if (question !== undefined) {
    return { question: { title: question, bestAnswerId: null, bestAnswerSelectedBy: null } };
  }
  if (link !== undefined) return { link };
  if (file === undefined) return {};
  const [title = file, extension = ''] = file.split('.');
  const bytes = new TextEncoder().encode(`${title}: see the folder on the shelf.\n`);
  const mimeType = 'text/plain';
  const stored = addFile(state, { ownerId: names[by], title, extension, mimeType, bytes, createdAt });
  return { fileIds: [stored.id] };
}

function withMentions(
  text: string,
  people: Readonly<Record<Person, string>>,
  state: ChatterState,
): Segment[] {
  return text.split(/(@mara|@tomas)/).flatMap((piece): Segment[] => {
    if (piece === '@mara') return [{ type: 'Mention', entityId: people.mara, accessible: true }];
    if (piece === '@tomas') return [{ type: 'Mention', entityId: people.tomas, accessible: true }];
    return splitText(piece, state);
  });
}
