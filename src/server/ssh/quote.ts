/**
 * A command line for the login shell on the other side: ssh joins its arguments with spaces and leaves them to that shell. Inside single
 * quotes nothing is special to a POSIX shell but the quote itself.
 */
export const commandLine = (argv: readonly string[]): string =>
  argv.map((word) => (/^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");
