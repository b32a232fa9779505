import { defineConfig } from "vitest/config";
export default defineConfig({
  root: "/work/wt/node",
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "node", "import", "default"] } },
  test: { include: ["tests/rehearsal/**/*.rehearsal.test.ts"], exclude: ["**/node_modules/**"], fileParallelism: false, testTimeout: 600_000, hookTimeout: 3_600_000, execArgv: ["--conditions=source"] , disableConsoleIntercept: true},
});
