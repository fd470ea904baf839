import type { User } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import { bodyOf, type Json, since } from './json.js';

/** Nobody here has a picture, so these are the addresses of the default ones. */
export function renderPhoto(user: User, context: RenderContext): Json {
  const { version, origin } = context;
  return bodyOf(version, {
    fullEmailPhotoUrl: `${origin}/img/userprofile/default_profile_200_v2.png?fromEmail=1`,
    largePhotoUrl: `${origin}/profilephoto/005/F`,
    mediumPhotoUrl: since(37, `${origin}/profilephoto/005/M`),
    photoVersionId: null,
    smallPhotoUrl: smallPhotoUrl(context),
    standardEmailPhotoUrl: `${origin}/img/userprofile/default_profile_45_v2.png?fromEmail=1`,
    // The photo moved from the user to the user profile in version 35.0.
    url: resourceUrl(
      context,
      version < 35 ? `/chatter/users/${user.id}/photo` : `/connect/user-profiles/${user.id}/photo`,
    ),
  });
}

export function smallPhotoUrl(context: RenderContext): string {
  return `${context.origin}/profilephoto/005/T`;
}

export function renderBannerPhoto(user: User, context: RenderContext): Json {
  return {
    bannerPhotoUrl: `${context.origin}/profilephoto/005/B`,
    bannerPhotoVersionId: null,
    url: resourceUrl(context, `/connect/user-profiles/${user.id}/banner-photo`),
  };
}
