import { Buffer } from 'node:buffer';

/** Event ids far above those of the emulator. */
const firstId = 900_000_000;
const framesInChunk = 1000;

/** Frames of a room's socket as bytes, a thousand at a time: one event each, as when many people talk. */
export function floodOf(roomId: number): (chunk: number) => Buffer {
  const made: Buffer[] = [];
  return (chunk) => {
    const known = made[chunk];
    if (known !== undefined) return known;
    const frames = Array.from({ length: framesInChunk }, (_, index) => {
      const number = chunk * framesInChunk + index;
      return frameOf(JSON.stringify({ [`r${roomId}`]: newsOf(roomId, number) }));
    });
    const bytes = Buffer.concat(frames);
    // More would only be memory.
    if (chunk < 300) made[chunk] = bytes;
    return bytes;
  };
}

function newsOf(roomId: number, number: number): object {
  const id = firstId + number;
  const user = 1000 + (number % 40);
  const event = {
    event_type: 1,
    time_stamp: 1_790_000_000 + Math.floor(number / 10),
    content: `Event ${number}: it&#39;s <i>later</i> than you think, and <code>earlier</code> than I say`,
    id,
    user_id: user,
    user_name: `Somebody ${user}`,
    room_id: roomId,
    room_name: 'Sandbox',
    message_id: 70_000_000 + number,
  };
  return { e: [event], t: id, d: 1 };
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
