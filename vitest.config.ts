import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "node", "import", "default"] } },
  test: {
    include: ["{src,actions,packages,scripts,tests}/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "**/*.engine.test.ts",
      "**/*.e2e.test.ts",
      "**/*.judge.test.ts",
      "**/*.rehearsal.test.ts",
    ],
    testTimeout: 60_000,
    // Test files share their process: compiling the engines once per worker instead of once per file halves the time.
    isolate: false,
    // One less than there are processors is one on the two of a small runner, which doubles the time.
    maxWorkers: "100%",
    execArgv: ["--conditions=source"],
  },
});
