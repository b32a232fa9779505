import { existsSync } from "node:fs";
import { appendFile, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyLock } from "../../src/gitops/sources.ts";
import type { FetchedGit, Unavailable } from "../../src/gitops/sources.ts";
import { runProcess } from "../../src/gitops/sources/process.ts";
import type { RunProcess } from "../../src/gitops/sources/process.ts";
import { git, makeRepository, startGitServer } from "./git-server.ts";
import { startServer } from "./loopback-server.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const commits = {
  "v1.0.0": { "deploy/app.yaml": "replicas: 1\n" },
  "v1.1.0": { "deploy/app.yaml": "replicas: 2\n" },
  "v2.0.0-rc.1": { "deploy/app.yaml": "replicas: 3\n" },
};
const login = { username: "robot", password: "hunter2hunter2" };
const gitProtocols = ["https", "ssh", "file"] as const;

function show(found: FetchedGit | Unavailable, path: string): string {
  if ("unavailable" in found) throw new Error(found.unavailable);
  return git(found.directory, "show", `${found.commit}:${path}`);
}

describe("a Git source", () => {
  it("is fetched at what its revision means, one commit deep", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    const ids = await makeRepository(remote, commits);
    const { sources } = observedSources(join(scratch.folder, "cache"), { gitProtocols });
    const at = async (revision: string): Promise<FetchedGit | Unavailable> => sources.git(`file://${remote}`, revision);
    expect(await at("main")).toMatchObject({ commit: ids["v2.0.0-rc.1"], locked: false });
    expect(await at("v1.0.0")).toMatchObject({ commit: ids["v1.0.0"] });
    expect(await at("1.x")).toMatchObject({ commit: ids["v1.1.0"] });
    expect(await at(ids["v1.0.0"] ?? "")).toMatchObject({ commit: ids["v1.0.0"], locked: true });
    expect(await at((ids["v1.1.0"] ?? "").slice(0, 8))).toMatchObject({ commit: ids["v1.1.0"] });
    expect(show(await at("v1.0.0"), "deploy/app.yaml")).toBe("replicas: 1");
  });

  it("is fetched shallowly", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    await makeRepository(remote, commits);
    const { sources } = observedSources(join(scratch.folder, "cache"), { gitProtocols });
    const found = await sources.git(`file://${remote}`, "main");
    if ("unavailable" in found) throw new Error(found.unavailable);
    expect(git(found.directory, "rev-list", "--count", found.commit)).toBe("1");
  });

  it("comes from the cache when it is locked, and stays where it is locked", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    const ids = await makeRepository(remote, commits);
    const cache = join(scratch.folder, "cache");
    const repoURL = `file://${remote}`;
    const lock = { ...emptyLock, git: [{ repoURL, revision: "main", commit: ids["v1.0.0"] ?? "" }] };
    await observedSources(cache, { gitProtocols, lock }).sources.git(repoURL, "main");
    const { sources } = observedSources(cache, { gitProtocols, lock, offline: true });
    const found = await sources.git(repoURL, "main");
    expect(found).toMatchObject({ commit: ids["v1.0.0"], locked: true });
    expect(show(found, "deploy/app.yaml")).toBe("replicas: 1");
    expect(await sources.git(repoURL, "v1.1.0")).toMatchObject({
      unavailable: expect.stringContaining("this run is offline"),
    });
  });

  it("does not run hooks and does not fetch submodules", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    await makeRepository(remote, { "v1.0.0": { "a.txt": "a" } });
    await appendFile(join(remote, ".gitmodules"), '[submodule "x"]\n  path = x\n  url = file:///nowhere\n');
    git(remote, "add", ".gitmodules");
    git(remote, "update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},x`);
    git(remote, "commit", "--quiet", "--message", "submodule");
    const template = join(scratch.folder, "template", "hooks");
    const mark = join(scratch.folder, "hook-ran");
    await mkdir(template, { recursive: true });
    for (const hook of ["reference-transaction", "post-checkout", "post-merge"]) {
      await writeFile(join(template, hook), `#!/bin/sh\ntouch ${mark}\n`);
      await chmod(join(template, hook), 0o755);
    }
    await writeFile(
      join(scratch.folder, ".gitconfig"),
      `[init]\n  templateDir = ${join(scratch.folder, "template")}\n`,
    );
    const env = { PATH: process.env["PATH"], HOME: scratch.folder };
    const { sources } = observedSources(join(scratch.folder, "cache"), { gitProtocols, env });
    const found = await sources.git(`file://${remote}`, "main");
    expect(show(found, "a.txt")).toBe("a");
    expect(() => git(scratch.folder, "hash-object", mark)).toThrow("hook-ran");
  });

  it("says in git's words why it cannot be fetched", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    await makeRepository(remote, { "v1.0.0": { "a.txt": "a" } });
    const { sources } = observedSources(join(scratch.folder, "cache"), { gitProtocols });
    expect(await sources.git(`file://${remote}`, "absent")).toMatchObject({
      unavailable: `file://${remote}: it has no branch, tag or commit "absent"`,
    });
    expect(await sources.git(`file://${remote}`, "1".repeat(40))).toMatchObject({
      unavailable: expect.stringMatching(/^fetching file:.* failed: .*(?:not our ref|1111)/),
    });
    expect(await sources.git(`file://${remote}-gone`, "main")).toMatchObject({
      unavailable: expect.stringContaining("failed: "),
    });
    expect(await sources.git("ext::sh -c true", "main")).toMatchObject({
      unavailable: expect.stringContaining("cannot be fetched"),
    });
  });

  it("over HTTP sends credentials to their host, and asks nobody when there are none", async () => {
    await using scratch = await scratchFolder();
    const ids = await makeRepository(join(scratch.folder, "served", "base"), commits);
    await using server = await startGitServer(join(scratch.folder, "served"), { login });
    const repoURL = `${server.url}/base/.git`;
    const { sources } = observedSources(join(scratch.folder, "cache"), {
      credentials: [{ url: server.url, ...login }],
    });
    const found = await sources.git(repoURL, "v1.1.0");
    expect(found).toMatchObject({ commit: ids["v1.1.0"] });
    expect(show(found, "deploy/app.yaml")).toBe("replicas: 2");
    const anonymous = await observedSources(join(scratch.folder, "other")).sources.git(repoURL, "v1.1.0");
    expect(anonymous).toMatchObject({ unavailable: expect.stringMatching(/^reading http:.* failed: /) });
    expect(JSON.stringify(anonymous)).not.toContain(login.password);
  });

  it("is fetched by name, or as a whole, where the server refuses to give out a commit by its id", async () => {
    await using scratch = await scratchFolder();
    const ids = await makeRepository(join(scratch.folder, "served", "base"), commits);
    // A commit that no name points to: in between two tags.
    const served = join(scratch.folder, "served", "base");
    git(served, "tag", "--delete", "v1.0.0");
    await using server = await startGitServer(join(scratch.folder, "served"), { firstProtocol: true });
    const repoURL = `${server.url}/base/.git`;
    const { sources } = observedSources(join(scratch.folder, "cache"));
    const tip = await sources.git(repoURL, "v1.1.0");
    expect(tip).toMatchObject({ commit: ids["v1.1.0"] });
    const between = await sources.git(repoURL, ids["v1.0.0"] ?? "");
    expect(between).toMatchObject({ commit: ids["v1.0.0"], locked: true });
    expect(show(between, "deploy/app.yaml")).toBe("replicas: 1");
    const again = observedSources(join(scratch.folder, "cache"), { offline: true });
    expect(await again.sources.git(repoURL, ids["v1.0.0"] ?? "")).toMatchObject({ commit: ids["v1.0.0"] });
    expect(await sources.git(repoURL, "1".repeat(40))).toMatchObject({
      unavailable: expect.stringMatching(/^fetching http:.* failed: .*unadvertised object/),
    });
  });

  it("is fetched from a plain file server, which knows no shallow fetch", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    const ids = await makeRepository(remote, commits);
    git(remote, "update-server-info");
    await using server = await startServer(({ path }, response) => {
      const file = join(remote, ".git", path.split("?", 1)[0] ?? "");
      readFile(file).then(
        (bytes) => response.writeHead(200).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    const { sources } = observedSources(join(scratch.folder, "cache"));
    const found = await sources.git(`${server.url}/`, "v1.0.0");
    expect(found).toMatchObject({ commit: ids["v1.0.0"] });
    expect(show(found, "deploy/app.yaml")).toBe("replicas: 1");
  });

  it("does not take its credentials along a redirect", async () => {
    await using scratch = await scratchFolder();
    await using elsewhere = await startServer((_, response) => response.writeHead(404).end());
    await using server = await startServer(({ path }, response) =>
      response.writeHead(302, { location: `${elsewhere.url}${path}` }).end(),
    );
    const { sources } = observedSources(scratch.folder, { credentials: [{ url: server.url, ...login }] });
    expect(await sources.git(`${server.url}/base.git`, "main")).toMatchObject({
      unavailable: expect.stringMatching(/^reading http:.* failed: /),
    });
    expect(server.seen[0]?.authorization).toBeDefined();
    expect(elsewhere.seen).toEqual([]);
  });

  it("never makes git take a folder with the files of a repository for one", async () => {
    await using scratch = await scratchFolder();
    const remote = join(scratch.folder, "remote");
    await makeRepository(remote, commits);
    const mark = join(scratch.folder, "ran");
    const trap = join(scratch.folder, "trap");
    await mkdir(join(trap, "objects"), { recursive: true });
    await mkdir(join(trap, "refs"), { recursive: true });
    await writeFile(join(trap, "HEAD"), "ref: refs/heads/main\n");
    await writeFile(
      join(trap, "config"),
      `[core]\n  bare = true\n[credential]\n  helper = "!touch ${mark}; echo password=x; echo"\n`,
    );
    await using server = await startGitServer(remote, { login });
    const run: RunProcess = async (file, args, options) => {
      const before = process.cwd();
      process.chdir(trap);
      const running = runProcess(file, args, options);
      process.chdir(before);
      return running;
    };
    const { sources } = observedSources(join(scratch.folder, "cache"), { run });
    expect(await sources.git(`${server.url}/.git`, "main")).toMatchObject({
      unavailable: expect.stringMatching(/^reading http:.* failed: /),
    });
    expect(existsSync(mark)).toBe(false);
  });
});
