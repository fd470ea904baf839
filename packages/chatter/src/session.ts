import type { TransportOptions } from '@x/http-core';
import type { KeepTokens } from '@x/http-core/oauth';
import type { ChatterTokens } from './tokens.js';

/**
 * What keeps tokens beyond the program that got them. All of them are to be saved, since Salesforce may give a new refresh
 * token and move the org.
 */
export interface SessionOptions extends TransportOptions, KeepTokens<ChatterTokens> {}
