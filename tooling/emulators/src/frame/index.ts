export type {
  Clock,
  Control,
  Emulator,
  EmulatorOptions,
  Fault,
  FaultRule,
  Faults,
  ManualClock,
  RecordedRequest,
  RequestLog,
  RequestMatch,
} from './contract.js';
export { readPath, readTimes } from './control-input.js';
export { createManualClock, createSystemClock } from './clock.js';
export {
  createFrameFaults,
  type FrameFault,
  type FrameFaultRule,
  type FrameFaultRules,
  type FrameFaults,
} from './frame-faults.js';
export { refuseUpgrade } from './handshake.js';
export type { ControlAction } from './http-control.js';
export { createOutbox, type Outbox } from './outbox.js';
export { maintenancePage } from './plain-answer.js';
export { createRandom, type Random } from './random.js';
export { endConnection } from './raw-answer.js';
export {
  type Field,
  listOf,
  needed,
  oneOf,
  optional,
  type Read,
  type Reader,
  readObject,
  readText,
  readTexts,
  readTruth,
  readWholeNumber,
} from './read-json.js';
export { type RouteContext, type RunningServer, type ServerOptions, startServer } from './server.js';
export { type AcceptedSocket, acceptSocket } from './sockets.js';
export type { UpgradeHandler } from './upgrade.js';
