import { integrationKinds } from '../../input/integration-kinds.js';
import type { Fields, Integration } from '../../state/model/index.js';
import { present, type Wire } from './wire.js';

/** An integration as v1 and v1.1 show it. */
export function viewIntegration({ id, type, status, displayName, fields }: Integration): Wire {
  const shown = without(fields, integrationKinds[type]?.onlyInV2);
  return present({ _id: id, type, status, displayName, ...shown });
}

/** Settings without those that only another version shows. */
export function without(fields: Fields, others: readonly string[] = []): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !others.includes(name)));
}
