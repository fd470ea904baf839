import { createChatter, pages, type ChatterOptions, type FeedElement } from '@x/chatter';
import { startChatterEmulator } from '@x/emulators';
import type { Session, Stage } from './session.js';

interface Org {
  readonly options: ChatterOptions;
  /** Somebody else's id, if one is known. */
  readonly otherUserId: string | undefined;
  /** Ends the session on the side of the service, where that can be done. */
  readonly expire: (() => void) | undefined;
}

async function run(stage: Stage, { options, otherUserId, expire }: Org): Promise<void> {
  let saved = 0;
  const chatter = createChatter({
    ...options,
    observe: stage.observe,
    onTokens: () => {
      saved += 1;
    },
  });

  const me = await stage.step({
    title: 'Who am I? The path is the program; GET is implied.',
    code: 'await chatter.users.me()',
    run: () => chatter.users.me(),
    show: ({ name, username, id }) => `${name} <${username}>, ${id}`,
    check: ({ type }) => (type === 'User' ? undefined : `expected a user, got ${type}`),
  });

  if (otherUserId !== undefined) {
    await stage.step({
      title: 'Somebody else, by id.',
      code: `await chatter.users._('${otherUserId}').get()`,
      run: () => chatter.users._(otherUserId).get(),
      show: ({ name, title }) => `${name}${title === null ? '' : `, ${title}`}`,
      check: ({ id }) => (id === otherUserId ? undefined : `expected ${otherUserId}, got ${id}`),
    });
  }

  if (expire !== undefined) {
    stage.say('Now the session expires on the side of the service.');
    expire();
  }

  const post = await stage.step({
    title: 'A status, in the words of the Python library. An expired session renews itself on the way.',
    code: `await chatter.feeds.news.me.feed_items.post({ text: 'Hello world!' })`,
    run: () => chatter.feeds.news.me.feed_items.post({ text: 'Hello world!' }),
    show: ({ id, type, body }) => [
      `${type} ${id}: “${body.text ?? ''}”`,
      `tokens saved by onTokens: ${saved}`,
    ],
    check: ({ body, actor }) => {
      if (body.text !== 'Hello world!' || !('id' in actor && actor.id === me.id))
        return 'the post is not what was posted';
      return expire !== undefined && saved !== 1 ? `expected one refresh, saw ${saved}` : undefined;
    },
  });

  await stage.step({
    title: 'The news feed, page by page.',
    code: 'for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 })) { … }',
    run: async () => {
      const elements: FeedElement[] = [];
      const feed = pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 });
      for await (const element of feed) {
        elements.push(element);
        if (elements.length === 25) break;
      }
      return elements;
    },
    show: (elements) => [
      `${elements.length} elements, newest first:`,
      ...elements
        .filter((element) => element.feedElementType === 'FeedItem')
        .slice(0, 4)
        .map(({ actor, body }) => `  ${actor.name}: ${shorten(body.text ?? '')}`),
    ],
    check: (elements) =>
      elements.some(({ id }) => id === post.id) ? undefined : 'the new post is not in the feed',
  });

  await stage.step({
    title: 'Taking it back.',
    code: `await chatter.feed_elements._('${post.id}').delete()`,
    run: () => chatter.feed_elements._(post.id).delete(),
    show: () => 'deleted',
  });
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Salesforce Chatter. */
export const chatterSession: Session = {
  name: 'chatter',
  title: 'Salesforce Chatter: a session that renews itself',
  variables: [
    'CHATTER_INSTANCE_URL',
    'CHATTER_ACCESS_TOKEN',
    'CHATTER_REFRESH_TOKEN',
    'CHATTER_CLIENT_ID',
    'CHATTER_CLIENT_SECRET',
  ],
  async runEmulated(stage) {
    const emulator = await startChatterEmulator();
    const { instanceUrl, accessToken, refreshToken, clientId, clientSecret, otherUserId } =
      emulator.credentials;
    try {
      await run(stage, {
        options: { instanceUrl, accessToken, refreshToken, clientId, clientSecret },
        otherUserId,
        expire: () => emulator.control.expireSessions(),
      });
    } finally {
      await emulator.close();
    }
  },
  async runLive(stage, environment) {
    await run(stage, {
      options: {
        instanceUrl: environment['CHATTER_INSTANCE_URL'],
        accessToken: environment['CHATTER_ACCESS_TOKEN'],
        refreshToken: environment['CHATTER_REFRESH_TOKEN'],
        clientId: environment['CHATTER_CLIENT_ID'],
        clientSecret: environment['CHATTER_CLIENT_SECRET'],
      },
      otherUserId: undefined,
      expire: undefined,
    });
  },
};
