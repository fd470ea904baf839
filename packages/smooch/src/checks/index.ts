/**
 * What v1 and v1.1 would refuse. It is loaded with the first call that has something to check, and is told how to refuse, so that it
 * brings along nothing that is there already.
 */
export { checkBody, checkBodySize } from './body.js';
export { checkContent } from './content.js';
export { checkMessage } from './message.js';
