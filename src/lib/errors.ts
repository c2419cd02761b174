/** A named failure: says what happened, why, and what to do; keeps its cause. Subject: a site id, a source id or a file. */
export class ScanError extends Error {
  override name = 'ScanError';
  readonly subject: string;
  readonly url: string | null;

  constructor(subject: string, message: string, options: { url?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.subject = subject;
    this.url = options.url ?? null;
  }
}

/** sites.yaml cannot be used as it is: the message lists every issue with line and column. */
export class ConfigError extends ScanError {
  override name = 'ConfigError';
}

/** A source did not answer, or answered with an error. */
export class UnreachableError extends ScanError {
  override name = 'UnreachableError';
  /** Of the answer; null where there was none. */
  readonly status: number | null;

  constructor(subject: string, message: string, options: { url?: string; cause?: unknown; status?: number } = {}) {
    super(subject, message, options);
    this.status = options.status ?? null;
  }
}

/** A source or a stored file answered in another shape than documented: the message names the path in the document. */
export class InvalidResponseError extends ScanError {
  override name = 'InvalidResponseError';
}

/** Whether an error of the system has one of these codes: `ENOENT`, `EEXIST` ... */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

/** What to do about what the system refused, by its code. */
const systemRemedies: Readonly<Record<string, string>> = {
  ENOSPC: 'free space on the disk',
  EDQUOT: 'free space within your quota',
  EACCES: 'give the user that runs this the right to write there',
  EPERM: 'give the user that runs this the right to write there',
  EROFS: 'let the folder be on a file system that can be written',
  EMFILE: 'allow this user more open files (ulimit -n)',
};

/** What the system refused to do with a file, with its remedy; null for any other error. */
export function explainSystemError(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error) || typeof error.code !== 'string') return null;
  // of the network
  if ('address' in error || 'hostname' in error) return null;
  const remedy = systemRemedies[error.code] ?? 'look at the disk and at the rights on this file';
  return `${error.message}. Files that were there are whole. Remedy: ${remedy}, then run it again.`;
}
