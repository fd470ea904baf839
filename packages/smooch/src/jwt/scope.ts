/** What a key opens, as its id tells. */
export function scopeOf(keyId: string): 'account' | 'app' | 'integration' {
  if (/^(act|svc)_/.test(keyId)) return 'account';
  return keyId.startsWith('int_') ? 'integration' : 'app';
}
