export { readHistoryPage } from './message-lists.js';
export { loadRoomInfo, loadRoomPage } from './room-facts.js';
export { readAccess, readCurrentUsers, readFrequentUsers, readPingableUsers } from './room-people.js';
export { readRoomsPage } from './rooms.js';
export { readFoundPage } from './search.js';
export { readStarred } from './stars.js';
export { readTranscriptPage } from './transcript.js';
