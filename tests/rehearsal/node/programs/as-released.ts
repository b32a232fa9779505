import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { download, go, type Recipe } from "../../../control-plane/binaries.ts";

interface Released {
  name: string;
  module: string;
  version: string;
  /** The command's folder in the module; the module's own package unless told. */
  command?: string;
  /** Further linker flags. */
  stamp?: string;
}

/** A command with the dependencies its module's own go.mod names, as `go install` would build it. */
export function asReleased({ name, module, version, command, stamp }: Released): Recipe {
  return {
    name,
    version,
    package: command === undefined ? module : `${module}/${command}`,
    ldflags: ["-s -w", stamp ?? ""].join(" ").trim(),
    prepare: (work) => takeModuleFiles(work, module, version),
  };
}

/** The module's go.mod under another name, so that `replace` lines, which only a main module may have, are heeded. */
export function takeModuleFiles(work: string, module: string, version: string): void {
  const { Dir, GoMod } = download(module, version);
  // Files of the module cache are read-only, and Go adds lines to both.
  writeFileSync(join(work, "go.mod"), readFileSync(GoMod));
  writeFileSync(join(work, "go.sum"), readFileSync(join(Dir, "go.sum")));
  go(work, "mod", "edit", "-module=rehearsal", `-require=${module}@${version}`);
}
