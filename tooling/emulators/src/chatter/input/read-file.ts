import { illegalValue, multipartInvalid, tooLong } from '../errors.js';
import type { NewFileVersion, StoredFile } from '../state/file.js';
import { extensionOf, mimeTypeOf } from './file-type.js';
import type { Fields } from './fields.js';
import { readDateField } from './read-date.js';
import type { BinaryPart, Input } from './read-input.js';

const longestTitle = 255;
const longestDescription = 1_000;
export const sharingOptions = ['Allowed', 'Restricted'] as const;
const sharingPrivacies = ['None', 'PrivateOnRecords'] as const;

/** What can be said of a file beside its bytes. */
export type FileProperties = Partial<
  Pick<StoredFile, 'description' | 'isInMyFileSync' | 'sharingOption' | 'sharingPrivacy'>
>;

/** The file of a multipart request, in the part of this name; refused when it is not there. */
export function needBinary(input: Input, partName: string): BinaryPart {
  const binary = input.binaries.get(partName);
  if (binary !== undefined) return binary;
  throw multipartInvalid(
    `The binary part ${partName} is missing. Send multipart/form-data with the file in a part of that name, which needs a filename.`,
  );
}

/**
 * The bytes of an upload. The title names the file, and the name of the part is of no account; only where the title does not
 * end as files do, the part says which kind of file it is. A new version without a title keeps the last one.
 */
export function readFileVersion(binary: BinaryPart, fields: Fields, lastTitle?: string): NewFileVersion {
  const title = readTitle(fields) ?? lastTitle ?? binary.fileName.replace(/\.[^.]+$/, '');
  const extension = extensionOf(title, fields.text('pathOnClient'), binary.fileName);
  return {
    title,
    extension,
    mimeType: mimeTypeOf(extension, binary.mimeType),
    bytes: binary.bytes,
    contentModifiedAt: readDateField(fields, 'contentModifiedDate'),
    isMajor: fields.boolean('isMajorVersion'),
  };
}

export function readTitle(fields: Fields): string | undefined {
  const title = fields.text('title');
  if (title === '') throw illegalValue('title', title);
  if (title !== undefined && title.length > longestTitle) throw tooLong('title', longestTitle);
  return title;
}

export function readFileProperties(fields: Fields): FileProperties {
  const description = fields.text('desc');
  if (description !== undefined && description.length > longestDescription) {
    throw tooLong('desc', longestDescription);
  }
  const isInMyFileSync = fields.boolean('isInMyFileSync');
  const sharingOption = fields.choice('sharingOption', sharingOptions);
  const sharingPrivacy = fields.choice('sharingPrivacy', sharingPrivacies);
  return {
    ...(description !== undefined && { description }),
    ...(isInMyFileSync !== undefined && { isInMyFileSync }),
    ...(sharingOption !== undefined && { sharingOption }),
    ...(sharingPrivacy !== undefined && { sharingPrivacy }),
  };
}
