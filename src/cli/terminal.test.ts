import { describe, expect, it } from "vitest";
import { terminal } from "./terminal.ts";

const on = (env: Record<string, string>, isTTY: boolean) =>
  terminal({ env, stdout: { isTTY, columns: 80, write: () => true }, stderr: { isTTY, write: () => true } });

describe("the terminal", () => {
  it("has colour and a live line where a person looks at it", () => {
    expect(on({}, true)).toMatchObject({ colour: true, live: true, width: 80 });
  });

  it("is plain in a pipe and in CI", () => {
    expect(on({}, false)).toMatchObject({ colour: false, live: false, width: undefined });
    expect(on({ CI: "true" }, true).live).toBe(false);
  });

  it("lets NO_COLOR win over FORCE_COLOR, and FORCE_COLOR over a pipe", () => {
    expect(on({ NO_COLOR: "1", FORCE_COLOR: "1" }, true).colour).toBe(false);
    expect(on({ FORCE_COLOR: "1" }, false).colour).toBe(true);
    expect(on({ NO_COLOR: "", FORCE_COLOR: "0" }, false).colour).toBe(false);
  });
});
