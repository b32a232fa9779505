import { describe, expect, it } from "vitest";
import { parseHostKeyState, remainingSteps } from "./rotation-state.ts";

const [injected, own] = ["ssh-ed25519 AAAAinjected", "ssh-ed25519 AAAAown"];

describe("what is left of a rotation", () => {
  it("is everything at first", () => {
    const all = ["prepare", "announce", "activate", "confirm", "clean"];
    expect(remainingSteps({ current: injected, injected })).toEqual(all);
  });

  it("is everything but the making once the next key is there, whether or not it is in place", () => {
    const rest = ["announce", "activate", "confirm", "clean"];
    expect(remainingSteps({ current: injected, injected, next: own })).toEqual(rest);
    expect(remainingSteps({ current: own, injected, next: own })).toEqual(rest);
  });

  it("is a look from outside when the server is done", () => {
    expect(remainingSteps({ current: own, injected })).toEqual(["confirm"]);
    expect(remainingSteps({ current: own })).toEqual(["confirm"]);
  });

  it("is read from lines, and from nothing else", () => {
    expect(parseHostKeyState(`current ${injected}\ninjected ${injected} a comment\nnext ${own}\n`)).toEqual({
      current: injected,
      injected,
      next: own,
    });
    for (const output of ["", `next ${own}`, "current ssh-rsa AAAA", "Permission denied"])
      expect(() => parseHostKeyState(output)).toThrow(/did not say which host keys/);
  });
});
