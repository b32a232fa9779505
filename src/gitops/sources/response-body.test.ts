import { describe, expect, it } from "vitest";
import { readBody } from "./response-body.ts";

const read = async (body: string, headers: Record<string, string>, max = 100): Promise<string> =>
  Buffer.from(await readBody(new Response(body, { headers }), max, "https://x/y")).toString();

describe("readBody", () => {
  it("reads what was announced", async () => {
    expect(await read("hello", { "content-length": "5" })).toBe("hello");
    expect(await read("hello", {})).toBe("hello");
  });

  it("does not hold a compressed answer to its length on the wire", async () => {
    expect(await read("hello", { "content-length": "3", "content-encoding": "gzip" })).toBe("hello");
  });

  it("notices that something is missing", async () => {
    await expect(read("hello", { "content-length": "9" })).rejects.toThrow("the answer broke off after 5 of 9 bytes");
  });

  it("stops at the limit, announced or not", async () => {
    const tooLarge = "https://x/y is larger than the 0 MiB that are read";
    await expect(read("hello", { "content-length": "5" }, 4)).rejects.toThrow(tooLarge);
    await expect(read("hello", {}, 4)).rejects.toThrow(tooLarge);
  });
});
