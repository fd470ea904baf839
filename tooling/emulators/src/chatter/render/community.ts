import type { Community } from '../state/community.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Community: a site and what its members may do. */
export function renderCommunity(community: Community, context: RenderContext): JsonObject {
  const { id, name, description, status, templateName, urlPathPrefix } = community;
  const siteUrl = urlPathPrefix === null ? context.origin : `${context.origin}/${urlPathPrefix}`;
  return render(
    'Community',
    {
      allowChatterAccessWithoutLogin: false,
      allowMembersToFlag: false,
      builderBasedSnaEnabled: false,
      description,
      guestMemberVisibilityEnabled: false,
      id,
      imageOptimizationCDNEnabled: false,
      invitationsEnabled: false,
      knowledgeableEnabled: false,
      loginUrl: `${siteUrl}/login`,
      memberVisibilityEnabled: false,
      name,
      nicknameDisplayEnabled: true,
      privateMessagesEnabled: false,
      reputationEnabled: false,
      sendWelcomeEmail: true,
      siteAsContainerEnabled: true,
      siteUrl,
      status,
      templateName,
      url: resourceUrl(context, `/connect/communities/${id}`),
      urlPathPrefix,
    },
    context,
  );
}
