/** A file name as RFC 5987 has it. Forms should not hold any, but HTTP libraries for Python wrote all but ASCII so until 2019. */
const extended = /\bfilename\*=utf-8''([^;\s]+)/i;

const headerEnd = '\r\n\r\n';

/** A `multipart/form-data` body with such names as browsers write them, the one way that parsers of forms know. */
export function withPlainFileNames(
  bytes: ArrayBuffer,
  contentType: string,
): ArrayBuffer | Uint8Array<ArrayBuffer> {
  const boundary = /\bboundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return bytes;
  const body = Buffer.from(bytes);
  const pieces: Buffer<ArrayBuffer>[] = [];
  let written = 0;
  for (const [start, end] of headersOf(body, `--${boundary}\r\n`)) {
    const header = body.toString('utf8', start, end);
    const plain = header.replace(extended, (_, name: string) => `filename="${plainName(name)}"`);
    if (plain === header) continue;
    pieces.push(body.subarray(written, start), Buffer.from(plain));
    written = end;
  }
  return written === 0 ? bytes : Buffer.concat([...pieces, body.subarray(written)]);
}

/**
 * Where the headers of the parts are.
 *
 * @yields the bytes between which those of each part are, in their order
 */
function* headersOf(body: Buffer, delimiter: string): Generator<readonly [start: number, end: number]> {
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const end = body.indexOf(headerEnd, start);
    if (end === -1) return;
    yield [start, end];
    start = body.indexOf(delimiter, end);
  }
}

function plainName(name: string): string {
  try {
    return decodeURIComponent(name)
      .replaceAll('"', '%22')
      .replaceAll(/[\r\n]/g, ' ');
  } catch {
    return name;
  }
}
