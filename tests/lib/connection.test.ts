import { syncBuiltinESMExports } from 'node:module';
import { BlockList, createServer } from 'node:net';
import os from 'node:os';
import type { buildConnector } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mayConnect } from '../../src/lib/address-guard.ts';
import { guardConnector, hostKey } from '../../src/lib/connection.ts';
import { guardLookup } from '../../src/lib/resolve.ts';
import { listen } from '../probe/servers.ts';

function lookUp(resolve: (host: string) => Promise<string[]>, host = 'shop.example', allowPrivate = false) {
  return new Promise((settle) => {
    const mayUse = (address: string) => mayConnect(address, { allowPrivate, own: new BlockList() });
    guardLookup(resolve, mayUse)(host, { all: true }, (error, found) => settle(error?.code ?? found));
  });
}

function connect(connector: buildConnector.connector, hostname: string, port: number): Promise<string> {
  return new Promise((settle) => {
    connector({ protocol: 'http:', hostname, port: `${port}` }, (error, socket) => {
      socket?.destroy();
      settle(error === null ? 'connected' : ((error as NodeJS.ErrnoException).code ?? error.message));
    });
  });
}

describe('guardLookup', () => {
  it('gives public addresses only', async () => {
    expect(await lookUp(async () => ['10.0.0.1', '8.8.8.8', 'fe80::1'])).toEqual([{ address: '8.8.8.8', family: 4 }]);
  });

  it('refuses a name that resolves inside', async () => {
    expect(await lookUp(async () => ['10.0.0.1', '169.254.169.254'])).toBe('ERR_ADDRESS_REFUSED');
  });

  it('refuses a name that resolves to something else the second time', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const resolve = async () => answers.shift() ?? [];
    expect(await lookUp(resolve)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await lookUp(resolve)).toBe('ERR_ADDRESS_REFUSED');
  });

  it('says when there is no address at all', async () => {
    expect(await lookUp(async () => [])).toBe('ERR_NAME_UNRESOLVED');
    expect(await lookUp(() => Promise.reject(new Error('SERVFAIL')))).toBe('ERR_NAME_UNRESOLVED');
  });

  it.each(['localhost', 'LOCALHOST.', 'shop.localhost'])(
    'takes %s for loopback whatever a name server says',
    async (host) => {
      expect(await lookUp(async () => ['8.8.8.8'], host)).toBe('ERR_ADDRESS_REFUSED');
      expect(await lookUp(async () => ['8.8.8.8'], host, true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
    },
  );
});

describe('guardConnector', () => {
  const policy = {
    mayBePrivate: () => false,
    resolve: async () => ['8.8.8.8'],
    connectMs: 5_000,
  };

  it('looks at the connected socket itself: a resolver that lies is not enough', async () => {
    const accepted: unknown[] = [];
    const port = await listen(createServer((socket) => accepted.push(socket)));
    const { buildConnector } = await import('undici');
    const misled: typeof buildConnector = () => (options, callback) =>
      buildConnector({})({ ...options, hostname: '127.0.0.1' }, callback);
    expect(await connect(guardConnector(policy, misled), 'shop.example', port)).toBe('ERR_ADDRESS_REFUSED');
    expect(accepted).toHaveLength(1);
  });

  it('allows a private address for one host and port, and for no other', async () => {
    const [own, other] = [await listen(createServer()), await listen(createServer())];
    const connector = guardConnector({ ...policy, mayBePrivate: (host) => host === `127.0.0.1:${own}` });
    expect(await connect(connector, '127.0.0.1', own)).toBe('connected');
    expect(await connect(connector, '127.0.0.1', other)).toBe('ERR_ADDRESS_REFUSED');
    expect(await connect(connector, 'localhost', own)).toBe('ERR_ADDRESS_REFUSED');
  });

  it("takes this machine's own public address for a private one", async () => {
    const address = { netmask: '', mac: '', internal: false } as const;
    const claimed = vi.spyOn(os, 'networkInterfaces').mockReturnValue({
      eth0: [{ ...address, family: 'IPv4', address: '8.8.8.8', cidr: '8.8.8.8/24' }],
    });
    syncBuiltinESMExports();
    onTestFinished(() => {
      claimed.mockRestore();
      syncBuiltinESMExports();
    });
    // connects to nobody: it only asks for the address, as net.connect does
    const asking: typeof buildConnector = (options) => (to, callback) => {
      const { lookup } = { lookup: undefined, ...options };
      lookup?.(to.hostname, { all: true }, (error) => callback(error ?? new Error('would connect'), null));
    };
    const answers = async (mayBePrivate: boolean, host: string) =>
      connect(guardConnector({ ...policy, mayBePrivate: () => mayBePrivate }, asking), host, 80);
    expect(await answers(false, 'shop.example')).toBe('ERR_ADDRESS_REFUSED');
    expect(await answers(false, '8.8.8.8')).toBe('ERR_ADDRESS_REFUSED');
    expect(await answers(true, 'shop.example')).toBe('would connect');
  });

  it('fills in the port of the scheme', () => {
    expect(hostKey('https:', 'shop.example', '')).toBe('shop.example:443');
    expect(hostKey('http:', '[::1]', '')).toBe('::1:80');
    expect(hostKey('http:', 'shop.example', '8080')).toBe('shop.example:8080');
  });
});
