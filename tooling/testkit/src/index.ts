export type { ClientContract, ContractCall, ContractOptions } from './client-contract.js';
export { describeClient } from './describe-client.js';
export { describeFeatures } from './describe-features.js';
export { describeLiveClient } from './describe-live-client.js';
export type { LiveClient, LiveContract, LiveContractOptions, LiveState } from './live-contract.js';
export { runNode } from './node-process.js';
export { everythingPrinted, expectNoSecrets } from './secrets.js';
export { rejection } from './settle.js';
export { typeComplaints, type TypedValue } from './typed-values.js';
