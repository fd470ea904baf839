import type { RawData } from 'ws';
import type { Frame } from '../state/events.js';

/** What arrived over a socket. */
export interface Received {
  readonly byteLength: number;
  readonly text: string;
  /** The text as a JSON object; undefined for anything else, and for what came as binary. */
  readonly frame: Frame | undefined;
}

export function readFrame(data: RawData, isBinary: boolean): Received {
  const bytes = Buffer.isBuffer(data)
    ? data
    : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
  const text = bytes.toString();
  return { byteLength: bytes.byteLength, text, frame: isBinary ? undefined : parseFrame(text) };
}

function parseFrame(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}
