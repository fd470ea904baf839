export type {
  ChatterControl,
  ChatterCredentials,
  ChatterEmulatorOptions,
  NewUser,
  PostSnapshot,
} from './options.js';
export type { Distortion } from './distort.js';
export type { DistortionRule } from './distortions.js';
export type { AppSettings, RegisteredApp } from './oauth/apps.js';
export type { InstanceMove, OAuthControl } from './oauth/oauth-control.js';
export type { TokenHandler } from './oauth/service.js';
export type { LinkMetadata } from './state/link-metadata.js';
export type { MaintenancePlan, MaintenanceType } from './state/maintenance.js';
export type { SessionFilter, SessionRefusal } from './sessions.js';
export { featuresOff } from './routes/data.js';
export { startChatterEmulator } from './start.js';
