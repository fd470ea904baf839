import { illegalValue, noAccess } from '../../errors.js';
import { fileNamed } from '../../input/file-named.js';
import { canEditFile, canShareFile } from '../../state/file-access.js';
import { type FileVersion, latestVersion, type StoredFile } from '../../state/file.js';
import type { Call } from '../call.js';
import { found } from '../found.js';

/** The file that a path names, if the caller may see it. */
export function fileOf(call: Call): StoredFile {
  return fileNamed(call.id('fileId'), call);
}

/** The file that a path names, which the caller must be allowed to change. */
export function editableFileOf(call: Call): StoredFile {
  const file = fileOf(call);
  if (!canEditFile(call.state, file, call.user.id)) throw noAccess();
  return file;
}

/** The file, which must be the caller's own. */
export function ownFile(call: Call, file: StoredFile): StoredFile {
  if (file.ownerId !== call.user.id) throw noAccess();
  return file;
}

/** The version that `versionNumber` of the query asks for, or the latest. */
export function versionOf(call: Call, file: StoredFile): FileVersion {
  const asked = call.query.get('versionNumber');
  if (asked === null) return latestVersion(file);
  if (!/^\d{1,9}$/.test(asked)) throw illegalValue('versionNumber', asked);
  return found(file.versions.find((version) => version.number === Number(asked)));
}

/** The file that a path names, which the caller must be allowed to share. */
export function sharableFileOf(call: Call): StoredFile {
  const file = fileOf(call);
  if (!canShareFile(call.state, file, call.user.id)) throw noAccess();
  return file;
}
