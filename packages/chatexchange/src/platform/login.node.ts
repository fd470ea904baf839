export { logIn, logOut } from '../login.js';
