import library, { isNetworkError as isNetwork } from 'ky';
import type { KyOptions } from './ky-options.js';

/** ky itself. */
export const ky: (input: string, options: KyOptions) => Promise<unknown> = library;

/** Whether an error says that there was no answer. */
export const isNetworkError: (error: unknown) => boolean = isNetwork;
