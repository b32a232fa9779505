import { mkdir, mkdtemp, readFile, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { writeOutput } from "./files.ts";

let home: string;
let workspace: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "slipway-files-"));
  workspace = join(home, "workspace");
  await mkdir(workspace);
});
afterEach(() => rm(home, { recursive: true }));

test("a file is written, its folders are made, and it may be written again", async () => {
  const file = join(workspace, "out/reports/report.json");
  await writeOutput(file, "first, longer", [workspace]);
  await writeOutput(file, "second", [workspace]);
  expect(await readFile(file, "utf8")).toBe("second");
});

test("a path out of the workspace is refused", async () => {
  await expect(writeOutput(join(workspace, "../elsewhere"), "x", [workspace])).rejects.toThrow(
    /is outside the workspace/u,
  );
});

test("a link that a stranger put in the way leads nowhere", async () => {
  await mkdir(join(home, "elsewhere"));
  await symlink(join(home, "elsewhere"), join(workspace, "reports"));
  await symlink(join(home, "elsewhere/target"), join(workspace, "report.json"));
  await expect(writeOutput(join(workspace, "reports/new/report.json"), "x", [workspace])).rejects.toThrow(
    /is outside/u,
  );
  await expect(writeOutput(join(workspace, "report.json"), "x", [workspace])).rejects.toThrow(/Could not write/u);
  expect(await readdir(join(home, "elsewhere"))).toEqual([]);
});
