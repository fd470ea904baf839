import { resourceUrl } from '../render/context.js';
import type { Answer, Call, Route } from './router.js';

/** What a version of the platform offers. Of these only `chatter` is more than a name here. */
const roots = ['chatter', 'connect', 'limits', 'query', 'recent', 'search', 'sobjects'];

export const resourceRootRoutes: readonly Route[] = [
  { method: 'GET', path: '/', since: 21, needsChatter: false, run: listRoots },
];

function listRoots(call: Call): Answer {
  const urls = roots.map((name) => [name, resourceUrl(call, `/${name}`)] as const);
  const identity = `${call.context.origin}/id/${call.state.org.id}/${call.user.id}`;
  return { status: 200, body: Object.fromEntries([...urls, ['identity', identity] as const]) };
}
