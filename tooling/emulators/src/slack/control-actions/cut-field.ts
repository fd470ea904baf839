import { type Field, needed, oneOf } from '../../frame/index.js';
import type { ConnectionCut } from '../sockets/socket-connection.js';

/** How a connection is to end. */
export const cutField: Field<ConnectionCut, true> = needed(
  oneOf('close', 'drop', 'reset', 'half frame', 'silence', 'no events', 'no pongs'),
);
