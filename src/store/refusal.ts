/** Why a database cannot be used. */
export type RefusalReason =
  | 'locked'
  | 'newer'
  | 'unreachable'
  | 'unwritable'
  | 'damaged'
  | 'unknown';

/**
 * What an error on opening means and what to do about it.
 *
 * @returns `undefined` for an error that is none of the expected ones: a bug
 */
export function refusalOf(
  error: unknown,
  shown: string,
): { readonly reason: RefusalReason; readonly message: string } | undefined {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return {
      reason: 'locked',
      message: `The database ${shown} is held by another Media Desk: stop that one first, or use PostgreSQL (DATABASE_URL=postgres://…) to run several`,
    };
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return {
      reason: 'damaged',
      message: `The file ${shown} is not a sound database: restore a backup, or move it away to begin anew`,
    };
  if (
    /^(SQLITE_(READONLY|CANTOPEN|PERM|FULL|IOERR|AUTH)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|ENOENT|EISDIR)/.test(
      code,
    )
  )
    return {
      reason: 'unwritable',
      message: `The database ${shown} cannot be written (${code}): give this user the right to write the file and its folder, or free some space`,
    };
  if (
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/.test(code) ||
    /timeout|terminated/i.test(said)
  )
    return {
      reason: 'unreachable',
      message: `PostgreSQL at ${shown} does not answer (${code || said}): check DATABASE_URL and that the server runs`,
    };
  // 28: who you are; 3D: no such database; 57P03: starting up; 53300: too many connections.
  if (/^(28|3D|57P|53)/.test(code))
    return {
      reason: 'unreachable',
      message: `PostgreSQL at ${shown} refused (${said}): check the user, password and database in DATABASE_URL`,
    };
  if (code === '42501')
    return {
      reason: 'unwritable',
      message: `PostgreSQL at ${shown} lets this user make no tables (${said}): grant it CREATE on the schema`,
    };
  return undefined;
}

/** Why a database that was open takes nothing now, in words that hold nothing of what was written. */
export function whyNotWritten(error: unknown): string {
  const code = codeOf(error);
  // 53100: PostgreSQL's disk is full; 25006: it is read-only, as a standby is.
  if (/^(SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|53100)/.test(code)) return 'its disk is full';
  if (/^(SQLITE_READONLY|EROFS|25006)/.test(code)) return 'it is read-only';
  return 'it does not answer';
}

const codeOf = (error: unknown): string => {
  // Several addresses of one host fail together, as one error without a code of its own.
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  // libsql says why a file cannot be opened only by SQLite's number at the end of its message.
  const number = /local database .*: (\d+)"?\)?$/.exec(error.message)?.[1];
  return number === undefined ? '' : (sqliteCodes[number] ?? 'SQLITE_CANTOPEN');
};

/** https://www.sqlite.org/rescode.html */
const sqliteCodes: Readonly<Record<string, string>> = {
  '5': 'SQLITE_BUSY',
  '8': 'SQLITE_READONLY',
  '11': 'SQLITE_CORRUPT',
  '14': 'SQLITE_CANTOPEN',
  '26': 'SQLITE_NOTADB',
};
