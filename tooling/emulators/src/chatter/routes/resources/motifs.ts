import { invalidId } from '../../errors.js';
import { toLongId } from '../../ids.js';
import type { JsonObject } from '../../render/json.js';
import { renderMotif } from '../../render/motif.js';
import { forEachId } from '../batch-results.js';
import type { Call, Handlers } from '../call.js';

/** The icons and the colour of a kind of thing. */
export const motifHandlers: Handlers = {
  'GET /connect/motifs/{idOrPrefix}': (call) => ({
    status: 200,
    body: motifOf(call.part('idOrPrefix'), call),
  }),
  'GET /connect/motifs/batch/{idOrPrefixList}': (call) =>
    forEachId(call, 'idOrPrefixList', (idOrPrefix) => motifOf(idOrPrefix, call)),
};

function motifOf(idOrPrefix: string, { context }: Call): JsonObject {
  const isPrefix = /^[\dA-Za-z]{3}$/.test(idOrPrefix);
  if (!isPrefix && toLongId(idOrPrefix) === undefined) throw invalidId(idOrPrefix);
  return renderMotif(idOrPrefix, context);
}
