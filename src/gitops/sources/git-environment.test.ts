import { describe, expect, it } from "vitest";
import { fetchEnvironment } from "./git-environment.ts";

describe("fetchEnvironment", () => {
  it("keeps another repository out, as inside a hook, but not how CI declares a folder safe", () => {
    const env = fetchEnvironment(
      {
        PATH: "/bin",
        GIT_DIR: "/other",
        GIT_INDEX_FILE: "/x",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: "*",
      },
      "https",
      [["http.https://x/.extraHeader", "Authorization: Basic eA=="]],
    );
    expect(env).toMatchObject({
      PATH: "/bin",
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_KEY_1: "http.https://x/.extraHeader",
      GIT_CONFIG_VALUE_1: "Authorization: Basic eA==",
      GIT_ALLOW_PROTOCOL: "https",
      GIT_TERMINAL_PROMPT: "0",
    });
    expect(env).not.toHaveProperty("GIT_DIR");
    expect(env).not.toHaveProperty("GIT_INDEX_FILE");
  });

  it("never lets ssh ask, unless the user says how ssh is run", () => {
    expect(fetchEnvironment({}, "ssh", [])["GIT_SSH_COMMAND"]).toBe("ssh -o BatchMode=yes");
    expect(fetchEnvironment({ GIT_SSH_COMMAND: "ssh -i key" }, "ssh", [])["GIT_SSH_COMMAND"]).toBe("ssh -i key");
  });
});
