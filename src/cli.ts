#!/usr/bin/env node
import { nodeProblem } from "./cli/node-version.ts";

// Nothing else is imported before the check: on an old Node the other modules fail with words that help nobody.
const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  const { main } = await import("./cli/main.ts");
  process.exitCode = await main(process.argv);
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
