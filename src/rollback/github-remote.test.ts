import { describe, expect, it } from "vitest";
import { githubRemote, parseRemotes } from "./github-remote.ts";

const remotes = parseRemotes(
  [
    "fork\tgit@github.com:mallory/platform.git (fetch)",
    "fork\tgit@github.com:mallory/platform.git (push)",
    "mirror\t/srv/git/platform.git (fetch)",
    "mirror\t/srv/git/platform.git (push)",
    "origin\thttps://github.com/Acme/Platform.git (fetch) [blob:none]",
    "origin\thttps://elsewhere.example/platform.git (push)",
  ].join("\n"),
);

describe("the remote that is a GitHub repository", () => {
  it("is origin before others", () => {
    expect(githubRemote(remotes, "https://github.com")).toEqual({ remote: "origin", owner: "acme", name: "platform" });
    expect(githubRemote(remotes.slice(0, 2), "https://github.com")).toMatchObject({ remote: "fork", owner: "mallory" });
  });

  it("is the one that was named, or none", () => {
    expect(githubRemote(remotes, "https://github.com", "fork")).toMatchObject({ owner: "mallory" });
    expect(githubRemote(remotes, "https://github.com", "mirror")).toBeUndefined();
    expect(githubRemote(remotes, "https://github.com", "upstream")).toBeUndefined();
  });

  it("is on the server that is meant", () => {
    expect(githubRemote(remotes, "https://github.example.com")).toBeUndefined();
    const enterprise = [{ name: "origin", url: "ssh://git@github.example.com:2222/acme/platform" }];
    expect(githubRemote(enterprise, "https://github.example.com")).toMatchObject({ owner: "acme", name: "platform" });
  });
});
