import { describe, expect, it } from "vitest";
import { parseRemoteRefs, resolveRevision } from "./git-revision.ts";

const sha = (digit: string): string => digit.repeat(40);
const refs = parseRemoteRefs(
  [
    `${sha("1")}\tHEAD`,
    `${sha("1")}\trefs/heads/main`,
    `${sha("2")}\trefs/heads/release`,
    `${sha("3")}\trefs/tags/release`,
    `${sha("4")}\trefs/tags/v1.2.0`,
    `${sha("5")}\trefs/tags/v1.2.0^{}`,
    `${sha("6")}\trefs/tags/v1.10.0`,
    `${sha("7")}\trefs/tags/v2.0.0-rc.1`,
    "warning: something else",
  ].join("\n"),
);

describe("resolveRevision", () => {
  it.each([
    ["", sha("1")],
    ["HEAD", sha("1")],
    ["main", sha("1")],
    ["refs/heads/release", sha("2")],
    ["release", sha("2")],
    ["refs/tags/release", sha("3")],
    ["v1.2.0", sha("5")],
    ["v1.*", sha("6")],
    ["<1.10", sha("5")],
    [">=2.0.0-0", sha("7")],
    [sha("9").toUpperCase().replaceAll("9", "A"), sha("a")],
  ])("resolves %j", (revision, commit) => {
    expect(resolveRevision(refs, revision)).toMatchObject({ commit });
  });

  it("does not take a plain version for a constraint", () => {
    expect(resolveRevision(refs, "1.2")).toEqual({ absent: 'it has no branch, tag or commit "1.2"' });
  });

  it("leaves an abbreviated commit to the history", () => {
    expect(resolveRevision(refs, "ABCDEF1")).toEqual({ abbreviated: "abcdef1" });
    expect(resolveRevision(refs, "abcdef")).toMatchObject({ absent: expect.stringContaining("abcdef") });
  });
});
