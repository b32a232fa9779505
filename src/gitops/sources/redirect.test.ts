import { describe, expect, it } from "vitest";
import { redirectTarget } from "./redirect.ts";

const answer = (status: number, location?: string): Response =>
  new Response(null, { status, headers: location === undefined ? {} : { location } });
const from = new URL("https://charts.example.com/stable/index.yaml");

describe("redirectTarget", () => {
  it("follows what points somewhere, relative addresses included", () => {
    expect(redirectTarget(answer(302, "../web.tgz"), from)?.href).toBe("https://charts.example.com/web.tgz");
    expect(redirectTarget(answer(308, "https://cdn.example.com/x"), from)?.href).toBe("https://cdn.example.com/x");
    expect(redirectTarget(answer(304, "https://cdn.example.com/x"), from)).toBeUndefined();
    expect(redirectTarget(answer(302), from)).toBeUndefined();
  });

  it("does not leave https", () => {
    expect(() => redirectTarget(answer(302, "http://charts.example.com/x?token=1"), from)).toThrow(
      "redirects from https to plain http (http://charts.example.com/x)",
    );
    expect(redirectTarget(answer(302, "http://b.example.com/"), new URL("http://a.example.com/"))?.host).toBe(
      "b.example.com",
    );
  });

  it("takes no user information from an address", () => {
    expect(redirectTarget(answer(302, "https://user:pass@cdn.example.com/x"), from)?.href).toBe(
      "https://cdn.example.com/x",
    );
  });
});
