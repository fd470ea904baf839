import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';

const framesInChunk = 1000;

/** Texts as frames of a WebSocket, a thousand at a time, each made once, so that what is measured beside it is not the server. */
export type Flood = (chunk: number) => Buffer;

/** Makes a flood of texts by their numbers. */
export function floodOf(textOf: (number: number) => string): Flood {
  const made: Buffer[] = [];
  return (chunk) => {
    const known = made[chunk];
    if (known !== undefined) return known;
    const frames = Array.from({ length: framesInChunk }, (_, index) =>
      frameOf(textOf(chunk * framesInChunk + index)),
    );
    const bytes = Buffer.concat(frames);
    // More would only be memory.
    if (chunk < 300) made[chunk] = bytes;
    return bytes;
  };
}

/** Writes so many frames, in thousands, as fast as they are taken. */
export async function pour(socket: Socket, flood: Flood, frames: number): Promise<void> {
  for (let chunk = 0; chunk < frames / framesInChunk && !socket.destroyed; chunk += 1) {
    if (!socket.write(flood(chunk))) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          socket.off('drain', go).off('close', go);
          resolve();
        };
        socket.on('drain', go).on('close', go);
      });
    }
  }
}

/** A text as an unmasked frame of a WebSocket. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
