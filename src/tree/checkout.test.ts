import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeCheckout } from "./checkout.ts";
import { createFolder, createRepository } from "./testing/repository.ts";

describe("a checkout", () => {
  test("knows where it came from, its default branch and its commit", async () => {
    using origin = createRepository({ a: "1" });
    const commit = origin.commit();
    using folder = createFolder();
    const clone = join(folder.root, "clone");
    origin.git("clone", "--quiet", origin.root, clone);
    expect(await describeCheckout(clone)).toEqual({ remotes: [origin.root], defaultBranch: "main", commit });
  });

  test("without remotes, commits or Git says nothing", async () => {
    using unborn = createRepository();
    using folder = createFolder();
    expect(await describeCheckout(unborn.root)).toEqual({ remotes: [] });
    expect(await describeCheckout(folder.root)).toEqual({ remotes: [] });
  });
});
