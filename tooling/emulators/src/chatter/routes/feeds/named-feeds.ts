import { illegalValue, noAccess } from '../../errors.js';
import { readSubject } from '../../input/read-subject.js';
import {
  bookmarksFeed,
  directMessagesFeed,
  draftFeed,
  filesFeed,
  filterFeed,
  groupsFeed,
  muteFeed,
  newsFeed,
  peopleFeed,
  recordFeed,
  streamFeed,
  toFeed,
  topicFeed,
  userProfileFeed,
  visiblePosts,
} from '../../state/feeds.js';
import { canReadGroup } from '../../state/group.js';
import type { Call } from '../call.js';
import { found, selfOf, userOf } from '../found.js';
import type { FeedSource } from './feed-page.js';

/** A feed as the path of a call names it. */
export interface NamedFeed extends Omit<FeedSource, 'path'> {
  /** Path of the feed itself, with ids in the place of `me`. */
  readonly feedPath: string;
}

/** The feeds that there are, by the template of their path. */
export const namedFeeds: Readonly<Record<string, (call: Call) => NamedFeed>> = {
  '/chatter/feeds/news/{userId}': newsOf,
  '/chatter/feeds/user-profile/{userId}': userProfileOf,
  '/chatter/feeds/record/{recordId}': recordOf,
  '/chatter/feeds/to/{userId}': ownFeed('to', toFeed, false),
  '/chatter/feeds/bookmarks/{userId}': ownFeed('bookmarks', bookmarksFeed, false),
  '/chatter/feeds/files/{userId}': ownFeed('files', filesFeed, true),
  '/chatter/feeds/groups/{userId}': ownFeed('groups', groupsFeed, true),
  '/chatter/feeds/people/{userId}': ownFeed('people', peopleFeed, true),
  '/chatter/feeds/mute/{userId}': ownFeed('mute', muteFeed, false),
  '/chatter/feeds/draft/{userId}': (call) => ({
    ...ownFeed('draft', draftFeed, false)(call),
    moreSorts: ['CreatedDateAsc'],
  }),
  '/chatter/feeds/company': (call) => ({
    feedPath: '/chatter/feeds/company',
    // What is said in private stays there, even for those who may read it.
    posts: visiblePosts(call.state, call.user.id).filter(
      ({ parentId }) => (call.state.groups.get(parentId)?.visibility ?? 'PublicAccess') === 'PublicAccess',
    ),
    hasUpdates: true,
    moreSorts: ['Relevance'],
  }),
  '/chatter/feeds/direct-messages': (call) => ({
    feedPath: '/chatter/feeds/direct-messages',
    posts: directMessagesFeed(call.state, call.user.id),
    hasUpdates: false,
  }),
  '/chatter/feeds/filter/{userId}/{keyPrefix}': filterOf,
  '/chatter/feeds/topics/{topicId}': topicOf,
  '/chatter/feeds/streams/{streamId}': streamOf,
};

export function newsOf(call: Call): NamedFeed {
  return ownFeed('news', newsFeed, true)(call);
}

export function userProfileOf(call: Call): NamedFeed {
  const { id } = userOf(call);
  return {
    feedPath: `/chatter/feeds/user-profile/${id}`,
    posts: userProfileFeed(call.state, id, call.user.id),
    // The guide leaves this feed out of those that can be asked for updates.
    hasUpdates: false,
  };
}

export function recordOf(call: Call): NamedFeed {
  const id = readSubject(call.part('recordId'), call);
  const group = call.state.groups.get(id);
  found(group === undefined || canReadGroup(call.state, group, call.user.id) ? id : undefined);
  return {
    feedPath: `/chatter/feeds/record/${id}`,
    posts: recordFeed(call.state, id, call.user.id),
    hasUpdates: true,
  };
}

/** A feed that everybody has, and nobody but its owner reads. */
function ownFeed(
  name: string,
  postsOf: (state: Call['state'], userId: string) => NamedFeed['posts'],
  hasUpdates: boolean,
): (call: Call) => NamedFeed {
  return (call) => {
    const { id } = selfOf(call);
    return { feedPath: `/chatter/feeds/${name}/${id}`, posts: postsOf(call.state, id), hasUpdates };
  };
}

function filterOf(call: Call): NamedFeed {
  const { id } = selfOf(call);
  const prefix = call.part('keyPrefix');
  if (!/^[\dA-Za-z]{3}$/.test(prefix)) throw illegalValue('keyPrefix', prefix);
  return {
    feedPath: `/chatter/feeds/filter/${id}/${prefix}`,
    posts: filterFeed(call.state, id, prefix),
    hasUpdates: true,
  };
}

export function topicOf(call: Call): NamedFeed {
  const { id } = found(call.state.topics.get(call.id('topicId')));
  return {
    feedPath: `/chatter/feeds/topics/${id}`,
    posts: topicFeed(call.state, id, call.user.id),
    hasUpdates: false,
    moreSorts: ['Relevance'],
  };
}

function streamOf(call: Call): NamedFeed {
  const stream = found(call.state.streams.get(call.id('streamId')));
  if (stream.ownerId !== call.user.id) throw noAccess();
  return {
    feedPath: `/chatter/feeds/streams/${stream.id}`,
    posts: streamFeed(call.state, stream.entityIds, call.user.id),
    hasUpdates: true,
  };
}
