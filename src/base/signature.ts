import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';

/** True if `signature` is the hex HMAC-SHA256 of `body` under one of the secrets; compares in constant time. */
export function hmacMatches(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  // Buffer.from reads hex up to the first other character and drops the rest.
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return timingSafeEqual(given, expected);
  });
}

/** True if `signature` (base64) is the Ed25519 signature of `body` under one of the keys (base64 SPKI). */
export function ed25519Matches(body: Buffer, signature: string, spkiKeys: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64');
  if (given.length !== 64) return false;
  return spkiKeys.some((spki) => {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    return verify(null, body, key, given);
  });
}
