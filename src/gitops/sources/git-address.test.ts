import { describe, expect, it } from "vitest";
import { gitProtocol } from "./git-address.ts";

describe("gitProtocol", () => {
  it.each([
    ["https://github.com/org/repo.git", "https"],
    ["ssh://git@github.com:22/org/repo.git", "ssh"],
    ["git@github.com:org/repo.git", "ssh"],
    ["http://127.0.0.1:3000/repo.git", "http"],
  ])("lets %s through", (address, protocol) => {
    expect(gitProtocol(address, ["https", "ssh"])).toBe(protocol);
  });

  it.each([
    "ext::sh -c touch% /tmp/x",
    "file:///etc",
    "/srv/repo",
    "../repo",
    "--upload-pack=touch",
    "-oProxyCommand=x@host:path",
    "ssh://-oProxyCommand=x/repo",
    "ssh://%2DoProxyCommand=x/repo",
    "ssh://-oProxyCommand=x@host/repo",
    "ssh://%2doProxyCommand=x@host/repo",
    "ext::https://host/repo",
    "https::ext://host/repo",
    "http://169.254.169.254/latest/meta-data/",
    "file:///etc/passwd",
    "HTTPS://",
    "http://example.com/repo.git",
    "git://example.com/repo.git",
    "https://user:secret@example.com/repo.git",
    "",
  ])("refuses %j", (address) => {
    expect(() => gitProtocol(address, ["https", "ssh"])).toThrow(/^(?!.*secret)/);
  });

  it("lets file through only when that is allowed", () => {
    expect(gitProtocol("file:///srv/repo", ["https", "file"])).toBe("file");
  });
});
