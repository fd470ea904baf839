import { alone } from './alone.js';
import { browser } from './browser.js';
import { examples } from './examples.js';
import { generated } from './generated.js';
import { lint } from './lint.js';
import { metadata } from './metadata.js';
import { peers } from './peers.js';
import type { Check } from './runner.js';
import { sizes } from './sizes.js';
import { tree } from './tree.js';
import { typeCost } from './type-cost.js';
import { typecheck } from './typecheck.js';
import { types } from './types.js';

/** All checks by name, in the order in which they run: first what is quick, then what needs the packed packages. */
export const checks: Readonly<Record<string, Check>> = {
  tree,
  lint,
  generated,
  typecheck,
  sizes,
  types,
  'type-cost': typeCost,
  metadata,
  examples,
  alone,
  browser,
  peers,
};
