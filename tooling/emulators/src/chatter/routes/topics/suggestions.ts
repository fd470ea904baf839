import { missingArgument } from '../../errors.js';
import { readIdPart } from '../../input/ids.js';
import { wholeNumber } from '../../input/parameters.js';
import { textOf } from '../../render/message-body.js';
import { render } from '../../render/render.js';
import { renderTopic } from '../../render/topic.js';
import { findTopic } from '../../state/topic.js';
import { byPopularity, topicsOn } from '../../state/topic-use.js';
import type { Answer, Call, Handlers } from '../call.js';
import { postNamed } from '../found.js';
import { checkSubject } from './record-topics.js';

/** One or several words with capitals, as names are written, but for the first word of a sentence. */
const properName = /(?<=[^.!?\s]\s)\p{Lu}[\p{L}\p{N}]+(?:\s\p{Lu}[\p{L}\p{N}]+)*/gu;
const mostSuggestions = 25;

/** Topics for a text, or for a record and what is said of it. */
export const topicSuggestionHandlers: Handlers = { 'GET /connect/topics/suggestions': suggestTopics };

/** First the topics that the text names, then names that could become topics. None that the record has. */
function suggestTopics(call: Call): Answer {
  const count = wholeNumber(call.query, 'maxResults', { from: 1, to: mostSuggestions, usual: 5 });
  const recordId = call.query.get('recordId');
  const id = recordId === null ? null : checkSubject(call, readIdPart('recordId', recordId, call.user.id));
  const text = id === null ? call.query.get('text') : textAbout(id, call);
  if (text === null) throw missingArgument('text or recordId');

  const assigned = id === null ? new Set() : topicsOn(call.state, id);
  const words = text.toLowerCase();
  const existing = byPopularity(call.state, call.state.topics.values()).filter(
    (topic) => words.includes(topic.name.toLowerCase()) && !assigned.has(topic.id),
  );
  const names = [...new Set(text.match(properName))].filter(
    (name) => findTopic(call.state, name) === undefined,
  );
  const suggestions = [
    ...existing.map((topic) => ({ existingTopic: renderTopic(topic, call.context), name: topic.name })),
    ...names.map((name) => ({ existingTopic: null, name })),
  ];
  const values = {
    topicSuggestions: suggestions
      .slice(0, count)
      .map((suggestion) => render('TopicSuggestion', suggestion, call.context)),
  };
  return { status: 200, body: render('TopicSuggestionCollection', values, call.context) };
}

function textAbout(id: string, call: Call): string {
  const { state } = call;
  if (state.posts.has(id)) return textOf(postNamed(call, id).segments, { state });
  const posts = [...state.posts.values()].filter((post) => post.parentId === id);
  const name = state.records.get(id)?.name ?? '';
  return [name, ...posts.map((post) => textOf(post.segments, { state }))].join('\n');
}
