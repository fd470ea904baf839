export { jwtForUser, type UserTokenOptions } from './user.js';
