import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyLock, readLock } from "./lock.ts";
import type { ChartLock } from "./lock.ts";
import { formatLock, writeLock } from "./lock-write.ts";

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const chart = (name: string, letter: string): ChartLock["charts"][number] => ({
  repository: "https://charts.example.com",
  chart: name,
  version: "1.10",
  resolved: "1.10.0",
  digest: digest(letter),
});

describe("formatLock", () => {
  it("writes what it reads again, a version that looks like a number included", () => {
    const lock = { ...emptyLock, charts: [chart("web", "a")] };
    const text = formatLock(lock);
    expect(text).toMatch(/^# Written by "slipway lock"/);
    expect(readLock(text)).toEqual({ lock });
  });

  it("keeps comments with their entry when others come and go", () => {
    const before = formatLock({ ...emptyLock, charts: [chart("alpha", "a"), chart("web", "b")] });
    const commented = before
      .replace("charts:\n", "charts:\n  # why alpha is here\n")
      .replace(
        "  - repository: https://charts.example.com\n    chart: web",
        "  # held back on purpose\n  - repository: https://charts.example.com\n    chart: web",
      )
      .replace(digest("b"), `${digest("b")} # reviewed`);
    const after = formatLock({ ...emptyLock, charts: [chart("middle", "d"), chart("web", "c")] }, commented);
    expect(after).toContain("  # held back on purpose\n  - repository: https://charts.example.com\n    chart: web\n");
    expect(after).toContain(`${digest("c")} # reviewed`);
    expect(after).not.toContain("chart: alpha");
    expect(after).not.toContain("# why alpha is here");
    expect(readLock(after)).toMatchObject({ lock: { charts: [{ chart: "middle" }, { chart: "web" }] } });
  });

  it("keeps the comment above the first entry with that entry", () => {
    const before = formatLock({ ...emptyLock, charts: [chart("web", "b")] }).replace(
      "charts:\n",
      "charts:\n  # ours\n",
    );
    const after = formatLock({ ...emptyLock, charts: [chart("alpha", "a"), chart("web", "b")] }, before);
    expect(after).toMatch(/chart: alpha[^#]*  # ours\n  - repository: .*\n    chart: web/);
  });

  it("drops a field that an entry no longer has", () => {
    const before = formatLock({ ...emptyLock, charts: [{ ...chart("web", "b"), contents: "files" }] });
    expect(before).toContain("contents: files");
    expect(formatLock({ ...emptyLock, charts: [chart("web", "b")] }, before)).not.toContain("contents");
  });

  it("is stable", () => {
    const lock = {
      ...emptyLock,
      charts: [chart("web", "a")],
      git: [{ repoURL: "https://x/y", revision: "main", commit: "1".repeat(40) }],
    };
    const text = formatLock(lock);
    expect(formatLock(lock, text)).toBe(text);
  });

  it("starts afresh over a file that is not YAML", () => {
    expect(readLock(formatLock(emptyLock, "charts: ["))).toEqual({ lock: emptyLock });
  });
});

describe("writeLock", () => {
  it("writes only when something changes, and leaves nothing beside the file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "slipway-lock-"));
    try {
      const file = join(folder, "charts.lock.yaml");
      const lock = { ...emptyLock, charts: [chart("web", "a")] };
      expect(await writeLock(file, lock, undefined)).toBe(true);
      const text = await readFile(file, "utf8");
      expect(await writeLock(file, lock, text)).toBe(false);
      expect(await readdir(folder)).toEqual(["charts.lock.yaml"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
