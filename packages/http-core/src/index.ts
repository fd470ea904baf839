export { kindOfStatus, type Answer, type ErrorDescription } from './answer.js';
export type { Auth } from './auth.js';
export {
  createCredential,
  type Credential,
  type CredentialOptions,
  type CredentialStore,
} from './credential.js';
export { encodeFields, type Draft, type Fields, type FieldValue, type RequestBody } from './draft.js';
export {
  isServiceError,
  ServiceError,
  type ErrorKind,
  type ServiceErrorClass,
  type ServiceErrorFacts,
} from './errors.js';
export { createPath, path, segment, type PathValue } from './path.js';
export { createHttp } from './http.js';
export type {
  CallOptions,
  Fetch,
  Http,
  HttpOptions,
  Pace,
  RequestOptions,
  TransportOptions,
} from './http-options.js';
export { neverConnected, type Lost } from './never-connected.js';
export type { HttpEvent, Observe } from './observe.js';
export {
  checkBaseUrl,
  checkNumber,
  checkText,
  isBrowser,
  refuseOptions,
  type RefuseOption,
} from './options.js';
export { paginate, type Pages } from './paginate.js';
export {
  backoffMs,
  retryAfterMs,
  sleep,
  systemClock,
  until,
  type BackoffOptions,
  type Clock,
} from './time.js';
