import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "slipway-cli-"));

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const settings = { cwd: folder, env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...env } };
    execFile(command, args, settings, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ status, stdout, stderr });
    });
  });
}
const slipway = (...args: string[]): Promise<Run> => run(process.execPath, ["--conditions=source", cli, ...args]);
const git = (...args: string[]): Promise<Run> =>
  run("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...args]);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const service = (port: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - { name: http, port: ${port} }
`;

beforeAll(async () => {
  write(
    "argocd/web.yaml",
    `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: default
  source: { repoURL: https://example.com/this.git, path: web, targetRevision: HEAD }
  destination: { server: https://kubernetes.default.svc, namespace: web }
`,
  );
  write("web/kustomization.yaml", "resources: [service.yaml]\n");
  write("web/service.yaml", service("80"));
  // The Service has no pods: what it is about here is the command line.
  write("slipway.yaml", 'rules: { "wiring/*": off }\n');
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--message=first");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it("validates the folder it stands in, and is content with a sound one", async () => {
    const { status, stdout, stderr } = await slipway("validate", "--no-cache", "--offline");
    expect(stderr).toBe("");
    expect(stdout).toContain("web");
    expect(stdout).toMatch(/0 errors|no findings|nothing/i);
    expect(status).toBe(0);
  });

  it("exits with 1 and names file, line and column of a mistake", async () => {
    write("web/service.yaml", service("eighty"));
    const { status, stdout } = await slipway("--no-cache", "--offline");
    write("web/service.yaml", service("80"));
    expect(stdout).toMatch(/web\/service\.yaml:8:\d+ error schema\/invalid/);
    expect(status).toBe(1);
  });

  it("shows what a change does to the resources", async () => {
    write("web/service.yaml", service("81"));
    const { status, stdout } = await slipway("diff", "--base", "main", "--no-cache", "--offline", "--format", "json");
    write("web/service.yaml", service("80"));
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({
      base: { ref: "main" },
      changes: [{ application: "web", kind: "changed", resource: { kind: "Service", name: "web", namespace: "web" } }],
    });
    expect(status).toBe(0);
  });

  it("renders one Application as manifests that mean the same to Kubernetes", async () => {
    write("web/service.yaml", service("80").replace("app: web", 'app: "off"'));
    const { status, stdout } = await slipway("render", "web", "--no-cache", "--offline");
    write("web/service.yaml", service("80"));
    expect(stdout).toContain("kind: Service\n");
    expect(stdout).toContain("namespace: web\n");
    expect(stdout).toContain('app: "off"\n');
    expect(status).toBe(0);
  });

  it("is content with a reader that has read enough", async () => {
    const command = `"${process.execPath}" --conditions=source "${cli}" render --no-cache --offline | true; echo "\${PIPESTATUS[0]}"`;
    expect(await run("bash", ["-c", command])).toEqual({ status: 0, stdout: "0\n", stderr: "" });
  });

  it("says which Applications there are when asked for another", async () => {
    const { status, stderr } = await slipway("render", "wbe", "--no-cache", "--offline");
    expect(stderr).toContain('SLW-USAGE There is no Application "wbe"');
    expect(stderr).toContain("There is: web");
    expect(status).toBe(2);
  });

  it("writes a baseline that hides what is there, and loses what is fixed", async () => {
    write("web/service.yaml", service("eighty"));
    const wrote = await slipway("baseline", "--no-cache", "--offline");
    const hidden = await slipway("--no-cache", "--offline", "--stats");
    write("web/service.yaml", service("80"));
    const fixed = await slipway("--no-cache", "--offline");
    const updated = await slipway("baseline", "--update", "--no-cache", "--offline");
    rmSync(join(folder, ".slipway-baseline.json"));
    expect(wrote.stdout).toMatch(/^wrote \.slipway-baseline\.json: [1-9]\d* findings?\n$/);
    expect(hidden.status).toBe(0);
    expect(hidden.stderr).toMatch(/[1-9]\d* hidden by the baseline/);
    expect(fixed.stdout).toContain("baseline/fixed");
    expect(updated.stdout).toMatch(/[1-9]\d* fixed\n$/);
  }, 120_000);

  it("explains rules and codes without loading an engine", async () => {
    expect((await slipway("explain", "yaml/duplicate-key")).stdout).toContain("docs/rules/yaml-duplicate-key.md");
    expect((await slipway("explain", "effect/rejected")).stdout).toContain("docs/effects.md#rejected");
    expect((await slipway("explain", "slw-base")).stdout).toContain("fetch-depth");
    expect(await slipway("explain", "yaml/nonsense")).toMatchObject({ status: 2 });
  });

  it.each([
    [["--fail-on", "fatal"], "Allowed choices are error, warning, never"],
    [["validate", "--bass", "main"], "Did you mean --base?"],
    [["--kubernetes-version", "latest"], "It should look like 1.36"],
    [["--base", "no-such-branch"], "SLW-BASE"],
    [["--root", "no-such-folder"], "SLW-USAGE"],
  ])("refuses %j in words, with exit code 2", async (args, words) => {
    const { status, stderr } = await slipway(...args, "--offline");
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });
});
