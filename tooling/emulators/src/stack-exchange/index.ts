export type { ChatServerControl } from './control/chat-server-control.js';
export type { EmitOptions, EmittedEvent } from './control/emit.js';
export type {
  ChatMessageSnapshot,
  ChatRoomSnapshot,
  ChatSocketSnapshot,
  ChatUserSnapshot,
} from './control/snapshots.js';
export type { CloudflareOptions, StackExchangeControl } from './control.js';
export type { SocketCut } from './live/live-socket.js';
export type { ChatHost } from './network/sites.js';
export type {
  StackExchangeAccount,
  StackExchangeAccounts,
  StackExchangeCredentials,
  StackExchangeEmulatorOptions,
} from './options.js';
export { featuresOff } from './routes/switched-off.js';
export { startStackExchangeEmulator } from './start.js';
export type { WireEvent } from './state/wire-event.js';
export type { Captcha } from './switches.js';
export type { ThrottleModel } from './throttle.js';
