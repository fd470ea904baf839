export { runNode } from './node-process.js';
export { everythingPrinted, expectNoSecrets } from './secrets.js';
export { rejection } from './settle.js';
