import { hasCode } from './errors.ts';

/** Whether a process of this number runs on this computer. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return hasCode(error, 'EPERM');
  }
}
