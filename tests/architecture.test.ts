import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Which rooms of src/ each room may import; docs/architecture.md draws the same arrows. */
const arrows: Record<string, readonly string[]> = {
  model: [],
  yaml: ["model"],
  tree: ["model"],
  engine: ["model", "tree"],
  gitops: ["model", "yaml", "tree", "engine"],
  environment: ["model"],
  hetzner: ["model", "environment"],
  server: ["model", "environment"],
  checks: ["model", "yaml", "tree", "engine", "gitops", "environment"],
  diff: ["model"],
  report: ["model"],
  github: ["model", "report"],
  run: ["model", "yaml", "tree", "engine", "gitops", "environment", "checks", "diff", "package.json", "src/rules.ts"],
  cluster: ["model", "tree", "gitops", "environment", "diff", "report"],
  rollback: ["model", "gitops", "github"],
  bootstrap: ["model", "tree", "gitops", "environment", "cluster", "run", "src/render-only.ts"],
  cli: [
    "model",
    "gitops",
    "report",
    "run",
    "environment",
    "tree",
    "hetzner",
    "server",
    "package.json",
    "src/environments.ts",
    "src/hetzner-access.ts",
    "cluster",
    "bootstrap",
    "src/bootstrap.ts",
    "src/status.ts",
    "src/rollback.ts",
    "src/download.ts",
    "src/k3s-lock.ts",
    "rollback",
    "src/lock.ts",
    "src/provision.ts",
    "src/provisioned-cluster.ts",
    "src/repository-label.ts",
    "src/render-only.ts",
    "src/rules.ts",
    "src/sweep.ts",
    "src/teardown.ts",
    "src/validate.ts",
  ],
};

/** Packages that only one place may import. */
const reserved: Record<string, (file: string) => boolean> = {
  "@actions/core": (file) => file.startsWith("actions/"),
  "@actions/github": (file) => file.startsWith("src/github/"),
  "@actions/artifact": (file) => file.startsWith("src/github/"),
  "@octokit/": (file) => file.startsWith("src/github/"),
  "hcloud-emulator": (file) => file === "src/cli/dev-command.ts" || file.endsWith(".fixture.ts"),
};

const imports = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(folder, file));
}

function imported(file: string): string[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(imports)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
const target = (file: string, specifier: string): string =>
  relative(root, fileURLToPath(new URL(specifier, new URL(`file://${join(root, file)}`))));

describe("the arrows between rooms", () => {
  const files = [...sources("src"), ...sources("actions")];

  it("are drawn for every room there is", () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  it("point one way", () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      if (room === undefined) return [];
      return imported(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => target(file, specifier))
        .filter((to) => roomOf(to) !== room && !arrows[room]?.includes(roomOf(to) ?? to))
        .map((to) => `${file} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it("have no cycle", () => {
    const reaches = (from: string, seen: Set<string>): Set<string> => {
      for (const to of arrows[from] ?? []) if (!seen.has(to)) reaches(to, seen.add(to));
      return seen;
    };
    expect(Object.keys(arrows).filter((room) => reaches(room, new Set()).has(room))).toEqual([]);
  });

  it("keep some packages to one place", () => {
    const wrong = files.flatMap((file) =>
      imported(file)
        .filter((specifier) =>
          Object.entries(reserved).some(([name, allowed]) => specifier.startsWith(name) && !allowed(file)),
        )
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});
