import { describe, expect, it } from "vitest";
import { homeEnvironment, runnerEnvironment } from "./environment.ts";

const credentials = [{ url: "https://x", username: "a", password: "b" }];
const withCredentials = { SLIPWAY_REPOSITORY_CREDENTIALS: JSON.stringify(credentials) };

describe("homeEnvironment", () => {
  it("keeps sources in the XDG cache folder", () => {
    const folder = (env: Record<string, string>): string => homeEnvironment(env, "/home/me").toolCacheDir;
    expect(folder({})).toBe("/home/me/.cache/slipway");
    expect(folder({ XDG_CACHE_HOME: "/cache" })).toBe("/cache/slipway");
    expect(folder({ XDG_CACHE_HOME: "relative" })).toBe("/home/me/.cache/slipway");
  });

  it("reads credentials", () => {
    expect(homeEnvironment(withCredentials, "/home/me").credentials).toEqual(credentials);
    expect(homeEnvironment({}, "/home/me").credentials).toEqual([]);
  });
});

describe("runnerEnvironment", () => {
  it("keeps the rest in the runner's temporary folder", () => {
    const env = { RUNNER_TOOL_CACHE: "/tools", RUNNER_TEMP: "/temp", ...withCredentials };
    expect(runnerEnvironment(env, () => undefined)).toMatchObject({
      toolCacheDir: "/temp/slipway-sources",
      credentials,
    });
  });

  it("wants what a runner sets", () => {
    expect(() => runnerEnvironment({ RUNNER_TEMP: "/temp" }, () => undefined)).toThrow("RUNNER_TOOL_CACHE");
  });
});
