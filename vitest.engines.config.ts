import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Engines and fetchers against the native tools, which are built from their Go modules; heavy, so one file at a time. */
export default defineConfig({
  ...mergeConfig(base, {}),
  test: {
    ...base.test,
    include: ["{src,packages,tests}/**/*.engine.test.ts"],
    exclude: ["**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 900_000,
  },
});
