import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hearing, openHearing, summary } from "./hearing.ts";
import { isThere, run } from "./program.ts";

const source = fileURLToPath(new URL("../judges/go", import.meta.url));
// The client asks for a newer Go than many machines have; the module proxy brings it.
const goEnv = { GOTOOLCHAIN: "go1.27.1", GOFLAGS: "-buildvcs=false" };
const there = await isThere("go", ["version"]);
if (!there) console.log("notice: no go on this machine; the official hcloud-go does not judge the emulated Hetzner");

describe.skipIf(!there)("hcloud-go, Hetzner's own Go client", () => {
  const folder = mkdtempSync(join(tmpdir(), "slipway-hcloud-go-"));
  let hearing: Hearing;
  beforeAll(async () => {
    const built = await run("go", ["build", "-o", join(folder, "judge"), "."], { cwd: source, env: goEnv });
    expect(built.output).toBe(built.exitCode === 0 ? built.output : "");
    hearing = await openHearing();
  });
  afterAll(async () => {
    await hearing?.emulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds every resource's lifecycle, paging, label selectors and errors as at Hetzner", async () => {
    const { exitCode, output } = await run(join(folder, "judge"), [], { env: hearing.env });
    console.log(output.trim());
    expect(output).toMatch(/hcloud-go: (\d+) of \1 expectations hold/);
    expect(exitCode).toBe(0);
  });

  it("gets only answers that the OpenAPI description allows", () => {
    console.log(summary("hcloud-go", hearing));
    expect([...hearing.problems]).toEqual([]);
    expect(hearing.answers).toBeGreaterThan(300);
  });

  it("leaves nothing behind that costs", () => {
    expect(hearing.emulator.billing.open()).toEqual([]);
  });
});
