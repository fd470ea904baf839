import type { ResultMeta } from '../types/result.js';

/** Puts beside an answer what is known of it, where neither a loop nor JSON sees it. */
export function withMeta(data: object, { status, headers }: Response, attempt: number): object {
  const { warning, response_metadata: metadata } = data as Words;
  const warnings = [
    ...listOf(metadata?.warnings),
    ...(typeof warning === 'string' ? warning.split(',') : []),
  ];
  const meta: ResultMeta = {
    status,
    attempt,
    warnings: [...new Set(warnings)],
    messages: listOf(metadata?.messages),
    ...optional('requestId', headers.get('x-slack-req-id')),
    ...optional('scopes', namesIn(headers.get('x-oauth-scopes'))),
    ...optional('acceptedScopes', namesIn(headers.get('x-accepted-oauth-scopes'))),
  };
  return Object.defineProperty(data, 'meta', { value: meta, enumerable: false });
}

interface Words {
  readonly warning?: unknown;
  readonly response_metadata?: { readonly warnings?: unknown; readonly messages?: unknown } | null;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function namesIn(header: string | null): string[] | null {
  return header === null
    ? null
    : header
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
}

function optional<Name extends string, Value>(name: Name, value: Value | null): { [K in Name]?: Value } {
  return value === null ? {} : ({ [name]: value } as { [K in Name]?: Value });
}
