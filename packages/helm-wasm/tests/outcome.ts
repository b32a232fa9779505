import { memoryTree } from "go-wasm-host/testing";
import { HelmError } from "../src/index.ts";
import type { Helm } from "../src/index.ts";
import { filesOf } from "./corpus.ts";
import type { Case } from "./corpus.ts";

/** A case's text: the YAML, or the failure as JSON. */
export function outcomeOf(helm: Helm, test: Case): string {
  try {
    return helm.template({ tree: memoryTree(filesOf(test)), ...test.request }).yaml;
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    const { message, detail, location } = error;
    return `${JSON.stringify({ message, location, detail: detail?.trim().split("\n") }, null, 2)}\n`;
  }
}
