import { escapeHtml } from '../content/escape.js';
import { historyPage } from '../pages/history.js';
import { currentRevision } from '../state/model.js';
import { pageAnswer, textAnswer } from './answers.js';
import { requireMessage } from './lookups.js';
import { PageNotFound } from './refusals.js';
import { idIn, type Route } from './route.js';

export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/message/:id',
    handle(call, parameters) {
      const { source, html } = currentRevision(requireMessage(call, idIn(parameters, 'id')).message);
      return call.query.get('plain') === 'true' ? textAnswer(source) : textAnswer(html, 'text/html');
    },
  },
  {
    method: 'GET',
    path: '/messages/:id/history',
    handle(call, parameters) {
      return pageAnswer(historyPage(call.page, requireMessage(call, idIn(parameters, 'id')).message));
    },
  },
  {
    // The whole of a message, escaped and in lines, for those that were shown in part.
    method: 'GET',
    path: '/messages/:room/:id',
    handle(call, parameters) {
      const { message } = requireMessage(call, idIn(parameters, 'id'));
      if (message.roomId !== idIn(parameters, 'room')) throw new PageNotFound();
      return textAnswer(escapeHtml(currentRevision(message).source), 'text/html');
    },
  },
];
