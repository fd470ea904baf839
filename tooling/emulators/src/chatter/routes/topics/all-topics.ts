import type { Handlers } from '../call.js';
import { expertiseHandlers } from './expertise.js';
import { managedTopicHandlers } from './managed-topics.js';
import { recordTopicHandlers } from './record-topics.js';
import { topicSuggestionHandlers } from './suggestions.js';
import { topicNeighbourHandlers } from './topic-neighbours.js';
import { topicHandlers } from './topics.js';

/** Topics, what goes with them, and who knows them. */
export const allTopicHandlers: Handlers = {
  ...expertiseHandlers,
  ...managedTopicHandlers,
  ...recordTopicHandlers,
  ...topicHandlers,
  ...topicNeighbourHandlers,
  ...topicSuggestionHandlers,
};
