import { parseConstraint, satisfies } from "./constraint.ts";
import { compareVersions, isStrictVersion, parseVersion } from "./version.ts";

/** The outcome of looking for a version: `version` as published, or why there is none. */
export type Selection = { version: string } | { absent: string };

const listed = 5;

function newest(versions: readonly string[]): string {
  const parsed = versions.flatMap((version) => parseVersion(version) ?? []);
  const names = parsed.toSorted((a, b) => compareVersions(b, a)).map(({ original }) => original);
  if (names.length === 0) return "none of its versions can be read";
  return `its newest ${names.length === 1 ? "version is" : "versions are"} ${names.slice(0, listed).join(", ")}`;
}

/**
 * The version that `helm pull --version WANTED` takes: the exact string if it is published, else the highest that
 * satisfies the constraint; an empty string asks for the newest stable one.
 * Source: helm.sh/helm/v4 pkg/repo/v1 `IndexFile.Get`; argo-cd v3 util/versions `MaxVersion`.
 */
export function selectVersion(published: readonly string[], wanted: string): Selection {
  if (wanted !== "" && published.includes(wanted)) return { version: wanted };
  const constraint = parseConstraint(wanted === "" ? "*" : wanted);
  if (!constraint) return { absent: `"${wanted}" is neither a published version nor a version constraint` };
  const matching = published
    .flatMap((text) => parseVersion(text) ?? [])
    .filter((version) => satisfies(version, constraint))
    // A full version goes before a floating tag of the same value, such as 1.2.0 before v1.2 in a registry.
    .toSorted(
      (a, b) => compareVersions(b, a) || Number(isStrictVersion(b.original)) - Number(isStrictVersion(a.original)),
    );
  const best = matching[0];
  if (best) return { version: best.original };
  const asked = wanted === "" ? "there is no stable version" : `no version satisfies "${wanted}"`;
  return { absent: published.length === 0 ? `${asked}, nothing is published` : `${asked}; ${newest(published)}` };
}
