import { constants, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { contentSize } from "./zstd-frame.ts";

function frame(size: number): Buffer {
  const params = { [constants.ZSTD_c_contentSizeFlag]: 1 };
  return zstdCompressSync(Buffer.alloc(size, "abcdefghij klmnop"), { params, pledgedSrcSize: size });
}

describe("the content size of a zstd frame", () => {
  test.each([100, 255, 256, 257, 65_535, 65_792, 300_000, 20_000_000])("is that of %i bytes", (size) => {
    expect(contentSize(frame(size))).toBe(size);
  });

  test("is refused where the frame does not say it, and where there is none", () => {
    const streamed = zstdCompressSync(Buffer.alloc(5000, "a"), { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } });
    expect(() => contentSize(streamed)).toThrow("does not say");
    expect(() => contentSize(Buffer.alloc(100))).toThrow("no zstd frame");
    expect(() => contentSize(Buffer.from([0x28, 0xb5]))).toThrow("no zstd frame");
  });
});
