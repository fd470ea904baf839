import { resourceUrl } from '../../render/context.js';
import { renderDefinition } from '../../render/recommendation.js';
import { render } from '../../render/render.js';
import {
  addDefinition,
  type RecommendationDefinition,
  removeDefinition,
} from '../../state/recommendation.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

const all = '/connect/recommendation-definitions';
const one = `${all}/{recommendationDefinitionId}`;

export const recommendationDefinitionHandlers: Handlers = {
  [`GET ${all}`]: listDefinitions,
  [`POST ${all}`]: createDefinition,
  [`GET ${one}`]: (call) => answer(call, definitionOf(call)),
  [`PATCH ${one}`]: changeDefinition,
  [`DELETE ${one}`]: (call) => {
    removeDefinition(call.state, definitionOf(call).id);
    return { status: 204 };
  },
};

const needed = ['name', 'explanation', 'actionUrl', 'actionUrlName'] as const;

function answer(call: Call, definition: RecommendationDefinition): Answer {
  return { status: 200, body: renderDefinition(definition, call.context) };
}

function listDefinitions({ state, context }: Call): Answer {
  const definitions = [...state.recommendationDefinitions.values()];
  const values = {
    recommendationDefinitions: definitions.map((definition) => renderDefinition(definition, context)),
    url: resourceUrl(context, all),
  };
  return { status: 200, body: render('CustomRecommendationDefinitionCollection', values, context) };
}

async function createDefinition(call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const definition = addDefinition(call.state, {
    name: fields.needText('name'),
    title: fields.text('title') ?? null,
    explanation: fields.needText('explanation'),
    actionUrl: fields.needText('actionUrl'),
    actionUrlName: fields.needText('actionUrlName'),
  });
  return { ...answer(call, definition), status: 201 };
}

async function changeDefinition(call: Call): Promise<Answer> {
  const definition = definitionOf(call);
  const { fields } = await call.input();
  for (const name of needed) if (fields.hasValue(name)) definition[name] = fields.needText(name);
  if (fields.has('title')) definition.title = fields.text('title') ?? null;
  return answer(call, definition);
}

function definitionOf(call: Call): RecommendationDefinition {
  return found(call.state.recommendationDefinitions.get(call.id('recommendationDefinitionId')));
}
