import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519Matches, hmacMatches, readPublicKey, rsaMatches } from '../../src/base/signature.ts';

const BODY = Buffer.from('{"id":"1"}');
const hmac = (secret: string, body = BODY) => createHmac('sha256', secret).update(body).digest('hex');

describe('HMAC-SHA256', () => {
  it('matches under any of the secrets, so that one can be replaced by another', () => {
    expect(hmacMatches(BODY, hmac('old'), ['new', 'old'])).toBe(true);
    expect(hmacMatches(BODY, hmac('new').toUpperCase(), ['new', 'old'])).toBe(true);
  });

  it('does not match without a secret', () => {
    expect(hmacMatches(BODY, hmac(''), [])).toBe(false);
  });

  it.each([
    ['another body', hmac('secret', Buffer.from('{"id":"2"}'))],
    ['another secret', hmac('other')],
    ['nothing', ''],
    ['half of it', hmac('secret').slice(0, 32)],
    ['more than it', `${hmac('secret')}00`],
    ['it and something that is no hex', `${hmac('secret')}zz`],
    ['text', 'not a signature'],
    ['its base64', Buffer.from(hmac('secret'), 'hex').toString('base64')],
  ])('does not match %s', (_, signature) => {
    expect(hmacMatches(BODY, signature, ['secret'])).toBe(false);
  });
});

describe('Ed25519', () => {
  const mine = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const signed = (body: Buffer, key = mine.privateKey) => sign(null, body, key).toString('base64');

  it('matches under any of the keys', () => {
    expect(ed25519Matches(BODY, signed(BODY), [other.publicKey, mine.publicKey])).toBe(true);
  });

  it.each([
    ['another body', signed(Buffer.from('{"id":"2"}'))],
    ['another key', signed(BODY, other.privateKey)],
    ['nothing', ''],
    ['too little', signed(BODY).slice(0, 40)],
    ['text', 'not a signature'],
  ])('does not match %s', (_, signature) => {
    expect(ed25519Matches(BODY, signature, [mine.publicKey])).toBe(false);
  });

  it('does not match without a key', () => {
    expect(ed25519Matches(BODY, signed(BODY), [])).toBe(false);
  });
});

describe('RSA-SHA256', () => {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [mine, other] = [pair(), pair()];
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (body: Buffer, key = mine.privateKey) => sign('RSA-SHA256', body, key).toString('base64');

  it('matches under any of the keys', () => {
    expect(rsaMatches(BODY, signed(BODY), [other.publicKey, mine.publicKey])).toBe(true);
  });

  it.each([
    ['another body', signed(Buffer.from('{"id":"2"}'))],
    ['another key', signed(BODY, other.privateKey)],
    ['another digest', sign('RSA-SHA1', BODY, mine.privateKey).toString('base64')],
    ['nothing', ''],
    ['too little', signed(BODY).slice(0, 40)],
    ['text', 'not a signature'],
  ])('does not match %s', (_, signature) => {
    expect(rsaMatches(BODY, signature, [mine.publicKey])).toBe(false);
  });

  it('does not match without a key, nor under a key of another kind', () => {
    const bySomebody = sign('sha256', BODY, curve.privateKey).toString('base64');

    expect(rsaMatches(BODY, signed(BODY), [])).toBe(false);
    expect(rsaMatches(BODY, bySomebody, [curve.publicKey])).toBe(false);
  });
});

describe('a public key', () => {
  const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64');
  const edwards = generateKeyPairSync('ed25519').publicKey;
  const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey;
  const long = rsa(2048);

  it('is read as what it is', () => {
    expect(readPublicKey(spki(edwards), 'ed25519')?.equals(edwards)).toBe(true);
    expect(readPublicKey(spki(long), 'rsa')?.equals(long)).toBe(true);
  });

  it('of another type, too short or broken is none', () => {
    expect(readPublicKey(spki(edwards), 'rsa')).toBeNull();
    expect(readPublicKey(spki(long), 'ed25519')).toBeNull();
    expect(readPublicKey(spki(rsa(1024)), 'rsa')).toBeNull();
    expect(readPublicKey('no key', 'rsa')).toBeNull();
    expect(readPublicKey('', 'ed25519')).toBeNull();
  });
});
