const signatures = [
  { type: 'image/png', extension: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', extension: 'jpg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', extension: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/bmp', extension: 'bmp', at: 0, bytes: [0x42, 0x4d] },
  { type: 'image/webp', extension: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

export interface PictureType {
  readonly type: string;
  readonly extension: string;
}

/** What kind of picture these bytes begin; undefined for anything else, whatever its name says. */
export function pictureTypeOf(body: Uint8Array): PictureType | undefined {
  return signatures.find(({ at, bytes }) => bytes.every((byte, index) => body[at + index] === byte));
}

/** What kind of picture an address ends in. */
export function pictureTypeOfAddress(address: string): PictureType | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, pathname } = new URL(address);
  const extension = /\.(\w+)$/.exec(pathname)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return /^https?:$/.test(protocol)
    ? signatures.find((signature) => signature.extension === extension)
    : undefined;
}
