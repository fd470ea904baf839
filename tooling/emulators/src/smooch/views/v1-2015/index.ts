export { viewConversation2015, viewMessage2015 } from './conversation.js';
export { viewInit } from './init.js';
