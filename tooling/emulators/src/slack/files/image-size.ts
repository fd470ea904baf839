/** How large a picture is, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const pngSignature = 0x89_50_4e_47;
const gifSignature = 0x47_49_46_38;
const jpegSignature = 0xff_d8;

/** Reads the size of a PNG, a GIF or a JPEG from its first bytes; undefined for anything else. */
export function imageSizeOf(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 24) return undefined;
  if (view.getUint32(0) === pngSignature) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint32(0) === gifSignature) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  return view.getUint16(0) === jpegSignature ? jpegSizeOf(view) : undefined;
}

/** A JPEG is a row of segments, one of which begins a frame and knows its size. */
function jpegSizeOf(view: DataView): ImageSize | undefined {
  for (let start = 2; start + 9 <= view.byteLength; start += 2 + view.getUint16(start + 2)) {
    const marker = view.getUint8(start + 1);
    // C0 to CF begin frames, but for the tables C4 and CC, and C8, which nobody uses.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(start + 7), height: view.getUint16(start + 5) };
    }
  }
  return undefined;
}
