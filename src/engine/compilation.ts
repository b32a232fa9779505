import { setFlagsFromString } from "node:v8";

/**
 * How much a function of an engine must have run, in bytes of its code, before V8's optimising compiler takes it on; V8's own default is
 * 13 million. An engine has tens of thousands of functions, most of which a run needs for less than a second: by default, optimising
 * them costs more than all the rest (docs/performance.md).
 */
const optimiseAfter = 2_000_000_000;

/**
 * For this process and all its threads; takes effect on modules that are compiled afterwards. Most functions of an engine are never called,
 * so each is validated when it is.
 */
export function preferQuickCompilation(): void {
  setFlagsFromString(`--wasm-tiering-budget=${optimiseAfter}`);
  setFlagsFromString("--wasm-lazy-validation");
}
