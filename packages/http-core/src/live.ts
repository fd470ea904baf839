export type { Connection, ConnectionState, Dial, DialContext, StateEvent } from './live/connection.js';
export { createEmitter, type Emitter } from './live/emitter.js';
export { createQueue, type Queue, type QueueOptions } from './live/queue.js';
export { reconnecting, type Reconnecting, type ReconnectingOptions } from './live/reconnecting.js';
