export { act, tell } from './act.js';
export { actOnMessage, editMessage, removeMessage, tellModerators } from './change-message.js';
export { post } from './post.js';
