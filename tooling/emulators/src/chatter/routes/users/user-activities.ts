import { keyPrefix } from '../../ids.js';
import { render } from '../../render/render.js';
import { forgetActivities } from '../../state/user-activities.js';
import type { Answer, Call, Handlers } from '../call.js';
import { selfOf } from '../found.js';

export const userActivityHandlers: Handlers = {
  'POST /chatter/users/{userId}/activities/export-job': (call) =>
    startJob(call, 'Export', 'The activities will be sent by e-mail when they are collected.'),
  'POST /chatter/users/{userId}/activities/purge-job': (call) => {
    const answer = startJob(call, 'Purge', 'The activities will be deleted.');
    forgetActivities(call.state, call.user.id);
    return answer;
  },
};

/** User Activities Job: that something was begun, which nobody waits for. */
function startJob(call: Call, jobType: string, message: string): Answer {
  selfOf(call);
  const jobToken = call.state.ids.next(keyPrefix.job);
  return { status: 202, body: render('UserActivitiesJob', { jobToken, jobType, message }, call.context) };
}
