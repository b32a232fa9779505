import { defineConfig } from "vitest/config";

/** Runs the built bundles as GitHub's runner would: `npm run build` first. */
export default defineConfig({
  test: {
    include: ["{src,actions,packages,scripts,tests}/**/*.e2e.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 120_000,
  },
});
