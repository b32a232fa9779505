/** Whether this is a name from the IANA time zone database, its old spellings included; an offset such as +02:00 is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Names to choose from. */
export const timeZones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];
