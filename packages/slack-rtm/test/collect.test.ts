import { existsSync, readFileSync } from 'node:fs';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { collect, createSlackWeb, type SlackWeb } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

const sent = ({ control }: SlackEmulator): Record<string, string>[] =>
  control.requests.all.map(({ text }) => Object.fromEntries(new URLSearchParams(text)));

/** A service that answers one page after the other. */
function serving(...pages: object[]): { readonly web: SlackWeb; readonly asked: Record<string, string>[] } {
  const asked: Record<string, string>[] = [];
  const web = createSlackWeb({
    token: 'xoxb-1',
    rateLimit: 'retry',
    fetch: async (_url, init) => {
      asked.push(Object.fromEntries(new URLSearchParams(init?.body as URLSearchParams)));
      return Response.json({ ok: true, ...pages[asked.length - 1] });
    },
  });
  return { web, asked };
}

const upTo = (next_cursor: string): object => ({ response_metadata: { next_cursor } });

/** Where each method that answers in pages keeps its items. */
const itemFields: Readonly<Record<string, string>> = {
  'admin.analytics.messages.activity': 'message_activities',
  'admin.apps.activities.list': 'activities',
  'admin.apps.approved.list': 'approved_apps',
  'admin.apps.mcp.servers.list': 'servers',
  'admin.apps.requests.list': 'app_requests',
  'admin.apps.restricted.list': 'restricted_apps',
  'admin.auth.policy.getEntities': 'entities',
  'admin.barriers.list': 'barriers',
  'admin.conversations.ekm.listOriginalConnectedChannelInfo': 'channels',
  'admin.conversations.getTeams': 'team_ids',
  'admin.conversations.lookup': 'channel_ids',
  'admin.conversations.search': 'conversations',
  'admin.emoji.list': 'emoji',
  'admin.functions.list': 'functions',
  'admin.inviteRequests.approved.list': 'approved_requests',
  'admin.inviteRequests.denied.list': 'denied_requests',
  'admin.inviteRequests.list': 'invite_requests',
  'admin.roles.listAssignments': 'role_assignments',
  'admin.teams.admins.list': 'admin_ids',
  'admin.teams.list': 'teams',
  'admin.teams.owners.list': 'owner_ids',
  'admin.users.list': 'users',
  'admin.users.session.list': 'active_sessions',
  'admin.workflows.search': 'workflows',
  'apps.activities.list': 'activities',
  'apps.datastore.query': 'items',
  'apps.event.authorizations.list': 'authorizations',
  'auth.teams.list': 'teams',
  'chat.scheduledMessages.list': 'scheduled_messages',
  'conversations.history': 'messages',
  'conversations.list': 'channels',
  'conversations.listConnectInvites': 'invites',
  'conversations.members': 'members',
  'conversations.replies': 'messages',
  'conversations.requestSharedInvite.list': 'invite_requests',
  'files.info': 'comments',
  'files.remote.list': 'files',
  'reactions.list': 'items',
  'search.messages': 'messages.matches',
  'slackLists.items.list': 'items',
  'stars.list': 'items',
  'team.accessLogs': 'logins',
  'team.billableInfo': 'billable_info',
  'team.externalTeams.list': 'organizations',
  'users.conversations': 'channels',
  'users.list': 'members',
};

const documented = new URL('../../../../shared/fixtures/slack/api-docs/', import.meta.url);

/** What Slack's documentation shows of an answer, if it does. */
function exampleOf(method: string): Readonly<Record<string, unknown>> | undefined {
  const file = new URL(`${method}.success.json`, documented);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined;
}

describe('a list', () => {
  test.each(Object.entries(itemFields))('of %s is in its field %s', async (method, field) => {
    const at = (page: object): unknown =>
      field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], page);
    const [outer = '', inner] = field.split('.');
    const made = { [outer]: inner === undefined ? ['one', 'two'] : { [inner]: ['one', 'two'] } };
    for (const page of [made, exampleOf(method) ?? made]) {
      const { web } = serving({ ...page, response_metadata: {} });
      const held = at(page) ?? [];
      const items = await collect<unknown>(web, method, {}).toArray();
      expect(items).toEqual(Array.isArray(held) ? held : Object.entries(held));
    }
  });

  test.skipIf(!existsSync(documented))('is shown by most of the documentation', () => {
    const shown = Object.keys(itemFields).filter((method) => exampleOf(method) !== undefined);
    expect(shown.length).toBeGreaterThan(35);
  });

  test(behaviour(132), async () => {
    const { emulator, web } = await setUpWeb();
    const args = Object.freeze({ limit: 2 });
    const options = Object.freeze({});
    const all = await collect(web, 'users.list', args, options).toArray();
    expect(all.length).toBeGreaterThan(4);
    expect(sent(emulator).every(({ limit }) => limit === '2')).toBe(true);
    expect([args, options]).toEqual([{ limit: 2 }, {}]);
  });

  test(behaviour(132, 'from a cursor on'), async () => {
    const { web } = await setUpWeb();
    const all = await collect(web, 'users.list', { limit: 2 }).toArray();
    let cursor: string | undefined;
    for await (const page of collect(web, 'users.list', { limit: 2 }).pages()) {
      cursor = page.response_metadata?.next_cursor;
      break;
    }
    const rest = await collect(web, 'users.list', { limit: 2, cursor }).toArray();
    expect(rest).toEqual(all.slice(2));
  });

  test.each([
    ['at once', (): boolean => true, 1],
    ['never', (): boolean => false, Infinity],
    ['at the second page', (pages: number): boolean => pages === 2, 2],
  ])(behaviour(132, 'until its reader stops: %s'), async (_when, stops, most) => {
    const { emulator, web } = await setUpWeb();
    let pages = 0;
    for await (const page of collect(web, 'users.list', { limit: 1 }).pages()) {
      pages += page.members.length;
      if (stops(pages)) break;
    }
    expect(pages).toBe(Math.min(most, emulator.control.users().length));
    expect(emulator.control.requests.all).toHaveLength(pages);
  });

  test('ends at an absent, empty or null cursor, and not at an empty page', async () => {
    for (const last of [{}, upTo(''), { response_metadata: { next_cursor: null } }]) {
      const { web, asked } = serving(
        { members: [], ...upTo('a=') },
        { members: [{ id: 'U1' }], ...upTo('b=') },
        { members: [], ...last },
      );
      const users = await collect(web, 'users.list').toArray();
      expect(users).toEqual([{ id: 'U1' }]);
      expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'a=', 'b=']);
    }
  });

  test('that is an object gives names and values', async () => {
    const { web } = serving({ emoji: { bowtie: 'https://a', party: 'alias:bowtie' }, categories: [{}] });
    expect(await collect(web, 'emoji.list').toArray()).toEqual([
      ['bowtie', 'https://a'],
      ['party', 'alias:bowtie'],
    ]);
    const bill = serving({ billable_info: { U1: { billing_active: true } }, ...upTo('') });
    expect(await collect(bill.web, 'team.billableInfo').toArray()).toEqual([
      ['U1', { billing_active: true }],
    ]);
  });

  test('may stand within an object, and have numbered pages', async () => {
    const { emulator, web } = await setUpWeb();
    const { channelName, userName, userToken: token } = emulator.credentials;
    for (let number = 1; number <= 5; number += 1)
      emulator.control.say(channelName, userName, `needle ${number}`);
    const found = await collect(web, 'search.messages', { query: 'needle', count: 2, token }).toArray();
    expect(found.map(({ text }) => text).toSorted((one = '', two = '') => one.localeCompare(two))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `needle ${number}`),
    );
    expect(sent(emulator).map(({ page }) => page)).toEqual([undefined, '2', '3']);
  });

  test('of files has numbered pages', async () => {
    const { web, asked } = serving(
      { files: [{ id: 'F1' }], paging: { count: 1, total: 2, page: 1, pages: 2 } },
      { files: [{ id: 'F2' }], paging: { count: 1, total: 2, page: 2, pages: 2 } },
    );
    expect(await collect(web, 'files.list').toArray()).toEqual([{ id: 'F1' }, { id: 'F2' }]);
    expect(asked).toEqual([{ count: '100' }, { count: '100', page: '2' }]);
  });
});

describe('a cursor that has expired', () => {
  const expire = (emulator: SlackEmulator): void => {
    emulator.control.faults.add({
      match: { where: ({ text }) => text.includes('cursor=') },
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"invalid_cursor"}' },
    });
  };

  test('is told', async () => {
    const { emulator, web } = await setUpWeb();
    expire(emulator);
    const error = await rejection(collect(web, 'users.list', { limit: 2 }).toArray());
    expect(error).toMatchObject({ kind: 'refused', code: 'invalid_cursor' });
    expect(emulator.control.requests.all).toHaveLength(2);
  });

  test('makes the list begin anew, once, where asked to', async () => {
    const { emulator, web } = await setUpWeb();
    const all = await collect(web, 'users.list', { limit: 2 }).toArray();
    expire(emulator);
    const again = await collect(web, 'users.list', { limit: 2 }, { restart: true }).toArray();
    expect(again).toEqual([...all.slice(0, 2), ...all]);
    emulator.control.faults.add({
      match: { where: ({ text }) => text.includes('cursor=') },
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"invalid_cursor"}' },
      times: Infinity,
    });
    const error = await rejection(collect(web, 'users.list', { limit: 2 }, { restart: true }).toArray());
    expect(error).toMatchObject({ code: 'invalid_cursor' });
  });
});
