export {
  type ChatterControl,
  type ChatterCredentials,
  type ChatterEmulatorOptions,
  type PostSnapshot,
  startChatterEmulator,
} from './chatter/index.js';
export {
  type Clock,
  type Control,
  createManualClock,
  createSystemClock,
  type Emulator,
  type EmulatorOptions,
  type Fault,
  type FaultRule,
  type Faults,
  type ManualClock,
  type RecordedRequest,
  type RequestLog,
  type RequestMatch,
} from './frame/index.js';
export {
  type Delivery,
  type EndUser,
  type IssuedKey,
  type KnownUser,
  type RateLimit,
  type SmoochControl,
  type SmoochCredentials,
  type SmoochEmulatorOptions,
  startSmoochEmulator,
} from './smooch/index.js';
