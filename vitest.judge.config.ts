import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** slipway against the real API server and the real Argo CD, which are built from their Go modules; one file at a time. */
export default defineConfig({
  ...mergeConfig(base, {}),
  test: {
    ...base.test,
    include: ["tests/**/*.judge.test.ts"],
    exclude: ["**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 600_000,
    // Building everything takes the better part of an hour where nothing is cached.
    hookTimeout: 5_400_000,
  },
});
