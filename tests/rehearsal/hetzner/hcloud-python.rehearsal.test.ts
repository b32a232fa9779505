import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hearing, openHearing, summary } from "./hearing.ts";
import { isThere, run } from "./program.ts";

const judge = fileURLToPath(new URL("../judges/python", import.meta.url));
const there = await isThere("python3", ["-c", "import venv, ensurepip"]);
if (!there)
  console.log("notice: no python3 with venv; the official hcloud package does not judge the emulated Hetzner");

describe.skipIf(!there)("hcloud, Hetzner's own Python package", () => {
  const folder = mkdtempSync(join(tmpdir(), "slipway-hcloud-python-"));
  const python = join(folder, "bin", "python");
  let hearing: Hearing;
  beforeAll(async () => {
    await run("python3", ["-m", "venv", folder]);
    const installed = await run(python, ["-m", "pip", "install", "--quiet", "-r", join(judge, "requirements.txt")]);
    expect(installed.output).toBe(installed.exitCode === 0 ? installed.output : "");
    hearing = await openHearing();
  });
  afterAll(async () => {
    await hearing?.emulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds every resource's lifecycle, paging, label selectors and errors as at Hetzner", async () => {
    const { exitCode, output } = await run(python, ["-W", "ignore", join(judge, "judge.py")], { env: hearing.env });
    console.log(output.trim());
    expect(output).toMatch(/hcloud-python: (\d+) of \1 expectations hold/);
    expect(exitCode).toBe(0);
  });

  it("gets only answers that the OpenAPI description allows", () => {
    console.log(summary("hcloud-python", hearing));
    expect([...hearing.problems]).toEqual([]);
    expect(hearing.answers).toBeGreaterThan(300);
  });

  it("leaves nothing behind that costs", () => {
    expect(hearing.emulator.billing.open()).toEqual([]);
  });
});
