import { keyPrefix } from '../ids.js';
import { publicPictureName } from '../pictures/public-name.js';
import type { Picture } from '../state/picture.js';
import { bearerUrl, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Sizes of a photo, as its addresses end. */
type Size = 'F' | 'M' | 'T';

/** Photo of a user or a group; whoever has none is shown by the default one. */
export function renderPhoto(id: string, context: RenderContext): JsonObject {
  const picture = context.state.photos.get(id);
  return render(
    'Photo',
    {
      fullEmailPhotoUrl: emailPhotoUrl(id, 200, context),
      largePhotoUrl: photoUrl(id, 'F', context),
      mediumPhotoUrl: photoUrl(id, 'M', context),
      photoVersionId: versionOf(picture),
      smallPhotoUrl: smallPhotoUrl(id, context),
      standardEmailPhotoUrl: emailPhotoUrl(id, 45, context),
      url: resourceUrl(context, photoPath(id, context.version)),
    },
    context,
  );
}

export function smallPhotoUrl(id: string, context: RenderContext): string {
  return photoUrl(id, 'T', context);
}

export function renderBannerPhoto(id: string, context: RenderContext): JsonObject {
  const picture = context.state.banners.get(id);
  const folder = versionOf(picture) ?? id.slice(0, 3);
  const path = id.startsWith(keyPrefix.group)
    ? `/chatter/groups/${id}/banner-photo`
    : `/connect/user-profiles/${id}/banner-photo`;
  return render(
    'BannerPhoto',
    {
      bannerPhotoUrl: bearerUrl(context, `${context.origin}/profilephoto/${folder}/B`),
      bannerPhotoVersionId: versionOf(picture),
      url: resourceUrl(context, path),
    },
    context,
  );
}

function photoUrl(id: string, size: Size, context: RenderContext): string {
  const folder = versionOf(context.state.photos.get(id)) ?? id.slice(0, 3);
  return bearerUrl(context, `${context.origin}/profilephoto/${folder}/${size}`);
}

/** Mail programs have no session, so these addresses are open to all, and cannot be guessed. */
function emailPhotoUrl(id: string, size: 200 | 45, { origin, state }: RenderContext): string {
  const picture = state.photos.get(id);
  if (picture !== undefined) return `${origin}/ncsphoto/${publicPictureName(picture, size)}`;
  const kind = id.startsWith(keyPrefix.group) ? 'group_profile' : 'profile';
  return `${origin}/img/userprofile/default_${kind}_${size}_v2.png?fromEmail=1`;
}

/** The version of a picture is told in 15 characters, other than all other ids. */
function versionOf(picture: Picture | undefined): string | null {
  return picture?.versionId.slice(0, 15) ?? null;
}

/** The photo of a user moved from the user to the user profile in version 35.0. */
function photoPath(id: string, version: number): string {
  if (id.startsWith(keyPrefix.group)) return `/chatter/groups/${id}/photo`;
  if (id.startsWith(keyPrefix.recommendationDefinition)) {
    return `/connect/recommendation-definitions/${id}/photo`;
  }
  return version < 35 ? `/chatter/users/${id}/photo` : `/connect/user-profiles/${id}/photo`;
}
