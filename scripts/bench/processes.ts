import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** A script of this folder in a process of its own that answers one message at a time. */
export interface Helper {
  ask<T>(message: unknown, answer: z.ZodType<T>): Promise<T>;
  end(): void;
}

function receive(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A process of the benchmark ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

export function openHelper(script: string, env: NodeJS.ProcessEnv = {}): Helper {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(file, { env: { ...process.env, ...env }, serialization: 'advanced' });
  return {
    async ask(message, answer) {
      const received = receive(child);
      child.send(message as object);
      return answer.parse(await received);
    },
    end: () => child.disconnect(),
  };
}
