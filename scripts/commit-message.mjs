// Refuses a commit subject that is not a Conventional Commit, because the changelog is read by people who upgrade.
import { readFileSync } from "node:fs";

const subject = readFileSync(process.argv[2], "utf8").split("\n", 1)[0];
const conventional = /^(feat|fix|docs|test|perf|refactor|build|ci|chore|revert)(\([a-z0-9-]+\))?!?: .{3,}$/u;
if (!conventional.test(subject) && !subject.startsWith("Merge ")) {
  console.error(`Commit subject "${subject}" is not "type(scope): what and why", see CONTRIBUTING.md`);
  process.exit(1);
}
