import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Against real parts: official clients, real machines. One file at a time; where something is missing, a notice says so. */
export default defineConfig({
  ...mergeConfig(base, {}),
  test: {
    ...base.test,
    include: ["tests/rehearsal/**/*.rehearsal.test.ts"],
    exclude: ["**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 900_000,
    // The official Go client and a whole Kubernetes are downloaded and built where nothing is cached.
    hookTimeout: 5_400_000,
  },
});
