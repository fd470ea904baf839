// What the tests of jsforce do with an org, done with an emulated one.
import assert from 'node:assert/strict';
import { env } from 'node:process';
import jsforce from 'jsforce';
import { trial } from '../trial.mjs';

const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = JSON.parse(env.CONNECTION);
const version = '66.0';
const connection = new jsforce.Connection({
  instanceUrl,
  accessToken,
  refreshToken,
  version,
  oauth2: { loginUrl: instanceUrl, clientId, clientSecret },
});
let refreshes = 0;
connection.on('refresh', () => {
  refreshes += 1;
});
const { chatter } = connection;
const get = (address, query) => chatter.resource(address, query).retrieve();

// Unlike promises, the requests of jsforce are sent when they are awaited, or all together in a batch.
const statusOf = (text) => ({
  body: { messageSegments: [{ type: 'Text', text }] },
  feedElementType: 'FeedItem',
  subjectId: 'me',
});
const post = (text) => chatter.resource('/feed-elements').create(statusOf(text));

const isText = (value, what) => assert.ok(typeof value === 'string' && value !== '', `${what}: ${value}`);
const isAddress = (value, what) => assert.ok(String(value).startsWith('/'), `${what}: ${value}`);
const isPage = (page, what) => {
  assert.ok(Array.isArray(page?.items), `${what}.items`);
  assert.equal(typeof page.total, 'number', `${what}.total`);
};
const isUser = ({ id, url, username }) => {
  isText(id, 'id');
  isAddress(url, 'url');
  isText(username, 'username');
};

await trial('a session that has ended is renewed, once, on the way', async () => {
  isUser(await get('/users/me'));
  await get('/users/me');
  assert.equal(refreshes, 1);
});

await trial('the directory names users, groups and feeds', async () => {
  const { users, groups, feeds } = await get('/');
  for (const address of [users, groups, feeds]) isAddress(address, 'address');
});

await trial('users come in a page, each with id, address and username', async () => {
  const { currentPageUrl, users } = await get('/users');
  isText(currentPageUrl, 'currentPageUrl');
  assert.notEqual(users.length, 0);
  users.forEach(isUser);
});

await trial('the user behind the token is told', async () => {
  const me = await get('/users/me');
  isUser(me);
  const { id } = await get(me.url);
  assert.equal(id, me.id);
});

await trial('groups come in a page, each with id, address and name', async () => {
  const { currentPageUrl, groups } = await get('/groups');
  isText(currentPageUrl, 'currentPageUrl');
  assert.notEqual(groups.length, 0);
  for (const { id, url, name } of groups) {
    isText(id, 'id');
    isAddress(url, 'url');
    isText(name, 'name');
  }
});

await trial('feeds and favorites are listed, each with a label and its addresses', async () => {
  const { feeds, favorites } = await get('/feeds');
  assert.ok(Array.isArray(favorites));
  assert.notEqual(feeds.length, 0);
  for (const { label, feedUrl, feedElementsUrl } of feeds) {
    isText(label, 'label');
    isAddress(feedUrl, 'feedUrl');
    isAddress(feedElementsUrl, 'feedElementsUrl');
  }
});

await trial('the elements of the company feed have all that a list of posts shows', async () => {
  const link = { url: 'https://example.com/plan', urlName: 'The plan' };
  const posted = await chatter.resource('/feed-elements').create({
    ...statusOf('A plan'),
    capabilities: { link },
  });
  assert.equal(posted.type, 'LinkPost');
  assert.deepEqual(posted.capabilities.link, link);
  const { elements } = await get('/feeds/company/feed-elements');
  for (const { id, type, url, body, capabilities, actor } of elements) {
    for (const [name, value] of Object.entries({ id, type, 'actor.id': actor.id })) isText(value, name);
    isText(actor.type, 'actor.type');
    isText(actor.name, 'actor.name');
    isAddress(url, 'url');
    isAddress(actor.url, 'actor.url');
    for (const name of ['url', 'smallPhotoUrl', 'largePhotoUrl']) isText(actor.photo[name], `photo.${name}`);
    assert.ok(body !== null && typeof body === 'object', 'body');
    isPage(capabilities.comments?.page, 'capabilities.comments.page');
    isPage(capabilities.chatterLikes?.page, 'capabilities.chatterLikes.page');
    if (type === 'TextPost') isText(body.text, 'body.text');
    if (type === 'LinkPost') {
      isText(capabilities.link.url, 'capabilities.link.url');
      isText(capabilities.link.urlName, 'capabilities.link.urlName');
    }
  }
  const types = elements.map(({ type }) => type);
  assert.ok(types.includes('TextPost') && types.includes('LinkPost'), `there are only ${types}`);
});

await trial('a text is posted, and its address deletes it', async () => {
  const { id, type, url, body } = await post('A text of jsforce');
  isText(id, 'id');
  isAddress(url, 'url');
  assert.equal(type, 'TextPost');
  assert.equal(body.text, 'A text of jsforce');
  assert.equal(await chatter.resource(url).delete(), undefined);
  await assert.rejects(async () => get(url), { errorCode: 'NOT_FOUND' });
});

let commentsUrl;
let likesUrl;

await trial('a post says where its comments and its likes are', async () => {
  const { comments, chatterLikes } = (await post('Something to talk about')).capabilities;
  commentsUrl = comments.page.currentPageUrl;
  likesUrl = chatterLikes.page.currentPageUrl;
  isAddress(commentsUrl, 'capabilities.comments.page.currentPageUrl');
  isAddress(likesUrl, 'capabilities.chatterLikes.page.currentPageUrl');
});

await trial('a comment is posted to the address of the comments', async () => {
  const { id, url, body } = await chatter
    .resource(commentsUrl)
    .create({ body: { messageSegments: [{ type: 'Text', text: 'A word on it' }] } });
  isText(id, 'id');
  isAddress(url, 'url');
  assert.equal(body.text, 'A word on it');
  assert.equal((await get(commentsUrl)).total, 1);
});

/** Likes whatever has its likes at an address, with the empty body that jsforce sends, and takes it back. */
async function likeAndUnlike(address) {
  const { url } = await chatter.resource(address).create('');
  isAddress(url, 'url');
  assert.equal((await get(address)).total, 1);
  assert.equal(await chatter.resource(url).delete(), undefined);
  assert.equal((await get(address)).total, 0);
}

await trial('a post is liked with an empty body, and unliked', () => likeAndUnlike(likesUrl));

await trial('a comment is liked with an empty body, and unliked', async () => {
  const { items } = await get(commentsUrl);
  await likeAndUnlike(items[0].likes.currentPageUrl);
});

await trial('a batch gets the elements of every feed', async () => {
  const { feeds } = await get('/feeds');
  // Only moderators may see what is pending.
  const readable = feeds.filter(({ feedType }) => feedType !== 'PendingReview');
  const { hasErrors, results } = await chatter.batch(
    readable.map(({ feedElementsUrl }) => chatter.resource(feedElementsUrl).retrieve()),
  );
  assert.equal(hasErrors, false);
  assert.equal(results.length, readable.length);
  for (const { result } of results) {
    isAddress(result.currentPageUrl, 'currentPageUrl');
    assert.ok(Array.isArray(result.elements), 'elements');
  }
});

await trial('a batch posts twice and sees both in the news, and another takes them back', async () => {
  const news = { pageSize: 2, sort: 'CreatedDateDesc' };
  const { hasErrors, results } = await chatter.batch([
    post('The first of two'),
    post('The second of two'),
    get('/feeds/news/me/feed-elements', news),
  ]);
  assert.equal(hasErrors, false);
  assert.equal(results.length, 3);
  const made = results.filter(({ statusCode }) => statusCode === 201).map(({ result }) => result);
  const [seen] = results.filter(({ statusCode }) => statusCode === 200).map(({ result }) => result);
  assert.equal(made.length, 2);
  const idsOf = (elements) => new Set(elements.map(({ id }) => id));
  assert.deepEqual(idsOf(seen.elements), idsOf(made));
  const cleaning = await chatter.batch(made.map(({ url }) => chatter.resource(url).delete()));
  assert.equal(cleaning.hasErrors, false);
  assert.deepEqual(
    cleaning.results.map(({ statusCode }) => statusCode),
    [204, 204],
  );
});
