import type { Post } from './post.js';

/** What a post is called by what hangs on it. Rich text and mentions make no difference. */
export function typeOfPost(post: Post): string {
  if (post.recordSnapshot !== null) return 'CreateRecordEvent';
  if (post.isAnnouncement) return 'AdvancedTextPost';
  if (post.poll !== null) return 'PollPost';
  if (post.question !== null) return 'QuestionPost';
  if (post.link !== null) return 'LinkPost';
  return post.fileIds.length > 0 ? 'ContentPost' : 'TextPost';
}
