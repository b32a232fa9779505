import { describe, expect, it } from "vitest";
import { selectVersion } from "./selection.ts";

const published = ["2.0.0-rc.1", "1.10.0", "v1.9.0", "1.2.0+b1", "1.2.0", "not-a-version", "0.9.0"];

describe("selectVersion", () => {
  it("takes the exact string first, whatever it is", () => {
    expect(selectVersion(published, "not-a-version")).toEqual({ version: "not-a-version" });
    expect(selectVersion(published, "1.2.0")).toEqual({ version: "1.2.0" });
  });

  it("takes the newest stable version when none is asked for", () => {
    expect(selectVersion(published, "")).toEqual({ version: "1.10.0" });
  });

  it("takes the highest match, as it is published", () => {
    expect(selectVersion(published, "<1.10.0")).toEqual({ version: "v1.9.0" });
    expect(selectVersion(published, "~1.9")).toEqual({ version: "v1.9.0" });
  });

  it("takes a pre-release only when the constraint names one", () => {
    expect(selectVersion(published, ">=1")).toEqual({ version: "1.10.0" });
    expect(selectVersion(published, ">=1.0.0-0")).toEqual({ version: "2.0.0-rc.1" });
  });

  it("says what there is when nothing matches", () => {
    expect(selectVersion(published, "^3")).toEqual({
      absent: 'no version satisfies "^3"; its newest versions are 2.0.0-rc.1, 1.10.0, v1.9.0, 1.2.0+b1, 1.2.0',
    });
    expect(selectVersion([], "")).toEqual({ absent: "there is no stable version, nothing is published" });
    expect(selectVersion(published, "newest")).toEqual({
      absent: '"newest" is neither a published version nor a version constraint',
    });
  });
});
