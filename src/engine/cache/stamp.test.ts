import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createFolder } from "../../tree/testing/repository.ts";
import { engineNames, locate } from "../location.ts";
import { buildStamp } from "./stamp.ts";

test("a stamp changes with the program, the schemas and any byte of any engine's beginning, end or size", () => {
  const engines = engineNames.map((name) => `dist/engines/${name}-wasm.wasm.zst`);
  using folder = createFolder(Object.fromEntries(engines.map((path) => [path, "x".repeat(200_000)] as const)));
  const parts = ["dist/cli/index.js", "dist/cli/201.index.js", "dist/worker/index.js", "dist/schemas/custom.zst"];
  for (const path of parts) folder.write({ [path]: "one" });
  const program = pathToFileURL(join(folder.root, "dist/cli/201.index.js"));
  const stamp = () => buildStamp(locate(program.href));
  const seen = new Set([stamp()]);
  expect(seen.has(stamp())).toBe(true);
  for (const path of parts) {
    folder.write({ [path]: "two" });
    seen.add(stamp());
  }
  for (const [at, path] of engines.entries()) {
    const content = ["y" + "x".repeat(199_999), "x".repeat(199_999) + "y", "x".repeat(200_001), "x"][at] ?? "z";
    folder.write({ [path]: content });
    seen.add(stamp());
  }
  expect(seen.size).toBe(1 + parts.length + engines.length);
});
