import { encodeFields } from '@x/http-core';
import { callOf, nodeBehind, shortPath, type ChainCall, type ChainClient } from '../chain.js';
import { refuse } from '../refuse.js';
import type { Part } from '../upload/multipart.js';
import { binaryPartName, describeFile } from '../upload/part-names.js';
import { nameOf, openSource } from '../upload/source.js';
import { binaryPart } from '../upload/send-multipart.js';
import type { Call } from './call.js';

/** One call of a batch as it is sent. */
export interface Subrequest {
  readonly method: string;
  /** From the version on. */
  readonly url: string;
  readonly richInput?: unknown;
  readonly binaryPartName?: string;
  readonly binaryPartNameAlias?: string;
}

/** One call of a batch, and what it is called in errors. */
export interface PreparedCall {
  readonly title: string;
  readonly reads: boolean;
  readonly subrequest: Subrequest;
  readonly file?: Part;
}

/** Makes ready one item of a batch of a client: a call, or a node that is to be got. */
export async function prepareCall(
  client: ChainClient,
  item: Call<unknown> | object,
  index: number,
): Promise<PreparedCall> {
  const own = nodeBehind(item);
  const { node = item, method = 'GET', input, options = {} } = own ? {} : (item as Partial<Call<unknown>>);
  const behind = own ?? nodeBehind(node);
  if (!behind) refuse(`item ${index + 1} of the batch is no chain, and none that call() describes`);
  const { path } = behind;
  if (behind.client.http !== client.http) refuse(`item ${index + 1} of the batch belongs to another client`);
  const { file, fileName = file && nameOf(file), query } = options;
  const alias = binaryPartName(path);
  const body = file ? describeFile(path, fileName ?? 'file', input) : input;
  const name = `file${index + 1}`;
  return {
    title: `${method} ${shortPath(path)}`,
    reads: method === 'GET',
    subrequest: {
      ...subrequestOf(behind.client.prepare(callOf(path, method, body, { query }))),
      ...(file && { binaryPartName: name, binaryPartNameAlias: alias }),
    },
    ...(file && { file: binaryPart(name, fileName ?? 'file', await openSource(file, undefined)) }),
  };
}

function subrequestOf({ method, path, query, form, json }: ChainCall): Subrequest {
  const fields = encodeFields(new URLSearchParams(), { ...query, ...form }).toString();
  const url = path.replace('/services/data', '');
  return {
    // As the service's own examples write it.
    method: method.charAt(0) + method.slice(1).toLowerCase(),
    url: fields === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${fields}`,
    ...(json !== undefined && { richInput: json }),
  };
}
