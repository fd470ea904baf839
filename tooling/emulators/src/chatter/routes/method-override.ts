/** The methods that any resource has. */
export const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE']);

/** The method of a request: a POST may say in `_HttpMethod` what it stands for. Name and value are case-sensitive. */
export function methodOf(request: Request): string {
  if (request.method !== 'POST') return request.method;
  const override = new URL(request.url).searchParams.get('_HttpMethod');
  return override !== null && methods.has(override) ? override : request.method;
}
