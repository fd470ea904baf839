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
export { action, readAnyObject, switching } from './actions.js';
export { type BoundedList, createBoundedList } from './bounded-list.js';
export { readFault, readMatch, readPath, readTimes } from './control-input.js';
export { describeRequest } from './control-output.js';
export { createManualClock, createSystemClock, isManualClock } from './clock.js';
export {
  createFrameFaults,
  type FrameFault,
  type FrameFaultRule,
  type FrameFaultRules,
  type FrameFaults,
} from './frame-faults.js';
export { frameFaultActions, frameFaultFields, frameFaultOf } from './frame-fault-actions.js';
export { refuseUpgrade } from './handshake.js';
export type { ControlAction } from './http-control.js';
export { createOutbox, type Outbox } from './outbox.js';
export { maintenancePage } from './plain-answer.js';
export { createRandom, type Random } from './random.js';
export { endConnection } from './raw-answer.js';
export { longestLog } from './request-log.js';
export {
  type Field,
  listOf,
  needed,
  oneOf,
  optional,
  type Read,
  type Reader,
  readHttpStatus,
  readObject,
  readText,
  readTexts,
  readTruth,
  readWholeNumber,
} from './read-json.js';
export { type RouteContext, type RunningServer, type ServerOptions, startServer } from './server.js';
export { type AcceptedSocket, acceptSocket } from './sockets.js';
export type { UpgradeHandler } from './upgrade.js';
