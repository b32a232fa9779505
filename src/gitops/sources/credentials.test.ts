import { describe, expect, it } from "vitest";
import { basicAuthorization, maskSecrets, parseCredentials } from "./credentials.ts";

const credentials = [
  { url: "https://charts.example.com", username: "reader", password: "outer-secret" },
  { url: "https://charts.example.com/private", username: "team", password: "inner-secret" },
  { url: "oci://ghcr.io/org", username: "robot", password: "registry-secret" },
];
const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("parseCredentials", () => {
  it("takes an unset or empty variable for none", () => {
    expect(parseCredentials(undefined)).toEqual([]);
    expect(parseCredentials("  ")).toEqual([]);
  });

  it("reads a list", () => {
    expect(parseCredentials(JSON.stringify(credentials))).toEqual(credentials);
  });

  it("never repeats the value in its errors", () => {
    expect(() => parseCredentials('[{"url":"x","password":"hunter2"')).toThrow(/^(?!.*hunter2).*is not JSON$/);
    expect(() => parseCredentials('[{"url":"x","password":"hunter2"}]')).toThrow(/^(?!.*hunter2).*0\.username/);
  });
});

describe("basicAuthorization", () => {
  it("prefers the longest prefix and respects path boundaries", () => {
    const of = (url: string): string | undefined => basicAuthorization(credentials, new URL(url));
    expect(of("https://charts.example.com/private/index.yaml")).toBe(basic("team:inner-secret"));
    expect(of("https://charts.example.com/privateer/index.yaml")).toBe(basic("reader:outer-secret"));
    expect(of("https://charts.example.com.evil.example/index.yaml")).toBeUndefined();
  });

  it("never goes over plain HTTP, except to this machine", () => {
    const local = [{ url: "http://127.0.0.1:8080", username: "a", password: "b" }];
    const plain = [{ url: "http://charts.example.com", username: "a", password: "b" }];
    expect(basicAuthorization(plain, new URL("http://charts.example.com/index.yaml"))).toBeUndefined();
    expect(basicAuthorization(local, new URL("http://127.0.0.1:8080/index.yaml"))).toBe(basic("a:b"));
  });

  it("finds a registry's by the repository's path, with or without scheme", () => {
    const url = new URL("https://ghcr.io/org/web");
    expect(basicAuthorization(credentials, url, "registry")).toBe(basic("robot:registry-secret"));
    expect(basicAuthorization(credentials, new URL("https://ghcr.io/other/web"), "registry")).toBeUndefined();
    expect(basicAuthorization([{ url: "ghcr.io", username: "a", password: "b" }], url, "registry")).toBe(basic("a:b"));
  });
});

describe("maskSecrets", () => {
  it("hides passwords, their encodings and user information in addresses", () => {
    const text = `${basic("team:inner-secret")} inner-secret https://x:y@example.com/`;
    expect(maskSecrets(text, credentials)).toBe("Basic *** *** https://example.com/");
  });
});
