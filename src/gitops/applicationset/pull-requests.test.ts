import { describe, expect, it } from "vitest";
import { go, run } from "../testing/run-generator.ts";

describe("the pullRequest generator", () => {
  const sample = {
    number: 7,
    title: "T",
    branch: "feature/Größe_v2",
    targetBranch: "main",
    headSha: "0123456789abcdef",
    author: "mo",
    labels: ["preview"],
  };

  it("makes the parameters of the given samples", async () => {
    expect(await run({ pullRequest: { github: {} } }, { pullRequests: [sample], ...go })).toEqual([
      {
        number: "7",
        title: "T",
        branch: "feature/Größe_v2",
        branch_slug: "feature-grosse-v2",
        target_branch: "main",
        target_branch_slug: "main",
        head_sha: "0123456789abcdef",
        head_short_sha: "01234567",
        head_short_sha_7: "0123456",
        author: "mo",
        labels: ["preview"],
      },
    ]);
  });

  it("is unknown without samples", async () => {
    await expect(run({ pullRequest: { github: {} } })).rejects.toThrow("no sample is given");
  });
});
