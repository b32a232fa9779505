import { describe, expect, it } from "vitest";
import { answerChallenge, parseChallenge } from "./registry-auth.ts";

describe("parseChallenge", () => {
  it("reads what registries send", () => {
    expect(parseChallenge('Bearer realm="https://auth.example.com/token",service="registry",scope="a,b"')).toEqual({
      scheme: "bearer",
      parameters: { realm: "https://auth.example.com/token", service: "registry", scope: "a,b" },
    });
    expect(parseChallenge('basic realm="x"')?.scheme).toBe("basic");
    expect(parseChallenge('Negotiate, Basic realm="x"')?.scheme).toBe("basic");
    expect(parseChallenge("Negotiate")).toBeUndefined();
    expect(parseChallenge(null)).toBeUndefined();
  });
});

describe("answerChallenge", () => {
  const answer = async (header: string, basic?: string): Promise<string> =>
    answerChallenge({
      challenge: parseChallenge(header),
      registry: new URL("https://registry.example.com"),
      repository: "org/web",
      basic,
      http: async () => Promise.reject(new Error("nothing should be sent")),
      signal: new AbortController().signal,
    });

  it("sends nothing to a realm that is not https", async () => {
    await expect(answer('Bearer realm="http://auth.example.com/token"')).rejects.toThrow("which is not https");
    await expect(answer('Bearer realm="http://127.0.0.1/token"', "Basic eA==")).rejects.toThrow("which is not https");
    await expect(answer('Bearer service="x"')).rejects.toThrow("without saying where");
  });

  it("says what to do when there are no credentials", async () => {
    await expect(answer('Basic realm="x"')).rejects.toMatchObject({
      message: "registry.example.com/org/web asks for credentials",
      hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
    });
  });
});
