/** Writes what the corpus is compared with: `node --conditions=source packages/helm-wasm/tests/record.ts`. Needs Go. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createHelm } from "../src/index.ts";
import { cases, fetching } from "./cases.ts";
import { expectedFile } from "./corpus.ts";
import { nativeHelm, runHelm } from "./native.ts";
import { outcomeOf } from "./outcome.ts";

const native = nativeHelm();
if (!native) throw new Error("recording needs Go");
const helm = await createHelm();
for (const test of [...cases, fetching.after]) {
  const printed = test.fails || test.request.dependencies ? undefined : runHelm(native, test);
  const text = printed && "yaml" in printed ? printed.yaml : outcomeOf(helm, test);
  mkdirSync(dirname(expectedFile(test)), { recursive: true });
  writeFileSync(expectedFile(test), text);
}
