import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Against real parts: machines with their own systemd, cloud-init and sshd. One file at a time; where privileges are missing, a notice says so. */
export default defineConfig({
  ...mergeConfig(base, {}),
  test: {
    ...base.test,
    include: ["tests/**/*.rehearsal.test.ts"],
    exclude: ["**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
