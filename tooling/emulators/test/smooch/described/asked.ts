import { bearer, type Answer, type Api, type CallOptions } from '../support.js';
import type { Operation } from './description.js';

/** What an operation is asked with. */
export interface Asked {
  /** What stands in the path in place of each name. The app is the seeded one unless told. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly form?: FormData;
  readonly authorization?: string | null;
}

/** Asks with a token of the account, which reaches everything, unless told otherwise. */
export async function ask({ emulator, call }: Api, operation: Operation, asked: Asked): Promise<Answer> {
  const {
    at = {},
    query = {},
    json,
    form,
    authorization = await bearer(emulator.control.accountKey, { scope: 'account' }),
  } = asked;
  const places: Readonly<Record<string, string>> = { appId: emulator.credentials.appId, ...at };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`${operation.name} is asked without ${name}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  const how: CallOptions = {
    authorization,
    ...(json === undefined ? {} : { json }),
    ...(form === undefined ? {} : { form }),
  };
  return call(operation.method, search === '' ? path : `${path}?${search}`, how);
}
