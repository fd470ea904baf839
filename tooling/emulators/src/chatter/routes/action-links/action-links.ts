import { invalidOperation, noAccess } from '../../errors.js';
import { readActionLinkGroup } from '../../input/read-action-links.js';
import {
  renderActionLink,
  renderActionLinkDefinition,
  renderActionLinkGroup,
} from '../../render/action-link.js';
import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import {
  type ActionLink,
  type ActionLinkGroup,
  actionStatuses,
  addActionLinkGroup,
  canUseActionLink,
  executionFor,
  findActionLink,
} from '../../state/action-link.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

/** Buttons for posts: a group is defined first, then a post names it. The definition is its maker's alone. */
export const actionLinkHandlers: Handlers = {
  'POST /connect/action-link-group-definitions': async (call) => {
    const wanted = readActionLinkGroup((await call.input()).fields, call.state);
    const group = addActionLinkGroup(call.state, { ...wanted, creatorId: call.user.id });
    return { status: 201, body: renderActionLinkDefinition(group, call.context) };
  },
  'GET /connect/action-link-group-definitions/{actionLinkGroupId}': (call) => ({
    status: 200,
    body: renderActionLinkDefinition(ownGroupOf(call), call.context),
  }),
  'DELETE /connect/action-link-group-definitions/{actionLinkGroupId}': (call) => {
    call.state.actionLinkGroups.delete(ownGroupOf(call).id);
    return { status: 204 };
  },
  'GET /connect/action-link-groups/{actionLinkGroupId}': (call) => ({
    status: 200,
    body: renderActionLinkGroup(groupOf(call), call.context),
  }),
  'GET /connect/action-links/{actionLinkId}': (call) => {
    const { link, group } = linkOf(call);
    return { status: 200, body: renderActionLink(link, group, call.context) };
  },
  'PATCH /connect/action-links/{actionLinkId}': execute,
  'GET /connect/action-links/{actionLinkId}/diagnostic-info': (call) => {
    const { link, group } = linkOf(call);
    if (group.creatorId !== call.user.id) throw noAccess();
    const execution = executionFor(group, link, call.user.id);
    const values = {
      diagnosticInfo:
        execution === undefined ? null : `${link.method} ${link.actionUrl}: ${execution.status}`,
      url: resourceUrl(call.context, `/connect/action-links/${link.id}/diagnostic-info`),
    };
    return { status: 200, body: render('ActionLinkDiagnostic', values, call.context) };
  },
};

/** Notes how far an action is. This server calls nobody: who carries the action out says what came of it. */
async function execute(call: Call): Promise<Answer> {
  const { link, group } = linkOf(call);
  const status = (await call.input()).fields.needChoice('status', actionStatuses);
  if (!canUseActionLink(link, call.user.id)) throw noAccess();
  if (group.expiresAt <= call.context.now) throw invalidOperation('The action link has expired.');
  const last = executionFor(group, link, call.user.id);
  if (group.executionsAllowed !== 'Unlimited' && last?.status === 'SuccessfulStatus') {
    throw invalidOperation(
      `The action link has been executed, and can be executed ${group.executionsAllowed}.`,
    );
  }
  // The last one stands last.
  link.executions.delete(call.user.id);
  link.executions.set(call.user.id, { status, at: wholeSecond(call.context.now) });
  return { status: 200, body: renderActionLink(link, group, call.context) };
}

function groupOf(call: Call): ActionLinkGroup {
  return found(call.state.actionLinkGroups.get(call.id('actionLinkGroupId')));
}

function ownGroupOf(call: Call): ActionLinkGroup {
  const group = groupOf(call);
  return found(group.creatorId === call.user.id ? group : undefined);
}

function linkOf(call: Call): { readonly link: ActionLink; readonly group: ActionLinkGroup } {
  return found(findActionLink(call.state, call.id('actionLinkId')));
}
