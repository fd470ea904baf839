import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const news = 'feeds/news/me/feed-elements?pageSize=2';

test('pages can go in a circle', async () => {
  org.control.distortAnswers('circular pages');
  const first = objectOf(await org.chatter('GET', news));
  expect(first['nextPageUrl']).toBe(first['currentPageUrl']);
  org.control.distortAnswers('circular pages', false);
  expect(at((await org.chatter('GET', news)).body, 'nextPageUrl')).not.toBe(first['currentPageUrl']);
});

test('pages can lead back to the first', async () => {
  org.control.distortAnswers('pages back to the start');
  const first = objectOf(await org.chatter('GET', news));
  const second = objectOf(await org.call('GET', String(first['nextPageUrl'])));
  expect(second['nextPageUrl']).toBe(first['currentPageUrl']);
});

test('a page can begin with the last element of the page before', async () => {
  org.control.distortAnswers('repeated elements');
  const first = await org.chatter('GET', news);
  const second = await org.call('GET', String(at(first.body, 'nextPageUrl')));
  expect(idsOf(second)).toHaveLength(3);
  expect(idsOf(second)[0]).toBe(idsOf(first).at(-1));
});

test('comments can be missing, and segments and feeds of an unknown kind', async () => {
  org.control.distortAnswers('no comments');
  org.control.distortAnswers('unknown segment');
  org.control.distortAnswers('unknown feed type');
  org.control.distortAnswers('unknown post type');
  const page = await org.chatter('GET', `${news}&filterGroup=Big`);
  expect(at(page.body, 'elements.0.capabilities.comments')).toBeNull();
  expect(at(page.body, 'elements.0.body.messageSegments.0')).toEqual({
    frequency: 440,
    text: '',
    type: 'Sound',
  });
  expect(at(page.body, 'elements.0.type')).toBe('HologramPost');
  expect(at((await org.chatter('GET', 'feeds')).body, 'feeds.0.feedType')).toBe('Dreams');
});

test('only some paths are distorted, and only so often', async () => {
  const comments = async (path: string) =>
    at((await org.chatter('GET', path)).body, 'elements.0.capabilities.comments');
  org.control.distortAnswers('no comments', { path: /\/news\//, times: 1, skip: 1 });
  expect(await comments('feeds/record/me/feed-elements')).not.toBeNull();
  // What has no comments that could be taken away does not count.
  await org.chatter('GET', 'feeds/news/me');
  expect(await comments(news)).not.toBeNull();
  expect(await comments(news)).toBeNull();
  expect(await comments(news)).not.toBeNull();
});

test('all of it can be asked for over HTTP', async () => {
  const ask = (body: object) =>
    fetch(`${org.url}/_emulator/distort-answers`, { method: 'POST', body: JSON.stringify(body) });
  expect((await ask({ distortion: 'no comments' })).status).toBeLessThan(300);
  expect(at((await org.chatter('GET', news)).body, 'elements.0.capabilities.comments')).toBeNull();
  await ask({ distortion: 'no comments', on: false });
  expect(at((await org.chatter('GET', news)).body, 'elements.0.capabilities.comments')).not.toBeNull();
  await ask({ distortion: 'unknown post type', path: { pattern: 'news' }, times: 1 });
  expect(at((await org.chatter('GET', news)).body, 'elements.0.type')).toBe('HologramPost');
  expect(at((await org.chatter('GET', news)).body, 'elements.0.type')).not.toBe('HologramPost');
  expect((await ask({ distortion: 'no manners' })).status).toBe(400);
});

test('the edge can answer for an org that it cannot find', async () => {
  org.control.faults.add({ fault: { kind: 'html', status: 420 } });
  const answered = await org.chatter('GET', news);
  expect(answered.status).toBe(420);
  expect(answered.headers.get('content-type')).toContain('text/html');
});
