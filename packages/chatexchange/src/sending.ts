export { act, tell } from './act.js';
export { checkMessage, post } from './post.js';
