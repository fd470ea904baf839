import { resourceUrl } from '../../render/context.js';
import type { Resource } from '../../tables.js';
import type { Answer, Call, Handlers } from '../call.js';

/** What a version of the platform offers. Of these only `chatter` and `connect` are more than a name here. */
const roots = ['chatter', 'connect', 'limits', 'query', 'recent', 'search', 'sobjects'];

/** The root of a version belongs to the platform, so the tables of Chatter do not have it. */
export const rootResource: Resource = {
  method: 'GET',
  template: '/',
  since: 0,
  until: Infinity,
  community: 'never',
  requiresChatter: false,
  parameters: [],
};

export const resourceRootHandlers: Handlers = { 'GET /': listRoots };

function listRoots(call: Call): Answer {
  const urls = roots.map((name) => [name, resourceUrl(call.context, `/${name}`)] as const);
  const identity = `${call.context.origin}/id/${call.state.org.id}/${call.user.id}`;
  return { status: 200, body: Object.fromEntries([...urls, ['identity', identity] as const]) };
}
