import type { Frame } from '../state/events.js';
import type { Connection } from './connection.js';
import { replyTo } from './replies.js';

/** Gives back whatever came with the ping, as far as it is flat. */
export function receivePing(connection: Connection, frame: Frame): void {
  const { id: _id, type: _type, ...rest } = frame;
  const flat = Object.entries(rest).filter(([, value]) => typeof value !== 'object' || value === null);
  connection.send({ type: 'pong', ...replyTo(frame), ...Object.fromEntries(flat) });
}
