import { readFileSync } from 'node:fs';
import { certificate } from '../probe/servers.ts';

/*
 * Certificates of an authority whose key was thrown away, made once with `openssl ca -startdate -enddate`. All of them are
 * for the key of tests/probe/key.pem. Dates: valid 2026 to 2125, expired in 2020, not yet valid before 2120.
 */

function read(name: string): Buffer {
  return readFileSync(new URL(`certificates/${name}.pem`, import.meta.url));
}

/** Who vouches for all but the self-signed one. */
export const authority = read('authority').toString();

const { key } = certificate;

export const certificates = {
  /** For `*.shop.example`. */
  valid: { key, cert: read('valid') },
  expired: { key, cert: read('expired') },
  notYetValid: { key, cert: read('not-yet-valid') },
  /** For `other.example`. */
  wrongHost: { key, cert: read('wrong-host') },
  /** For `localhost`, and nobody vouches for it. */
  selfSigned: certificate,
};
