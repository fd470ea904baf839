export { runNode } from './node-process.js';
export { everythingPrinted, expectNoSecrets } from './secrets.js';
export { rejection } from './settle.js';
export {
  describeClient,
  type ClientContract,
  type ContractCall,
  type ContractOptions,
} from './client-contract.js';
