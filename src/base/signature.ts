import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';

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

/** True if `signature` (base64) is the Ed25519 signature of `body` under one of the keys. */
export function ed25519Matches(body: Buffer, signature: string, keys: readonly KeyObject[]): boolean {
  const given = Buffer.from(signature, 'base64');
  return (
    given.length === 64 && keys.some((key) => key.asymmetricKeyType === 'ed25519' && verify(null, body, key, given))
  );
}

/** True if `signature` (base64) is the RSA-SHA256 signature (PKCS#1 v1.5) of `body` under one of the keys. */
export function rsaMatches(body: Buffer, signature: string, keys: readonly KeyObject[]): boolean {
  const given = Buffer.from(signature, 'base64');
  return keys.some((key) => key.asymmetricKeyType === 'rsa' && verify('RSA-SHA256', body, key, given));
}

const LEAST_RSA_BITS = 2048;

/** The public key in a base64 SPKI; null where it is none of that type, or an RSA key too short to be safe. */
export function readPublicKey(spki: string, type: 'ed25519' | 'rsa'): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    const isSafe = type !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;
    return key.asymmetricKeyType === type && isSafe ? key : null;
  } catch {
    return null;
  }
}
