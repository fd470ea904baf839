interface Signature {
  readonly mediaType: string;
  readonly start: readonly number[];
}

const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Accepted files that can be told by their first bytes alone. */
const accepted: readonly Signature[] = [
  { mediaType: 'image/png', start: [0x89, ...latin('PNG\r\n'), 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', start: latin('GIF8') },
  { mediaType: 'application/pdf', start: latin('%PDF-') },
  { mediaType: 'application/zip', start: [...latin('PK'), 3, 4] },
];

/** Programs. The service looks at the content, so a harmless extension does not let them in. */
const refused: readonly Signature[] = [
  { mediaType: 'application/x-msdownload', start: [...latin('MZ'), 0x90, 0] },
  { mediaType: 'application/x-elf', start: [0x7f, ...latin('ELF')] },
  { mediaType: 'application/x-mach-binary', start: [0xcf, 0xfa, 0xed, 0xfe] },
  { mediaType: 'text/x-shellscript', start: latin('#!/') },
];

/** The media type that the content shows, or undefined. */
export function sniff(bytes: Uint8Array): string | undefined {
  return matching(accepted, bytes)?.mediaType;
}

export function isProgram(bytes: Uint8Array): boolean {
  return matching(refused, bytes) !== undefined;
}

function matching(signatures: readonly Signature[], bytes: Uint8Array): Signature | undefined {
  return signatures.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
}
