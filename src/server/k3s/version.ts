import { SlipwayError } from "../../model/error.ts";

/** Parts of `v1.36.2+k3s1`, in the order that they count. */
type Version = readonly [major: number, minor: number, patch: number, build: number];

function parseVersion(text: string): Version {
  const match = /^v(\d+)\.(\d+)\.(\d+)\+k3s(\d+)$/.exec(text);
  if (!match) {
    throw new SlipwayError("SLW-K3S-VERSION", `"${text}" is not a version of k3s`, {
      hint: "A version looks like v1.36.2+k3s1: https://github.com/k3s-io/k3s/releases",
    });
  }
  const [major = 0, minor = 0, patch = 0, build = 0] = match.slice(1).map(Number);
  return [major, minor, patch, build];
}

/** Less than zero when `one` is the older. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [parseVersion(one), parseVersion(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/**
 * Whether a node goes from one version to the other: Kubernetes supports the API server one minor at a time, and never back, because
 * what the newer one stored the older cannot read. https://kubernetes.io/releases/version-skew-policy
 */
export function checkUpgrade(node: string, running: string, declared: string): "same" | "upgrade" {
  const order = compareVersions(running, declared);
  if (order === 0) return "same";
  if (order > 0) {
    throw new SlipwayError("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} is older`, {
      hint: `Declare ${running} or newer. To go back, restore a backup on a new server.`,
    });
  }
  const [[major, minor], [toMajor, toMinor]] = [parseVersion(running), parseVersion(declared)];
  if (toMajor === major && toMinor - minor <= 1) return "upgrade";
  const next = `v${major}.${minor + 1}`;
  throw new SlipwayError("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} skips ${next}`, {
    hint: `One minor at a time: declare the newest ${next} first, apply, then the next.`,
  });
}
