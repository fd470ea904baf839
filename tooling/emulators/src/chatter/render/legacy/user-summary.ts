import { nameOf, type User } from '../../state/model.js';
import { type RenderContext, resourceUrl } from '../context.js';
import type { Json } from '../json.js';
import { renderMySubscription } from '../subscription.js';

/** User Summary as version 23.0 had it. */
export function renderLegacyUserSummary(user: User, context: RenderContext): Record<string, Json> {
  return {
    name: nameOf(user),
    title: user.title,
    firstName: user.firstName,
    lastName: user.lastName,
    companyName: user.companyName,
    mySubscription: renderMySubscription(user.id, context),
    photo: { smallPhotoUrl: '/profilephoto/005/T', largePhotoUrl: '/profilephoto/005/F' },
    isChatterGuest: false,
    id: user.id,
    type: 'User',
    url: resourceUrl(context, `/chatter/users/${user.id}`),
  };
}
