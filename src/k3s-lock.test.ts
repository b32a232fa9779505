import { describe, expect, it } from "vitest";
import { type Environment, environmentSchema } from "./environment/schema.ts";
import { k3sVersions, planK3sLock } from "./k3s-lock.ts";
import { SlipwayError } from "./model/error.ts";
import { formatK3sLock, parseK3sLock } from "./server/k3s/lock-file.ts";
import type { PinnedRelease } from "./server/k3s/lock.ts";

const [older, newer] = ["v1.35.6+k3s1", "v1.36.2+k3s1"];
const release = (digit: string): PinnedRelease => {
  const file = (name: string) => ({ url: `https://mirror.example/${name}`, sha256: digit.repeat(64) });
  return { installer: file("install.sh"), binaries: { amd64: file("k3s"), arm64: file("k3s-arm64") } };
};
const environment = (name: string, provider: "hetzner" | "none", version: string): Environment =>
  environmentSchema.parse({
    apiVersion: "slipway.dev/v1alpha1",
    kind: "Environment",
    metadata: { name },
    spec: {
      server:
        provider === "none" ? { provider } : { provider, locations: ["nbg1"], types: ["cx23"], image: "debian-13" },
      kubernetes: { version },
      argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
    },
  });

describe("the lock file of k3s", () => {
  it("has the versions that slipway installs, each once", () => {
    const all = [
      environment("dev", "hetzner", newer),
      environment("production", "hetzner", newer),
      environment("local", "none", older),
    ];
    expect(k3sVersions(all)).toEqual([newer]);
  });

  it("gets what is missing, keeps what is pinned, and loses what nobody declares", async () => {
    const asked: string[] = [];
    const pin = (version: string): Promise<PinnedRelease> => {
      asked.push(version);
      return Promise.resolve(release("b"));
    };
    const current = { releases: { "v1.34.1+k3s1": release("0"), [older]: release("a") } };
    const { lock, changes } = await planK3sLock({ current, versions: [older, newer], pinned: "keep" }, pin);
    expect(asked).toEqual([newer]);
    expect(lock).toEqual({ releases: { [older]: release("a"), [newer]: release("b") } });
    expect(changes).toEqual([
      { kind: "kept", name: `k3s ${older}` },
      {
        kind: "added",
        name: `k3s ${newer}`,
        to: "amd64 bbbbbbbbbbbb, arm64 bbbbbbbbbbbb, installer bbbbbbbbbbbb",
      },
      { kind: "removed", name: "k3s v1.34.1+k3s1" },
    ]);
  });

  it("says what a release became that is read anew", async () => {
    const current = { releases: { [older]: release("a"), [newer]: release("b") } };
    const wish = { current, versions: [older, newer], pinned: "read anew" } as const;
    const { changes } = await planK3sLock(wish, () => Promise.resolve(release("b")));
    expect(changes.map(({ kind }) => kind)).toEqual(["updated", "kept"]);
    expect(changes[0]?.from).toContain("amd64 aaaaaaaaaaaa");
    expect(changes[0]?.to).toContain("amd64 bbbbbbbbbbbb");
  });

  it("makes up nothing for a release that cannot be read, and keeps what was pinned of it", async () => {
    const offline = (): Promise<PinnedRelease> => Promise.reject(new SlipwayError("SLW-SOURCE", "no way there"));
    const current = { releases: { [older]: release("a") } };
    const wish = { current, versions: [older, newer], pinned: "read anew" } as const;
    const { lock, changes } = await planK3sLock(wish, offline);
    expect(lock).toEqual(current);
    expect(changes).toEqual([
      { kind: "failed", name: `k3s ${older}`, reason: "no way there" },
      { kind: "failed", name: `k3s ${newer}`, reason: "no way there" },
    ]);
  });

  it("is read as it was written, and says what is wrong with it otherwise", () => {
    const lock = { releases: { [newer]: release("b"), [older]: release("a") } };
    expect(parseK3sLock(formatK3sLock(lock))).toEqual(lock);
    const shortened = formatK3sLock(lock).replace("b".repeat(64), "b".repeat(63));
    expect(() => parseK3sLock(shortened)).toThrow(/manifests\/k3s\.lock\.yaml: releases\.v1\.36\.2\+k3s1\./);
    expect(() => parseK3sLock("releases: {")).toThrow(/^manifests\/k3s\.lock\.yaml: /);
  });
});
