import { createPath } from '@x/http-core';
import { ChatExchangeError } from './errors.js';

/** Writes a path with values in it. */
export const path: ReturnType<typeof createPath> = (strings, ...values) =>
  createPath('chatexchange', ChatExchangeError)(strings, ...values);
