export { openSocket, type Socket, type SocketOptions, type WebSocketLike } from './socket/socket.js';
