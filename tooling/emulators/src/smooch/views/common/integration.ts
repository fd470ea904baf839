import type { Integration } from '../../state/model/index.js';
import { present, type Wire } from './wire.js';

/** An integration as v1 and v1.1 show it. */
export function viewIntegration({ id, type, status, displayName, fields }: Integration): Wire {
  return present({ _id: id, type, status, displayName, ...fields });
}
