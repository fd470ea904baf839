import { rawErrorCodes } from './raw.js';

/** The codes that the platform documents for refused calls. */
export const errorCodes: readonly string[] = rawErrorCodes.exceptionCodes;

/** Codes that calls about records answer as well. */
export const recordErrorCodes: readonly string[] = rawErrorCodes.restforceExtra;
