import { describe, expect, test } from 'vitest';
import { community, connect } from '../src/index.js';
import { setUp } from './setup.js';

describe('connect', () => {
  test('is the tree beside Chatter', async () => {
    const { chatter } = await setUp();
    expect(String(connect(chatter)._('topics')._('trending'))).toBe('/connect/topics/trending');
    expect(String(connect(chatter.users.me)._('topics'))).toBe('/connect/topics');
    expect(String(connect(connect(chatter)._('topics')))).toBe('/connect');
  });

  test('stays in the community of its chain, and the word is not repeated', async () => {
    const { chatter } = await setUp();
    const customers = connect(community(chatter, '0DB000000000001'));
    expect(String(customers._('topics'))).toBe('/connect/communities/0DB000000000001/topics');
    expect(String(connect(customers._('topics'))._('files'))).toBe(
      '/connect/communities/0DB000000000001/files',
    );
  });

  test('asks the instance, in the version of the client', async () => {
    const { emulator, chatter } = await setUp({ version: '50.0' });
    await connect(chatter)
      ._('no-such-thing')
      .get()
      .catch(() => undefined);
    expect(emulator.control.requests.all[0]?.path).toBe('/services/data/v50.0/connect/no-such-thing');
  });
});

describe('community', () => {
  test('is the same Chatter under the prefix', async () => {
    const { chatter } = await setUp();
    const customers = community(chatter, '0DB000000000001');
    expect(String(customers.users.me)).toBe('/connect/communities/0DB000000000001/chatter/users/me');
    expect(String(community(customers, 'internal').users)).toBe(
      '/connect/communities/internal/chatter/users',
    );
  });

  test('takes the status of the original library too', async () => {
    const { emulator, chatter } = await setUp();
    await community(chatter, 'internal')
      .feeds.record._('0F9000000000001')
      .feed_items.post({ text: 'Hello' })
      .catch(() => undefined);
    expect(emulator.control.requests.all[0]).toMatchObject({
      path: '/services/data/v66.0/connect/communities/internal/chatter/feed-elements',
      text: JSON.stringify({
        feedElementType: 'FeedItem',
        subjectId: '0F9000000000001',
        body: { messageSegments: [{ type: 'Text', text: 'Hello' }] },
      }),
    });
  });

  test.each(['', '..'])('%j is no community', async (id) => {
    const { chatter } = await setUp();
    expect(() => community(chatter, id)).toThrow(expect.objectContaining({ kind: 'usage' }) as Error);
  });
});
