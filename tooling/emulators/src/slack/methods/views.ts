import { missingArgument, SlackError } from '../errors.js';
import type { View } from '../state/view.js';
import { nameBlocks } from './blocks.js';
import type { Answer, Call, MemberMethod } from './method.js';

/** How many views can lie on one another. */
const deepest = 3;
const mostBlocks = 100;
const largestBytes = 250_000;

const shared = { tier: 'tier 4', json: true, access: 'member', scopes: [] } as const;

/** Windows and home pages that apps show to people. They are kept, and nobody looks at them. */
export const viewMethods: readonly MemberMethod[] = [
  { ...shared, name: 'views.open', handle: open },
  { ...shared, name: 'views.publish', handle: publish },
  { ...shared, name: 'views.push', handle: push },
  { ...shared, name: 'views.update', handle: update },
];

function open(call: Call): Answer {
  const content = contentOf(call, 'modal');
  const userId = spendTrigger(call);
  const id = call.service.ids.view();
  return keep(call, { id, userId, rootId: id, previousId: null, content });
}

/** Shows a view over another one, which the trigger is of. */
function push(call: Call): Answer {
  const content = contentOf(call, 'modal');
  const userId = spendTrigger(call);
  const stack = viewsOf(call).filter((view) => view.userId === userId && view.content['type'] === 'modal');
  const top = stack.at(-1);
  if (top === undefined) throw new SlackError('not_found');
  if (stack.filter(({ rootId }) => rootId === top.rootId).length >= deepest) {
    throw new SlackError('push_limit_reached');
  }
  const id = call.service.ids.view();
  return keep(call, { id, userId, rootId: top.rootId, previousId: top.id, content });
}

function update(call: Call): Answer {
  const { args } = call;
  const [id, externalId] = [args.text('view_id'), args.text('external_id')];
  const view = viewsOf(call).find((one) =>
    id === undefined ? one.content['external_id'] === externalId : one.id === id,
  );
  if (view === undefined || (id ?? externalId) === undefined) throw new SlackError('not_found');
  requireHash(call, view);
  return keep(call, { ...view, content: contentOf(call, 'modal', view.id) });
}

/** The home page of an app, of which each user has one. */
function publish(call: Call): Answer {
  const { service, args } = call;
  const userId = args.text('user_id') ?? '';
  const content = contentOf(call, 'home');
  if (!service.store.users.has(userId)) {
    throw new SlackError('invalid_arguments', { response_metadata: { messages: ['invalid `user_id`'] } });
  }
  const former = viewsOf(call).find((view) => view.userId === userId && view.content['type'] === 'home');
  if (former !== undefined) requireHash(call, former);
  const id = former?.id ?? service.ids.view();
  return keep(call, { id, userId, rootId: id, previousId: null, content });
}

/** The views of the caller's app, oldest first. */
function viewsOf({ service, token }: Call): View[] {
  return [...service.store.views.values()].filter(({ appId }) => appId === token.appId);
}

function spendTrigger({ service, args, token }: Call): string {
  return service.triggers.spend(args.text('trigger_id') ?? '', token.appId);
}

function requireHash({ args }: Call, { hash }: View): void {
  const given = args.text('hash');
  if (given !== undefined && given !== hash) throw new SlackError('hash_conflict');
}

function contentOf(call: Call, type: 'modal' | 'home', ownId?: string): Answer {
  const { args } = call;
  const value = args.json('view', 'invalid_arguments');
  if (value === undefined) throw missingArgument('view');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SlackError('invalid_arguments');
  }
  const view: Answer = Object.fromEntries(Object.entries(value));
  if (JSON.stringify(view).length > largestBytes) throw new SlackError('view_too_large');
  const blocks = view['blocks'];
  if (view['type'] !== type || !Array.isArray(blocks) || blocks.length > mostBlocks) {
    throw new SlackError('invalid_arguments');
  }
  if (type === 'modal' && view['title'] === undefined) {
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: ['missing required field: title'] },
    });
  }
  const externalId = view['external_id'] ?? '';
  const isTaken = viewsOf(call).some(
    ({ id, content }) => externalId !== '' && id !== ownId && content['external_id'] === externalId,
  );
  if (isTaken) throw new SlackError('duplicate_external_id');
  return { ...view, blocks: nameBlocks(blocks, call.service.ids) };
}

function keep(
  { service, token, user }: Call,
  made: Pick<View, 'id' | 'userId' | 'rootId' | 'previousId' | 'content'>,
): Answer {
  const { store, ids, clock } = service;
  const hash = `${Math.floor(clock.now() / 1_000)}.${ids.request().slice(0, 8)}`;
  store.views.set(made.id, { ...made, appId: token.appId, botId: user.botId, hash });
  const { id, rootId, previousId, content } = made;
  return {
    view: {
      id,
      team_id: store.team.id,
      close: null,
      submit: null,
      private_metadata: '',
      callback_id: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      ...content,
      state: { values: {} },
      hash,
      root_view_id: rootId,
      previous_view_id: previousId,
      app_id: token.appId,
      ...(user.botId === undefined ? {} : { bot_id: user.botId }),
    },
  };
}
