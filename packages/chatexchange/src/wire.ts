export { readAction, readLoginPage, readPage, readTold } from './answers.js';
export { describe } from './describe.js';
export { isSessionLost, isShut } from './signs.js';
