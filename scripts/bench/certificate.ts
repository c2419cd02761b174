const folder = new URL('../../tests/probe/', import.meta.url);

/** Certificate of `localhost`, for tests alone; whoever visits trusts it by NODE_EXTRA_CA_CERTS. */
export const certificate = new URL('self-signed.pem', folder);

export const certificateKey = new URL('key.pem', folder);
