import { isoDate } from '../../render/context.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import type { ExtensionDefinition } from '../../state/extension-definition.js';
import type { Answer, Call, Handlers } from '../call.js';
import { linksOf, numberedPage } from '../numbered-page.js';

/** The extensions of the org, with which people attach things of their own to posts. */
export const extensionHandlers: Handlers = { 'GET /chatter/extensions': listExtensions };

function listExtensions(call: Call): Answer {
  const items = [...call.state.extensionDefinitions.values()];
  const page = numberedPage({ items, path: '/chatter/extensions', usualSize: 15 }, call);
  const values = {
    ...linksOf('ExtensionDefinitionCollection', page.links),
    extensionDefinitions: page.items.map((one) => renderDefinition(one, items.indexOf(one), call)),
    total: items.length,
  };
  return { status: 200, body: render('ExtensionDefinitionCollection', values, call.context) };
}

function renderDefinition(definition: ExtensionDefinition, position: number, { context }: Call): JsonObject {
  const { id, name, description, iconUrl, compositionComponent, renderComponent, createdAt } = definition;
  const information = {
    compositionComponent,
    extensionInformationType: 'Lightning',
    headerTextLabel: name,
    hoverTextLabel: name,
    renderComponent,
  };
  return render(
    'ExtensionDefinition',
    {
      canAccess: true,
      canCreate: true,
      createdDate: isoDate(createdAt),
      description,
      iconUrl,
      id,
      informationCollection: [render('LightningExtensionInformation', information, context)],
      isEnabledInCommunity: context.communityId !== null,
      isEnabledInLightningPublisher: true,
      name,
      position,
    },
    context,
  );
}
