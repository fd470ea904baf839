export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Reads how large a PNG, GIF or JPEG picture is out of its first bytes; undefined for anything else. */
export function imageSizeOf(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 6));
  if (beginning.startsWith('PNG\r\n', 1) && bytes.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (beginning.startsWith('GIF8') && bytes.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (bytes.length >= 4 && view.getUint16(0) === 0xff_d8) return jpegSize(view);
  return undefined;
}

/** A JPEG is a list of segments; one of those that begin a frame has the size. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
