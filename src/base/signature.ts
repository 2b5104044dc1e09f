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

/** True if `signature` (base64) is the Ed25519 signature of `body` under one of the keys (base64 SPKI). */
export function ed25519Matches(body: Buffer, signature: string, spkiKeys: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64');
  if (given.length !== 64) return false;
  return spkiKeys.some((spki) => verify(null, body, readKey(spki), given));
}

/** True if `signature` (base64) is the RSA-SHA256 signature (PKCS#1 v1.5) of `body` under one of the keys (base64 SPKI). */
export function rsaMatches(body: Buffer, signature: string, spkiKeys: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64');
  return spkiKeys.some((spki) => {
    const key = readKey(spki);
    return key.asymmetricKeyType === 'rsa' && verify('RSA-SHA256', body, key, given);
  });
}

/** True if the text is an RSA public key (base64 SPKI) of a length that still counts as safe. */
export function isRsaKey(spki: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = readKey(spki);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;
  } catch {
    return false;
  }
}

const LEAST_RSA_BITS = 2048;

function readKey(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
}
