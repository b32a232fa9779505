import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReachCheck, reachOf } from "./reach.ts";

describe("an address", () => {
  it.each([
    ["8.8.8.8", "public"],
    ["2606:4700::1111", "public"],
    ["10.1.2.3", "private"],
    ["172.31.0.1", "private"],
    ["172.32.0.1", "public"],
    ["192.168.0.1", "private"],
    ["100.64.0.1", "private"],
    ["fd12::1", "private"],
    ["127.0.0.53", "loopback"],
    ["::1", "loopback"],
    ["169.254.169.254", "never"],
    ["::ffff:169.254.169.254", "never"],
    ["::ffff:a9fe:a9fe", "never"],
    ["64:ff9b::a9fe:a9fe", "never"],
    ["64:ff9b::169.254.169.254", "never"],
    ["64:ff9b::808:808", "public"],
    ["64:ff9b::", "never"],
    ["fe80::1", "never"],
    ["fd00:ec2::254", "never"],
    ["100.100.100.200", "never"],
    ["0.0.0.0", "never"],
    ["::", "never"],
    ["255.255.255.255", "never"],
    ["::ffff:127.0.0.1", "loopback"],
  ])("%s is %s", (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  });

  it("inside IPv6 is what it is outside", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reachOf(`::ffff:${address}`)).toBe(reachOf(address));
        expect(reachOf(`64:ff9b::${address}`)).toBe(reachOf(address));
      }),
    );
  });
});

describe("a URL", () => {
  const hosts: Record<string, string[]> = {
    "charts.example": ["93.184.215.14"],
    "internal.example": ["10.0.0.8"],
    "metadata.example": ["93.184.215.14", "169.254.169.254"],
    "rebound.example": ["127.0.0.1"],
  };
  const check = createReachCheck(async (host) => hosts[host] ?? Promise.reject(new Error("ENOTFOUND")));
  const going = async (url: string, named?: string): Promise<string> =>
    check(new URL(url), named === undefined ? undefined : new URL(named)).then(
      () => "goes",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );

  it.each([
    "https://charts.example/x",
    "http://internal.example/x",
    "http://127.0.0.1:5000/x",
    "http://localhost:5000/x",
    "http://[::1]:5000/x",
    "https://unknown.example/x",
  ])("%s goes", async (url) => {
    expect(await going(url)).toBe("goes");
  });

  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/latest/meta-data/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://[::ffff:169.254.169.254]/",
    "http://metadata.example/",
    "http://rebound.example/",
    "http://0.0.0.0:8080/",
  ])("%s is never asked", async (url) => {
    expect(await going(url)).toMatch(/^http:.* leads to an address that only this machine's network has.*never asked$/);
  });

  it("leads no nearer than what named it", async () => {
    expect(await going("https://charts.example/b", "https://charts.example/a")).toBe("goes");
    expect(await going("https://charts.example/b", "http://127.0.0.1/a")).toBe("goes");
    expect(await going("http://internal.example/b", "http://internal.example/a")).toBe("goes");
    expect(await going("http://127.0.0.1:1/b", "http://127.0.0.1:2/a")).toBe("goes");
    expect(await going("http://internal.example/b", "http://charts.example/a")).toBe(
      "http://charts.example/a leads to a private network (http://internal.example/b), which is not followed",
    );
    expect(await going("http://127.0.0.1/b", "http://charts.example/a")).toContain("leads to this machine (");
    expect(await going("http://localhost/b", "http://internal.example/a")).toContain("leads to this machine (");
  });
});
