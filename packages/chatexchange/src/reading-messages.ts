export { loadOwnStar } from './message-as-account.js';
export { loadFromFeed } from './message-feed.js';
export { loadHistory, loadRevisions, loadSource, purgeHistory } from './message-history.js';
export { loadTranscript } from './messages.js';
export { findReplies, findThread } from './reply-graph.js';
export { setPin, setStar } from './votes.js';
export { loadWholeContent, loadWholeText } from './whole-text.js';
