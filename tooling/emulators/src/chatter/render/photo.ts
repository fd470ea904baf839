import { keyPrefix } from '../ids.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Photo of a user or a group. Nobody here has a picture, so these are the addresses of the default ones. */
export function renderPhoto(id: string, context: RenderContext): JsonObject {
  const { origin } = context;
  const prefix = id.slice(0, 3);
  const kind = prefix === keyPrefix.group ? 'group_profile' : 'profile';
  return render(
    'Photo',
    {
      fullEmailPhotoUrl: `${origin}/img/userprofile/default_${kind}_200_v2.png?fromEmail=1`,
      largePhotoUrl: `${origin}/profilephoto/${prefix}/F`,
      mediumPhotoUrl: `${origin}/profilephoto/${prefix}/M`,
      smallPhotoUrl: smallPhotoUrl(id, context),
      standardEmailPhotoUrl: `${origin}/img/userprofile/default_${kind}_45_v2.png?fromEmail=1`,
      url: resourceUrl(context, photoPath(id, context.version)),
    },
    context,
  );
}

export function smallPhotoUrl(id: string, context: RenderContext): string {
  return `${context.origin}/profilephoto/${id.slice(0, 3)}/T`;
}

export function renderBannerPhoto(id: string, context: RenderContext): JsonObject {
  const path = id.startsWith(keyPrefix.group)
    ? `/chatter/groups/${id}/banner-photo`
    : `/connect/user-profiles/${id}/banner-photo`;
  return render(
    'BannerPhoto',
    {
      bannerPhotoUrl: `${context.origin}/profilephoto/${id.slice(0, 3)}/B`,
      url: resourceUrl(context, path),
    },
    context,
  );
}

/** The photo of a user moved from the user to the user profile in version 35.0. */
function photoPath(id: string, version: number): string {
  if (id.startsWith(keyPrefix.group)) return `/chatter/groups/${id}/photo`;
  return version < 35 ? `/chatter/users/${id}/photo` : `/connect/user-profiles/${id}/photo`;
}
