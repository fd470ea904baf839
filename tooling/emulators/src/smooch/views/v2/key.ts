import type { Key } from '../../state/model/index.js';
import type { Wire } from '../common/wire.js';

export function viewKey({ id, name, secret }: Key): Wire {
  return { id, displayName: name, secret };
}
