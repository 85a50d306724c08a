/** PostgreSQL cannot be started here; the message is one line that says what to do about it. */
export class PostgresUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresUnavailable'
  }
}

/** Turns a refusal of the file system into the line a person can act on; any other error is left as it was. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'permission was refused'
      : code === 'EROFS'
        ? 'the disk is read-only'
        : code === 'ENOSPC' || code === 'EDQUOT'
          ? 'the disk is full'
          : code === 'ENOTDIR' || code === 'EEXIST'
            ? 'a file is in the way'
            : undefined
  if (!why) return error
  return new PostgresUnavailable(
    `The database cannot be kept in ${folder}: ${why}. Put that right, or name another folder with THROUGHLINE_DATA.`,
    { cause: error },
  )
}
