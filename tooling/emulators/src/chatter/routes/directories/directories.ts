import { oneOf } from '../../input/parameters.js';
import { resourceUrl } from '../../render/context.js';
import { renderCommunity } from '../../render/community.js';
import { render } from '../../render/render.js';
import { communityStatuses } from '../../state/community.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

export const directoryHandlers: Handlers = {
  'GET /chatter': (call) => ({
    status: 200,
    body: render(
      'ChatterDirectory',
      urls(call, '/chatter', ['extensions', 'feeds', 'groups', 'organization', 'streams', 'users']),
      call.context,
    ),
  }),
  'GET /connect': (call) => ({
    status: 200,
    body: render('ConnectDirectory', urls(call, '/connect', ['communities', 'organization']), call.context),
  }),
  'GET /connect/communities': listCommunities,
  'GET /connect/communities/{communityId}': (call) => ({
    status: 200,
    body: renderCommunity(found(call.state.communities.get(call.id('communityId'))), call.context),
  }),
};

function urls(call: Call, root: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, resourceUrl(call.context, `${root}/${name}`)]));
}

/** All sites of the org, or those of one status. */
function listCommunities(call: Call): Answer {
  const given = call.query.get('status');
  const status = given === null ? undefined : oneOf(given, 'status', communityStatuses);
  const communities = [...call.state.communities.values()]
    .filter((community) => status === undefined || community.status === status)
    .map((community) => renderCommunity(community, { ...call.context, communityId: null }));
  const values = { communities, total: communities.length };
  return { status: 200, body: render('CommunityPage', values, call.context) };
}
