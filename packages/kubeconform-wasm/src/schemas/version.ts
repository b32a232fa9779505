/** A Kubernetes version whose minor no bundled schema covers. */
export class UnknownVersionError extends Error {
  override readonly name = "UnknownVersionError";
  readonly bundled: readonly string[];

  constructor(declared: string, bundled: readonly string[]) {
    const minors = bundled.map((version) => version.split(".").slice(0, 2).join("."));
    super(
      `no schemas for Kubernetes ${JSON.stringify(declared)}; bundled are ${minors.join(", ")} (the newest patch of each)`,
    );
    this.bundled = bundled;
  }
}

/**
 * The bundled version of the minor that `declared` names: "1.36", "1.36.2", "v1.36.2+k3s1" and "1.36.0-rc.1" all get the newest
 * 1.36. Schemas do not change within a minor, apart from corrections, so the newest patch is the best description of all.
 */
export function nearestVersion(declared: string, bundled: readonly string[]): string {
  const minor = /^v?(\d+\.\d+)(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?$/.exec(declared.trim())?.[1];
  const found = bundled.find((version) => minor !== undefined && version.startsWith(`${minor}.`));
  if (found === undefined) throw new UnknownVersionError(declared, bundled);
  return found;
}
