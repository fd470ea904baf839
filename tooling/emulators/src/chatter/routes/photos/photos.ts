import { noAccess } from '../../errors.js';
import { readPicture } from '../../input/read-picture.js';
import { renderBannerPhoto, renderPhoto } from '../../render/photo.js';
import { manages } from '../../state/permissions.js';
import { type PictureKind, setPicture } from '../../state/picture.js';
import type { Answer, Call, Handler, Handlers } from '../call.js';
import { fileNamed } from '../../input/file-named.js';
import { found, userOf } from '../found.js';
import { groupOf } from '../groups/group-of.js';

/** Whose picture it is, and whether the caller may change it. */
interface Owner {
  readonly id: string;
  readonly isChangeable: boolean;
}

/** The photos and banners of users and groups. */
export const photoHandlers: Handlers = {
  ...pictureHandlers('/chatter/groups/{groupId}/photo', 'photos', groupOfPath),
  ...pictureHandlers('/chatter/groups/{groupId}/banner-photo', 'banners', groupOfPath),
  ...pictureHandlers('/connect/user-profiles/{userId}/photo', 'photos', userOfPath),
  ...pictureHandlers('/connect/user-profiles/{userId}/banner-photo', 'banners', userOfPath),
  ...recommendationPhotos(),
  ...withoutDelete(pictureHandlers('/chatter/users/{userId}/photo', 'photos', userOfPath)),
};

/** A POST sets a picture, out of a stored file or out of one that comes along; a DELETE brings the default one back. */
function pictureHandlers(
  template: string,
  kind: PictureKind,
  ownerOf: (call: Call) => Owner,
  status: 200 | 201 = 201,
): Handlers {
  const describe = kind === 'photos' ? renderPhoto : renderBannerPhoto;
  const answer = (given: 200 | 201, id: string, call: Call): Answer => ({
    status: given,
    body: describe(id, call.context),
  });
  const changeable = (call: Call): string => {
    const { id, isChangeable } = ownerOf(call);
    if (!isChangeable) throw noAccess();
    return id;
  };
  return {
    [`GET ${template}`]: (call) => answer(200, ownerOf(call).id, call),
    [`POST ${template}`]: async (call) => {
      const id = changeable(call);
      const input = await call.input('fileUpload');
      const picture = readPicture(kind, input, (fileId) => fileNamed(fileId, call));
      setPicture(call.state, kind, id, picture);
      return answer(status, id, call);
    },
    [`DELETE ${template}`]: (call) => {
      call.state[kind].delete(changeable(call));
      return { status: 204 };
    },
  };
}

/** The picture of a recommendation, which has none at first, is put and not posted. */
function recommendationPhotos(): Handlers {
  const template = '/connect/recommendation-definitions/{recommendationDefinitionId}/photo';
  const ownerOf = (call: Call): Owner => {
    const { id } = found(call.state.recommendationDefinitions.get(call.id('recommendationDefinitionId')));
    return { id, isChangeable: true };
  };
  const { [`POST ${template}`]: put, ...others } = pictureHandlers(template, 'photos', ownerOf, 200);
  return put === undefined ? others : { ...others, [`PUT ${template}`]: put };
}

/** Until 34.0 photos could be replaced and not removed. */
function withoutDelete(handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).filter(([key]: [string, Handler]) => !key.startsWith('DELETE')),
  );
}

function userOfPath(call: Call): Owner {
  const { id } = userOf(call);
  return { id, isChangeable: id === call.user.id };
}

function groupOfPath(call: Call): Owner {
  const { id } = groupOf(call);
  return { id, isChangeable: manages(call.state, id, call.user.id) };
}
