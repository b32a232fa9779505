import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "../../../control-plane/binaries.ts";
import { hashOf } from "./cache.ts";

const source = join(import.meta.dirname, "go");

/** A program of this repository, built anew when its source changes. */
export function ownProgram(name: "payload" | "pause"): string {
  const inputs = ["go.mod", "go.sum", ...readdirSync(join(source, name)).map((file) => join(name, file))];
  return built({
    name: `rehearsal-${name}`,
    version: hashOf(...inputs.toSorted().flatMap((file) => [file, readFileSync(join(source, file))])),
    package: `./${name}`,
    ldflags: "-s -w",
    prepare: (work) => cpSync(source, work, { recursive: true }),
  });
}
