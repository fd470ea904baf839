import { nameOf, type User } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { renderPhoto } from './photo.js';
import { render } from './render.js';
import { renderMySubscription } from './subscription.js';

/** User Summary: a user wherever another thing mentions one. */
export function renderUserSummary(user: User, context: RenderContext): JsonObject {
  return render('UserSummary', userValues(user, context), context);
}

/** What all descriptions of a user have. */
export function userValues(user: User, context: RenderContext): JsonObject {
  return {
    communityNickname: user.nickname,
    companyName: user.companyName,
    displayName: nameOf(user),
    firstName: user.firstName,
    id: user.id,
    isActive: user.isActive,
    isChatterGuest: false,
    isInThisCommunity: true,
    lastName: user.lastName,
    motif: renderMotif(user.id, context),
    mySubscription: renderMySubscription(user.id, context),
    name: nameOf(user),
    outOfOffice: render('OutOfOffice', { message: '' }, context),
    photo: renderPhoto(user.id, context),
    title: user.title,
    type: 'User',
    url: resourceUrl(context, `/chatter/users/${user.id}`),
    userType: 'Internal',
  };
}
