import { describe, expect, it } from "vitest";
import { branchOf, filesToRestore, messageOf, parseNameStatus } from "./plan.ts";

describe("a rollback", () => {
  it("restores what the Application reads, and what came or went beside it", () => {
    const changed = parseNameStatus(
      "M\0base/web.yaml\0A\0base/new.yaml\0D\0overlay/old.yaml\0M\0other/x.yaml\0M\0README.md\0",
    );
    const footprint = { reads: ["base/web.yaml", "base/kustomization.yaml", "slipway.yaml"], folders: ["overlay"] };
    expect(filesToRestore(changed, footprint)).toEqual([
      { path: "base/web.yaml", existed: true },
      { path: "base/new.yaml", existed: false },
      { path: "overlay/old.yaml", existed: true },
    ]);
  });

  it("has a branch and a message that say what it is", () => {
    const commit = "0123456789".repeat(4);
    expect(branchOf("apps/web", commit)).toBe("rollback/apps-web-0123456");
    expect(messageOf("web", commit, ["feat: two (abc1234)"])).toBe(
      `revert: web to 0123456\n\nThe files that web is made of are as they were in ${commit}.\n\nIt takes back:\n\n- feat: two (abc1234)\n`,
    );
  });
});
