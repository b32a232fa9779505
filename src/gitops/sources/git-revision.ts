import { parseConstraint, satisfies } from "./constraint.ts";
import { compareVersions, parseVersion } from "./version.ts";

/** A ref as `git ls-remote` lists it; `commit` is peeled for an annotated tag. */
export interface RemoteRef {
  name: string;
  commit: string;
}

/** What a revision means: a commit, the start of one (which no list of refs can resolve), or nothing. */
export type GitRevision = { commit: string; ref?: string } | { abbreviated: string } | { absent: string };

const fullCommit = /^[0-9a-f]{40}$/i;
const abbreviatedCommit = /^[0-9a-f]{7,39}$/i;
const tagPrefix = "refs/tags/";
const shortPrefixes = ["refs/heads/", tagPrefix, "refs/remotes/", "refs/"];
const peeled = "^{}";

/** Whether a revision names a commit in full, so that nothing needs to be asked. */
export function isCommit(revision: string): boolean {
  return fullCommit.test(revision);
}

/** Reads `git ls-remote`: the line of an annotated tag is followed by one for the commit it points to. */
export function parseRemoteRefs(text: string): RemoteRef[] {
  const refs = new Map<string, RemoteRef>();
  for (const line of text.split("\n")) {
    const [commit = "", name = ""] = line.split("\t");
    if (!fullCommit.test(commit) || name === "") continue;
    const ref = name.endsWith(peeled) ? name.slice(0, -peeled.length) : name;
    refs.set(ref, { name: ref, commit });
  }
  return [...refs.values()];
}

function newestTag(tags: readonly string[], revision: string): string | undefined {
  const constraint = parseVersion(revision) ? undefined : parseConstraint(revision);
  if (!constraint) return undefined;
  const versions = tags.flatMap((tag) => parseVersion(tag) ?? []).filter((version) => satisfies(version, constraint));
  return versions.toSorted((a, b) => compareVersions(b, a))[0]?.original;
}

/**
 * Finds what a `targetRevision` means, in Argo CD's order: full commit, version constraint over the tags, the first
 * branch or tag of that name, abbreviated commit. An empty revision is HEAD.
 * Source: argo-cd v3 util/git/client.go `lsRemote`, util/versions `MaxVersion`.
 */
export function resolveRevision(refs: readonly RemoteRef[], revision: string): GitRevision {
  if (isCommit(revision)) return { commit: revision.toLowerCase() };
  const tags = refs.flatMap(({ name }) => (name.startsWith(tagPrefix) ? [name.slice(tagPrefix.length)] : []));
  const wanted = newestTag(tags, revision) ?? (revision === "" ? "HEAD" : revision);
  const names = new Set([wanted, ...shortPrefixes.map((prefix) => prefix + wanted)]);
  const ref = refs.find(({ name }) => names.has(name));
  if (ref) return { commit: ref.commit, ref: ref.name };
  if (abbreviatedCommit.test(revision)) return { abbreviated: revision.toLowerCase() };
  return { absent: `it has no branch, tag or commit "${wanted}"` };
}
