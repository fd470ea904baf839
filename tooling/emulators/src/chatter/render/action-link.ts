import {
  type ActionLink,
  type ActionLinkGroup,
  canUseActionLink,
  executionFor,
} from '../state/action-link.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Action Link Group Definition: as its maker wrote it, with what others must not see. */
export function renderActionLinkDefinition(group: ActionLinkGroup, context: RenderContext): JsonObject {
  return render(
    'ActionLinkGroupDefinition',
    {
      actionLinks: group.links.map((link) => renderLinkDefinition(link, group, context)),
      category: group.category,
      createdDate: isoDate(group.createdAt),
      executionsAllowed: group.executionsAllowed,
      expirationDate: isoDate(group.expiresAt),
      id: group.id,
      modifiedDate: isoDate(group.createdAt),
      url: resourceUrl(context, `/connect/action-link-group-definitions/${group.id}`),
    },
    context,
  );
}

/** Platform Action Group: the buttons as the viewer sees them, who may not see all. */
export function renderActionLinkGroup(group: ActionLinkGroup, context: RenderContext): JsonObject {
  return render(
    'PlatformActionGroup',
    {
      category: group.category,
      id: group.id,
      modifiedDate: isoDate(group.createdAt),
      platformActions: group.links
        .filter((link) => canUseActionLink(link, context.viewer.id))
        .map((link) => renderActionLink(link, group, context)),
      url: groupUrl(group, context),
    },
    context,
  );
}

/** Platform Action: a button, and how far it is. */
export function renderActionLink(
  link: ActionLink,
  group: ActionLinkGroup,
  context: RenderContext,
): JsonObject {
  const execution = executionFor(group, link, context.viewer.id);
  const executingUser = execution === undefined ? undefined : context.state.users.get(execution.userId);
  return render(
    'PlatformAction',
    {
      actionUrl: link.actionUrl,
      confirmationMessage: link.requiresConfirmation ? `Are you sure you want to ${link.labelKey}?` : null,
      executingUser: executingUser === undefined ? null : renderUserSummary(executingUser, context),
      groupDefault: link.isGroupDefault,
      id: link.id,
      label: link.labelKey,
      modifiedDate: isoDate(execution?.at ?? group.createdAt),
      platformActionGroup: render('Reference', { id: group.id, url: groupUrl(group, context) }, context),
      status: execution?.status ?? 'NewStatus',
      subtype: link.type,
      type: 'ActionLink',
      url: resourceUrl(context, `/connect/action-links/${link.id}`),
    },
    context,
  );
}

function renderLinkDefinition(link: ActionLink, group: ActionLinkGroup, context: RenderContext): JsonObject {
  const { id, type, method, actionUrl, requestBody, requiresConfirmation, userId, excludedUserId } = link;
  return render(
    'ActionLinkDefinition',
    {
      actionUrl,
      createdDate: isoDate(group.createdAt),
      excludedUserId,
      groupDefault: link.isGroupDefault,
      headers: link.headers.map((header) => render('RequestHeader', { ...header }, context)),
      id,
      label: link.labelKey,
      labelKey: link.labelKey,
      method,
      modifiedDate: isoDate(group.createdAt),
      requestBody,
      requiresConfirmation,
      type,
      userId,
    },
    context,
  );
}

function groupUrl(group: ActionLinkGroup, context: RenderContext): string {
  return resourceUrl(context, `/connect/action-link-groups/${group.id}`);
}
