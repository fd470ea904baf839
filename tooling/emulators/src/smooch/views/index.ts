import type { LegacyVersion } from '../state/model/index.js';
import { v11Views } from './v1.1/index.js';
import { v1Views } from './v1/index.js';
import type { Views } from './views.js';

export type { Views } from './views.js';

export function viewsOf(version: LegacyVersion): Views {
  return version === 'v1' ? v1Views : v11Views;
}
