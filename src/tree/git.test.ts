import { describe, expect, test } from "vitest";
import { explainGit, gitEnvironment, runGit } from "./git.ts";
import { createFolder } from "./testing/repository.ts";

describe("git", () => {
  test("gets no pointers to another repository from the environment, yet keeps the configuration CI gives", () => {
    const env = gitEnvironment({
      PATH: "/bin",
      GIT_DIR: "x",
      GIT_INDEX_FILE: "y",
      GIT_CONFIG_COUNT: "1",
      LC_ALL: "de_DE",
    });
    expect(env).toMatchObject({ PATH: "/bin", GIT_CONFIG_COUNT: "1", LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" });
    expect(env).not.toHaveProperty("GIT_DIR");
    expect(env).not.toHaveProperty("GIT_INDEX_FILE");
  });

  test("that is not installed is an error that says so", async () => {
    using folder = createFolder();
    const path = process.env["PATH"];
    process.env["PATH"] = folder.root;
    try {
      await expect(runGit(folder.root, ["--version"])).rejects.toMatchObject({
        code: "SLW-GIT",
        message: "git is not installed or not on PATH",
      });
    } finally {
      process.env["PATH"] = path;
    }
  });

  test.each([
    ["fatal: detected dubious ownership in repository at '/w'", /does not trust "\/w"/, /safe\.directory/],
    ["fatal: this operation must be run in a work tree", /without a working copy/, /--root/],
    ["fatal: index file corrupt\nmore", /git failed in "\/w": fatal: index file corrupt$/, /^undefined$/],
  ])("explains %j", (stderr, message, hint) => {
    const error = explainGit("/w", { status: 128, stdout: Buffer.of(), stderr });
    expect(error.code).toBe("SLW-GIT");
    expect(error.message).toMatch(message);
    expect(String(error.hint)).toMatch(hint);
  });
});
