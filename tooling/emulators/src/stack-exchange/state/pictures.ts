/** A picture that somebody uploaded, or the address of one that somebody named. */
export type Picture =
  | { readonly kind: 'file'; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'address'; readonly address: string };

/** The pictures of the image host that all chat servers share, by their names. */
export interface Pictures {
  add(picture: Picture, extension: string): string;
  get(name: string): Picture | undefined;
}

/** The oldest are forgotten from this number on. */
const mostPictures = 500;

export function createPictures(name: () => string): Pictures {
  const pictures = new Map<string, Picture>();
  return {
    add(picture, extension) {
      const added = `${name()}.${extension}`;
      pictures.set(added, picture);
      const [oldest] = pictures.keys();
      if (pictures.size > mostPictures && oldest !== undefined) pictures.delete(oldest);
      return added;
    },
    get: (wanted) => pictures.get(wanted),
  };
}
