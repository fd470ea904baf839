import { readFollowed } from '../../input/read-followed.js';
import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import { emailFrequencies } from '../../state/email-frequency.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, selfOf } from '../found.js';

const address = '/chatter/subscriptions/notification/{entityId}/members/{userId}';

export const notificationFrequencyHandlers: Handlers = {
  [`GET ${address}`]: (call) => answer(call, found(call.state.notificationFrequencies.get(keyOf(call)))),
  [`POST ${address}`]: async (call) => {
    const key = keyOf(call);
    const wanted = (await call.input()).fields.needChoice('notificationFrequency', emailFrequencies);
    call.state.notificationFrequencies.set(key, wanted);
    return { ...answer(call, wanted), status: 201 };
  },
  [`DELETE ${address}`]: (call) => {
    const key = keyOf(call);
    found(call.state.notificationFrequencies.get(key));
    call.state.notificationFrequencies.delete(key);
    return { status: 204 };
  },
};

/** Notification Member: how often a user wants to hear of something. */
function answer(call: Call, notificationFrequency: string): Answer {
  const [entityId, userId] = keyOf(call).split(' ');
  const url = resourceUrl(call.context, `/chatter/subscriptions/notification/${entityId}/members/${userId}`);
  return { status: 200, body: render('NotificationMember', { notificationFrequency, url }, call.context) };
}

function keyOf(call: Call): string {
  return `${readFollowed(call.part('entityId'), call)} ${selfOf(call).id}`;
}
