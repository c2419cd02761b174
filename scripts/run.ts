import { ConfigError, explainSystemError, ScanError } from '../src/lib/errors.ts';

/** Exit codes: 0 done (a no is an answer), 1 something could not be processed, 2 misconfigured. */
export type ExitCode = 0 | 1 | 2;

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Runs a command: prints what stopped it and sets the exit code. */
export async function runCommand(command: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const known = error instanceof ScanError;
    console.error(known ? error.message : (explainSystemError(error) ?? error));
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
}
