import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nativeTool } from "go-wasm-host/testing";
import { afterAll, describe, expect, test } from "vitest";
import { openSchemas } from "../src/index.ts";
import { catalogue, inOneOrder, manifestsFolder, runs } from "./corpus.ts";
import type { Flags, Outcome, Verdict } from "./corpus.ts";

const module = "github.com/yannh/kubeconform";
const kubeconform = nativeTool({
  name: "kubeconform",
  module,
  version: "v0.8.0",
  package: `${module}/cmd/kubeconform`,
});

/** These files are what `npm test` holds the WebAssembly engine to; here they are held to the native tool. */
describe.skipIf(!kubeconform)("the expected verdicts are native kubeconform's", () => {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  for (const [path, text] of catalogue(openSchemas())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(Object.entries(runs))("%s", async (name, flags) => {
    const outcome = runNative(kubeconform ?? "", flags, folder);
    await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(`corpus/expected/${name}.json`);
  });

  test("a version that is none is refused", () => {
    for (const version of ["1.36", "v1.36.3", "latest"]) {
      expect(() => execFileSync(kubeconform ?? "", ["-kubernetes-version", version], { stdio: "pipe" })).toThrow(
        /valid version/,
      );
    }
  });
});

function runNative(command: string, flags: Flags, folder: string): Outcome {
  const args = ["-n", "1", "-output", "json", "-verbose", "-summary", "-kubernetes-version", flags.kubernetesVersion];
  for (const location of flags.locations) args.push("-schema-location", join(folder, location));
  if (flags.strict) args.push("-strict");
  if (flags.ignoreMissingSchemas) args.push("-ignore-missing-schemas");
  if (flags.skip) args.push("-skip", flags.skip.join(","));
  if (flags.reject) args.push("-reject", flags.reject.join(","));
  const { stdout, status } = spawnSync(command, [...args, fileURLToPath(manifestsFolder)], { encoding: "utf8" });
  const output: { resources: NativeVerdict[]; summary: Outcome["summary"] } = JSON.parse(
    stdout.replaceAll(`file://${folder}/`, "file:///"),
  );
  const files: Record<string, Verdict[]> = {};
  for (const { filename, status: said, msg, ...verdict } of output.resources) {
    const words = msg === "" ? {} : { msg };
    // kubeconform has no word for an empty document in its JSON.
    (files[basename(filename)] ??= []).push(inOneOrder({ ...verdict, status: said || "statusEmpty", ...words }));
  }
  return { exitCode: status ?? -1, summary: output.summary, files };
}

type NativeVerdict = Omit<Verdict, "status" | "msg"> & {
  msg: string;
  filename: string;
  status: Verdict["status"] | "";
};
