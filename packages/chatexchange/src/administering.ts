export { acknowledge, joinFavorites } from './account.js';
export { kickMute, setAccess, setDeleted, setFrozen, timeout } from './administration.js';
export { bookmark, deleteBookmark } from './bookmarks.js';
export { setFavorite } from './favorites.js';
export { ignore, ignoredUsers } from './ignore-list.js';
export { invite, pairOff, requestAccess } from './invitations.js';
export { deleteMessages, moveMessages, moveMessagesToNewRoom } from './move-messages.js';
export { createRoom, saveRoom } from './room-settings.js';
export { uploadImage } from './upload.js';
