import { noAccess } from '../../errors.js';
import { renderFavorite } from '../../render/favorite.js';
import type { Json } from '../../render/json.js';
import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import { favoritesOf } from '../../state/favorite.js';
import { newsFeed } from '../../state/feeds.js';
import type { Resource } from '../../tables.js';
import type { Call, Handlers } from '../call.js';
import { selfOf } from '../found.js';

/** A feed as the directory lists it. `path` is below `/chatter/feeds`, with `{me}` for the caller. */
interface Entry {
  readonly label: string;
  readonly feedType: string;
  readonly path: string;
  readonly since: number;
  readonly keyPrefix?: string;
}

const entries: readonly Entry[] = [
  { label: 'What I Follow', feedType: 'News', path: 'news/{me}', since: 0 },
  { label: 'To Me', feedType: 'To', path: 'to/{me}', since: 0 },
  { label: 'Bookmarked', feedType: 'Bookmarks', path: 'bookmarks/{me}', since: 24 },
  { label: 'All Company', feedType: 'Company', path: 'company', since: 0 },
  { label: 'Groups', feedType: 'Groups', path: 'groups/{me}', since: 0 },
  { label: 'Files', feedType: 'Files', path: 'files/{me}', since: 0 },
  { label: 'People', feedType: 'People', path: 'people/{me}', since: 0 },
  { label: 'Muted', feedType: 'Mute', path: 'mute/{me}', since: 35 },
  { label: 'Direct Messages', feedType: 'DirectMessages', path: 'direct-messages', since: 39 },
  { label: 'Pending Review', feedType: 'PendingReview', path: 'pending-review', since: 39 },
  { label: 'My Drafts', feedType: 'Draft', path: 'draft/{me}', since: 44 },
];

/** The org's own directory names a feed that is documented for sites only, and that it then refuses to most. */
export const pendingReviewResources: readonly Resource[] = [
  '/chatter/feeds/pending-review',
  '/chatter/feeds/pending-review/feed-elements',
].map((template) => ({
  method: 'GET',
  template,
  since: 39,
  until: Infinity,
  community: 'also',
  requiresChatter: true,
  parameters: [],
}));

export const feedDirectoryHandlers: Handlers = {
  'GET /chatter/feeds': (call) => ({
    status: 200,
    body: directory([...entries, ...streamsOf(call), ...filtersOf(call)], favorites(call), call),
  }),
  'GET /chatter/feeds/filter/{userId}': (call) => {
    selfOf(call);
    return { status: 200, body: directory(filtersOf(call), [], call) };
  },
  ...Object.fromEntries(
    pendingReviewResources.map(({ template }): [string, Handlers[string]] => [
      `GET ${template}`,
      () => {
        throw noAccess();
      },
    ]),
  ),
};

/** Feed Directory. */
function directory(listed: readonly Entry[], kept: Json[], call: Call): Json {
  const feeds = listed
    .filter(
      ({ since, path }) => call.version >= since && (call.context.communityId === null || path !== 'company'),
    )
    .map(({ label, feedType, path, keyPrefix }) => {
      const feedUrl = resourceUrl(call.context, `/chatter/feeds/${path.replace('{me}', call.user.id)}`);
      const values = {
        feedElementsUrl: `${feedUrl}/feed-elements`,
        feedItemsUrl: `${feedUrl}/feed-items`,
        feedType,
        feedUrl,
        keyPrefix: keyPrefix ?? null,
        label,
      };
      return render('FeedDirectoryItem', values, call.context);
    });
  return render('FeedDirectory', { favorites: kept, feeds }, call.context);
}

function favorites(call: Call): Json[] {
  return favoritesOf(call.state, call.user.id).map((favorite) => renderFavorite(favorite, call.context));
}

function streamsOf({ state, user }: Call): Entry[] {
  return [...state.streams.values()]
    .filter((stream) => stream.ownerId === user.id)
    .map(({ id, name }) => ({ label: name, feedType: 'Streams', path: `streams/${id}`, since: 39 }));
}

/** One for each kind of record in the news of the caller. */
function filtersOf({ state, user }: Call): Entry[] {
  const labels = new Map<string, string>();
  for (const { parentId } of newsFeed(state, user.id)) {
    const record = state.records.get(parentId);
    if (record !== undefined) labels.set(parentId.slice(0, 3), record.labelPlural);
  }
  return [...labels].map(([keyPrefix, label]) => ({
    label,
    feedType: 'Filter',
    path: `filter/{me}/${keyPrefix}`,
    since: 0,
    keyPrefix,
  }));
}
