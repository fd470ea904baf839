import { describe, expectTypeOf, test } from 'vitest';
import type {
  FeedElement,
  FeedElementPage,
  FeedItem,
  GenericFeedElement,
  MessageSegment,
  MessageSegmentInput,
  OtherFeedElement,
  OtherMessageSegment,
  PollCapability,
  RecordSummary,
  UserDetail,
  UserSummary,
} from '../src/index.js';

declare const user: UserDetail;
declare const element: FeedElement;
declare const segment: MessageSegment;
declare const page: FeedElementPage;

describe('answers', () => {
  test('ids, addresses and kinds are always there', () => {
    expectTypeOf(user.id).toEqualTypeOf<string>();
    expectTypeOf(user.url).toEqualTypeOf<string>();
    expectTypeOf(element.id).toEqualTypeOf<string>();
  });

  test('what is empty is null, and not absent', () => {
    expectTypeOf(user.title).toEqualTypeOf<string | null>();
    expectTypeOf(user.managerId).toEqualTypeOf<string | null>();
    expectTypeOf(page.nextPageUrl).toEqualTypeOf<string | null>();
  });

  test('what some versions lack may be absent', () => {
    expectTypeOf<UserDetail['bannerPhoto']>().extract<undefined>().toEqualTypeOf<undefined>();
    expectTypeOf<FeedElementPage['currentPageToken']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<FeedItem['capabilities']['poll']>().toEqualTypeOf<PollCapability | undefined>();
  });

  test('lists are never null', () => {
    expectTypeOf(page.elements).toEqualTypeOf<readonly FeedElement[]>();
    expectTypeOf(user.phoneNumbers).extract<null>().toBeNever();
  });

  test('what was captured stands above what the guide says', () => {
    expectTypeOf<PollCapability['totalVoteCount']>().toEqualTypeOf<number>();
    expectTypeOf(user.chatterInfluence.percentile).toEqualTypeOf<string>();
  });

  test('unknown capabilities can be read', () => {
    expectTypeOf(element.capabilities['brandNew']).toBeUnknown();
  });

  test('documented values complete, others are texts', () => {
    expectTypeOf<string>().toExtend<UserSummary['userType']>();
    expectTypeOf<'Internal'>().toExtend<UserSummary['userType']>();
  });

  test('what no version that can be called has is not there', () => {
    expectTypeOf<FeedItem>().not.toHaveProperty('preamble');
    expectTypeOf<UserSummary>().not.toHaveProperty('isChatterGuest');
  });

  test('cannot be written to', () => {
    expectTypeOf(user.name).toEqualTypeOf<string>();
    // @ts-expect-error -- an answer is what it is
    user.name = 'x';
  });
});

describe('unions', () => {
  test('a feed element narrows by its type', () => {
    if (element.feedElementType === 'FeedItem') expectTypeOf(element).toEqualTypeOf<FeedItem>();
    else expectTypeOf(element).toEqualTypeOf<GenericFeedElement | OtherFeedElement>();
  });

  test('what all feed elements have needs no narrowing', () => {
    expectTypeOf(element.createdDate).toEqualTypeOf<string>();
    expectTypeOf(element.body.messageSegments).toEqualTypeOf<readonly MessageSegment[]>();
  });

  test('an actor with a name is a user, or a record', () => {
    if (element.feedElementType !== 'FeedItem') return;
    expectTypeOf(element.actor.name).toEqualTypeOf<string>();
    if ('userType' in element.actor) expectTypeOf(element.actor).toEqualTypeOf<UserSummary>();
    expectTypeOf<RecordSummary>().toExtend<typeof element.actor>();
  });

  test('a piece of a text narrows by its type', () => {
    expectTypeOf<Extract<MessageSegment, { type: 'Mention' }>['accessible']>().toEqualTypeOf<boolean>();
    const tag = segment.type === 'Hashtag' ? segment.tag : undefined;
    expectTypeOf(tag).toEqualTypeOf<string | undefined>();
    // @ts-expect-error -- not every piece has a tag
    void segment.tag;
  });

  test('a piece of a type that nobody documents is still a piece', () => {
    if (segment.type === 'Text' || segment.type === 'Mention') return;
    expectTypeOf<OtherMessageSegment>().toExtend<typeof segment>();
    expectTypeOf(segment.type).toExtend<string>();
    expectTypeOf<OtherMessageSegment['anything']>().toBeUnknown();
  });

  test('a piece to be sent has the properties of its type', () => {
    expectTypeOf<{ type: 'Text'; text: string }>().toExtend<MessageSegmentInput>();
    expectTypeOf<{ type: 'Mention'; username: string }>().toExtend<MessageSegmentInput>();
    expectTypeOf<{ type: 'EntityLink'; entityId: string }>().toExtend<MessageSegmentInput>();
    expectTypeOf<{ type: 'Text' }>().not.toExtend<MessageSegmentInput>();
    expectTypeOf<{ type: 'Shout'; text: string }>().not.toExtend<MessageSegmentInput>();
  });
});
