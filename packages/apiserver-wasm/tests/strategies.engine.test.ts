import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { goEnvironment, hasGo } from "go-wasm-host/testing";
import { describe, expect, test } from "vitest";

/** Strategies of Kubernetes' registry that the engine leaves out, and why. */
const leftOut: Record<string, string> = {
  "apiserverinternal/storageversion": "no stable version",
  "coordination/leasecandidate": "no stable version",
  "flowcontrol/ensurer": "no registry: it keeps the API server's own objects up to date",
  "lifecycle/eviction": "no stable version",
  "lifecycle/evictionrequest": "no stable version",
  "resource/resourcepoolstatusrequest": "no stable version",
  "scheduling/compositepodgroup": "no stable version",
  "scheduling/podgroup": "no stable version",
  "scheduling/workload": "no stable version",
  "testapigroup/carp": "served in tests",
};

const version = "v1.37.2";

describe.skipIf(!hasGo())(`the registry of Kubernetes ${version}`, () => {
  const go = (...args: string[]) => execFileSync("go", args, { env: goEnvironment(), encoding: "utf8" });
  const { Dir }: { Dir: string } = JSON.parse(go("mod", "download", "-json", `k8s.io/kubernetes@${version}`));
  const registry = join(Dir, "pkg/registry");
  const strategies = readdirSync(registry, { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^/]+\/[^/]+\/[a-z_]*strategy\.go$/.test(file))
    .map((file) => file.split("/").slice(0, 2).join("/"));
  const source = readFileSync(new URL("../go/review/strategies.go", import.meta.url), "utf8");
  const used = [...source.matchAll(/"k8s\.io\/kubernetes\/pkg\/registry\/([^"]+)"/g)].map(([, path = ""]) => path);

  test("has no strategy that is forgotten", () => {
    expect(strategies.length).toBeGreaterThan(60);
    expect([...new Set([...used, ...Object.keys(leftOut)])].toSorted()).toEqual([...new Set(strategies)].toSorted());
  });

  test("serves no stable version of what is left out", () => {
    const unstable = Object.keys(leftOut).filter((path) => leftOut[path] === "no stable version");
    const stable = unstable.filter((path) => {
      const [group = "", kind = ""] = path.split("/");
      const folder = join(Dir, "pkg/apis", group);
      const versions = readdirSync(folder).filter((name) => /^v\d+$/.test(name));
      const plural = new RegExp(`\\b${kind}`, "i");
      return versions.some((name) =>
        readdirSync(join(folder, name)).some(
          (file) => file.endsWith("conversion.go") && plural.test(readFileSync(join(folder, name, file), "utf8")),
        ),
      );
    });
    expect(stable).toEqual([]);
  });
});
