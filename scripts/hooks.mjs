// Installs the Git hooks for people who develop slipway; in CI, in a tarball or without lefthook there is nothing to do.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (!process.env.CI && existsSync(".git") && existsSync("node_modules/lefthook")) {
  spawnSync("npx", ["--no-install", "lefthook", "install"], { stdio: "ignore" });
}
