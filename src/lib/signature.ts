import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { ConfigError } from './errors.ts';

/** A key that signs what is published, and its public half as PEM. */
export interface Signer {
  /** Ed25519 over the bytes of a text, in base64. */
  sign: (text: string) => string;
  publicKey: string;
}

function readKey(pem: string, variable: string): KeyObject {
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The cause would print parts of the key.
  }
  throw new ConfigError(
    variable,
    `${variable} holds no Ed25519 private key in PEM. Remedy: make one with "openssl genpkey -algorithm ed25519", or leave it out.`,
  );
}

/** Opens a private key in PEM (PKCS #8). Throws ConfigError, which never shows the key. */
export function openSigner(pem: string, variable: string): Signer {
  const key = readKey(pem, variable);
  return {
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}
