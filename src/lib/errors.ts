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
