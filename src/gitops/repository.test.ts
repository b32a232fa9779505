import { describe, expect, it } from "vitest";
import { normalizeForProject, normalizeRepoURL, repositoryIdentity } from "./repository.ts";

describe("repository identity", () => {
  it.each([
    "https://github.com/Acme/Platform.git",
    "https://GitHub.com/acme/platform/",
    "git@github.com:acme/platform.git",
    "ssh://git@github.com:22/acme/platform.git",
    "https://user:token@github.com/acme/platform",
    "github.com:acme/platform",
  ])("reads %s as the same repository", (url) => {
    expect(normalizeRepoURL(url)).toBe("github.com/acme/platform");
  });

  it("takes GITHUB_REPOSITORY's short form as GitHub", () => {
    const identity = repositoryIdentity(["acme/platform"], [], () => false);
    expect(identity.isThis("git@github.com:acme/platform.git")).toBe(true);
    expect(identity.isThis("https://github.com/acme/other")).toBe(false);
  });

  it("infers the most used URL whose paths exist when no known URL is in use", () => {
    const sources = [
      { repoURL: "https://git.example.com/team/live.git", path: "apps/a" },
      { repoURL: "https://git.example.com/team/live.git", path: "./apps/b" },
      { repoURL: "https://git.example.com/team/other.git", path: "apps/a" },
      { repoURL: "https://git.example.com/team/gone.git", path: "nowhere" },
    ];
    const identity = repositoryIdentity(["fork/live"], sources, (path) => path.startsWith("apps/"));
    expect(identity.isThis("git@git.example.com:team/live")).toBe(true);
    expect(identity.isThis("https://git.example.com/team/other")).toBe(false);
  });

  it("infers nothing once a known URL is in use", () => {
    const sources = [
      { repoURL: "https://github.com/acme/platform", path: "apps/a" },
      { repoURL: "https://github.com/acme/addons", path: "apps/a" },
      { repoURL: "https://github.com/acme/addons", path: "apps/b" },
    ];
    const identity = repositoryIdentity(["acme/platform"], sources, () => true);
    expect(identity.isThis("https://github.com/acme/addons")).toBe(false);
  });

  it("keeps the scheme when it compares with an AppProject, as Argo CD does", () => {
    expect(normalizeForProject("git@github.com:Acme/x.git")).toBe("git@github.com/acme/x");
    expect(normalizeForProject("https://github.com/acme/x.git")).toBe("https://github.com/acme/x");
  });
});
