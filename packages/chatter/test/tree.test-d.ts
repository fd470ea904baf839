import { describe, expectTypeOf, test } from 'vitest';
import type {
  BatchResultsBody,
  Chatter,
  Comment,
  CommentPage,
  Community,
  CommunityChatter,
  CommunityConnect,
  Connect,
  ConversationUnreadCount,
  Feed,
  FeedDirectory,
  FeedElement,
  FeedElementPage,
  FeedItem,
  FeedModifiedInfo,
  FileDetail,
  FileSummary,
  GroupDetail,
  GroupMember,
  GroupPage,
  Like,
  LikePage,
  LinkMetadataCollection,
  ManagedTopicCollection,
  MentionCompletionPage,
  NotificationCollection,
  Organization,
  Photo,
  PollCapability,
  Subscription,
  Topic,
  TopicCollection,
  UnknownNode,
  UserDetail,
  UserPage,
} from '../src/index.js';

declare const chatter: Chatter;
declare const connect: Connect;
declare const inCommunity: CommunityChatter;
declare const ofCommunity: CommunityConnect;

describe('what is got', () => {
  test('people', () => {
    expectTypeOf(chatter.users()).resolves.toEqualTypeOf<UserPage>();
    expectTypeOf(chatter.users.me.get()).resolves.toEqualTypeOf<UserDetail>();
    expectTypeOf(
      chatter.users.me.conversations.unread_count(),
    ).resolves.toEqualTypeOf<ConversationUnreadCount>();
  });

  test('many at once', () => {
    expectTypeOf(chatter.users.batch._('005,005')()).resolves.toEqualTypeOf<BatchResultsBody>();
    expectTypeOf(connect.files.batch._('069').delete()).resolves.toEqualTypeOf<BatchResultsBody>();
  });

  test('feeds and their elements', () => {
    expectTypeOf(chatter.feeds()).resolves.toEqualTypeOf<FeedDirectory>();
    expectTypeOf(chatter.feeds.company()).resolves.toEqualTypeOf<Feed>();
    expectTypeOf(
      chatter.feeds.news.me.is_modified({ since: 't' }),
    ).resolves.toEqualTypeOf<FeedModifiedInfo>();
    expectTypeOf(chatter.feeds.filter.me._('001').feed_elements()).resolves.toEqualTypeOf<FeedElementPage>();
    expectTypeOf(chatter.feeds.record.me.feed_elements()).resolves.toEqualTypeOf<FeedElementPage>();
    expectTypeOf(chatter.feed_elements._('0D5')()).resolves.toEqualTypeOf<FeedElement>();
  });

  test('capabilities', () => {
    const { capabilities } = chatter.feed_elements._('0D5');
    expectTypeOf(capabilities.poll()).resolves.toEqualTypeOf<PollCapability>();
    expectTypeOf(capabilities.comments.items()).resolves.toEqualTypeOf<CommentPage>();
    expectTypeOf(capabilities.chatter_likes.items()).resolves.toEqualTypeOf<LikePage>();
  });

  test('groups, topics, files and the org', () => {
    expectTypeOf(chatter.groups()).resolves.toEqualTypeOf<GroupPage>();
    expectTypeOf(connect.topics.trending()).resolves.toEqualTypeOf<TopicCollection>();
    expectTypeOf(connect.files._('069')()).resolves.toEqualTypeOf<FileDetail>();
    expectTypeOf(connect.organization()).resolves.toEqualTypeOf<Organization>();
    expectTypeOf(connect.notifications({ size: 20 })).resolves.toEqualTypeOf<NotificationCollection>();
  });

  test('what asks for words needs them', () => {
    expectTypeOf(chatter.mentions.completions({ q: 'an' })).resolves.toEqualTypeOf<MentionCompletionPage>();
    expectTypeOf(
      chatter.link_metadata({ urls: 'https://a' }),
    ).resolves.toEqualTypeOf<LinkMetadataCollection>();
    // @ts-expect-error -- a search for nothing
    void chatter.feed_elements();
    // @ts-expect-error -- a search without its words
    void chatter.mentions.completions({ type: 'User' });
  });

  test('headers alone, where the guide says so', () => {
    expectTypeOf(chatter.users.me.head()).resolves.toBeVoid();
    // @ts-expect-error -- no HEAD
    void chatter.emojis.head();
  });

  test('bytes are no JSON', () => {
    expectTypeOf(connect.files._('069').content).not.toHaveProperty('get');
    // @ts-expect-error -- the content of a file is downloaded
    void connect.files._('069').content();
  });
});

describe('what is sent', () => {
  test('posts', () => {
    const post = { feedElementType: 'FeedItem', subjectId: 'me' } as const;
    expectTypeOf(chatter.feed_elements.post(post)).resolves.toEqualTypeOf<FeedItem>();
    // @ts-expect-error -- onto what?
    void chatter.feed_elements.post({ feedElementType: 'FeedItem' });
    // @ts-expect-error -- there is no such property
    void chatter.feed_elements.post({ ...post, subject: 'me' });
    // @ts-expect-error -- there is no such capability
    void chatter.feed_elements.post({ ...post, capabilities: { pol: { choices: ['a', 'b'] } } });
  });

  test('an edit takes part of a post', () => {
    expectTypeOf(
      chatter.feed_elements._('0D5').patch({ subjectId: '0F9' }),
    ).resolves.toEqualTypeOf<FeedItem>();
  });

  test('a status, to the three feeds that took one', () => {
    const status = { text: 'Hello' };
    expectTypeOf(chatter.feeds.news.me.feed_items.post(status)).resolves.toEqualTypeOf<FeedItem>();
    expectTypeOf(chatter.feeds.user_profile.me.feed_items.post(status)).resolves.toEqualTypeOf<FeedItem>();
    expectTypeOf(chatter.feeds.record._('0F9').feed_items.post(status)).resolves.toEqualTypeOf<FeedItem>();
    expectTypeOf(inCommunity.feeds.news.me.feed_items.post(status)).resolves.toEqualTypeOf<FeedItem>();
    // @ts-expect-error -- nobody posts to the company
    void chatter.feeds.company.feed_elements.post(status);
  });

  test('comments, with pieces that are told apart', () => {
    const { items } = chatter.feed_elements._('0D5').capabilities.comments;
    const messageSegments = [
      { type: 'Mention', id: '005' },
      { type: 'Text', text: ' hi' },
    ] as const;
    expectTypeOf(items.post({ body: { messageSegments } })).resolves.toEqualTypeOf<Comment>();
    // @ts-expect-error -- a hashtag has a tag
    void items.post({ body: { messageSegments: [{ type: 'Hashtag', text: 'a' }] } });
    // @ts-expect-error -- a text is no body
    void items.post({ body: 'hi' });
  });

  test('a like needs no body, and takes none', () => {
    const { chatter_likes: likes } = chatter.feed_elements._('0D5').capabilities;
    expectTypeOf(likes.items.post()).resolves.toEqualTypeOf<Like>();
    expectTypeOf(likes.items.patch({ isLikedByCurrentUser: false })).resolves.toEqualTypeOf<LikePage>();
    // @ts-expect-error -- nothing to say
    void likes.items.post({ isLikedByCurrentUser: true });
  });

  test('following, groups and their members', () => {
    expectTypeOf(
      chatter.users.me.following.post({ subjectId: '005' }),
    ).resolves.toEqualTypeOf<Subscription>();
    expectTypeOf(
      chatter.groups.post({ name: 'Frogs', visibility: 'PublicAccess' }),
    ).resolves.toEqualTypeOf<GroupDetail>();
    expectTypeOf(
      chatter.groups._('0F9').members.post({ userId: '005' }),
    ).resolves.toEqualTypeOf<GroupMember>();
    expectTypeOf(chatter.group_memberships._('0FB').delete()).resolves.toBeVoid();
  });

  test('PUT replaces, POST adds', () => {
    const { topics } = connect.records._('001');
    expectTypeOf(topics.put({ topicNames: ['a', 'b'] })).resolves.toEqualTypeOf<TopicCollection>();
    expectTypeOf(topics.post({ topicName: 'a' })).resolves.toEqualTypeOf<Topic>();
    expectTypeOf(topics.delete({ topicId: '0TO' })).resolves.toBeVoid();
    // @ts-expect-error -- one is no list
    void topics.put({ topicNames: 'a' });
  });

  test('files and photos', () => {
    expectTypeOf(connect.files.users.me.post({ title: 'Plan' })).resolves.toEqualTypeOf<FileSummary>();
    expectTypeOf(connect.user_profiles.me.photo.post({ fileId: '069' })).resolves.toEqualTypeOf<Photo>();
    // @ts-expect-error -- a profile has no title
    void connect.user_profiles.me.photo.post({ title: 'me' });
  });

  test('values that are not documented are taken, other types are not', () => {
    expectTypeOf(
      chatter.groups.post({ name: 'Frogs', visibility: 'SomethingNew' }),
    ).resolves.toEqualTypeOf<GroupDetail>();
    // @ts-expect-error -- a name is a text
    void chatter.groups.post({ name: 1 });
  });
});

describe('queries', () => {
  test('have the parameters of their path', () => {
    void chatter.feeds.news.me.feed_elements({
      density: 'FewerUpdates',
      pageSize: 100,
      filter: 'AllQuestions',
    });
    expectTypeOf(
      chatter.feeds.news.me.feed_elements({ updatedSince: 't' }),
    ).resolves.toEqualTypeOf<FeedElementPage>();
    // @ts-expect-error -- bookmarks tell no updates
    void chatter.feeds.bookmarks.me.feed_elements({ updatedSince: 't' });
    // @ts-expect-error -- written pageSize
    void chatter.users({ pagesize: 1 });
    // @ts-expect-error -- a number
    void chatter.groups({ page: 'first' });
  });

  test('make every answer smaller', () => {
    expectTypeOf(chatter.users.me({ include: '/id' })).resolves.toEqualTypeOf<UserDetail>();
    const { feed_elements: elements } = chatter.feeds.company;
    expectTypeOf(elements({ filterGroup: 'Small', pageSize: 1 })).resolves.toEqualTypeOf<FeedElementPage>();
  });
});

describe('communities', () => {
  test('have what is documented for them', () => {
    expectTypeOf(inCommunity.feeds.home.feed_elements()).resolves.toEqualTypeOf<FeedElementPage>();
    expectTypeOf(inCommunity.users.me()).resolves.toEqualTypeOf<UserDetail>();
    expectTypeOf(ofCommunity()).resolves.toEqualTypeOf<Community>();
    expectTypeOf(ofCommunity.managed_topics()).resolves.toEqualTypeOf<ManagedTopicCollection>();
    expectTypeOf(ofCommunity.topics.trending()).resolves.toEqualTypeOf<TopicCollection>();
    expectTypeOf(ofCommunity.chatter).toEqualTypeOf<CommunityChatter>();
    expectTypeOf(connect.communities._('0DB')).toEqualTypeOf<CommunityConnect>();
  });

  test('lack what exists outside of them only', () => {
    expectTypeOf(inCommunity.feeds).not.toHaveProperty('landing');
    // @ts-expect-error -- no community has a company feed
    void inCommunity.feeds.company;
    // @ts-expect-error -- nor emojis
    void inCommunity.emojis;
    // @ts-expect-error -- nor batches
    void ofCommunity.batch;
    // @ts-expect-error -- and the home feed is only there
    void chatter.feeds.home;
  });
});

describe('chains', () => {
  test('are not calls', () => {
    expectTypeOf(chatter.mentions).not.toHaveProperty('get');
    // @ts-expect-error -- a folder of paths cannot be got
    void chatter.mentions();
  });

  test('names are those of the path', () => {
    expectTypeOf(chatter).toHaveProperty('feed_elements');
    // @ts-expect-error -- feed_elements
    void chatter.feedElements;
    // @ts-expect-error -- users
    void chatter.user;
  });

  test('an id by index may be undefined where the compiler is told to be careful', () => {
    expectTypeOf(chatter.groups['0F9']).toBeNullable();
    expectTypeOf(chatter.groups._('0F9')).not.toBeNullable();
    expectTypeOf(chatter.users.me).not.toBeNullable();
    expectTypeOf(chatter.users.batch).not.toBeNullable();
  });

  test('go on below everything that is known', () => {
    expectTypeOf(chatter._('new')).toEqualTypeOf<UnknownNode>();
    expectTypeOf(chatter.users.me._('new')).toEqualTypeOf<UnknownNode>();
    expectTypeOf(chatter._('new')._('below').post<{ id: string }>({})).resolves.toEqualTypeOf<{
      id: string;
    }>();
    expectTypeOf(connect._('new').put()).resolves.toBeUnknown();
    expectTypeOf(inCommunity._('new').delete()).resolves.toBeVoid();
  });
});
