import type { WarmUp } from "go-wasm-host/snapshot";

/** A template that has the engine set up its functions. */
export const warmUp: WarmUp = {
  calls: [
    {
      operation: "renderAll",
      request: { data: [{ a: "b" }], templates: [{ text: "{{ .a | upper }}", data: 0, options: [] }] },
      files: {},
    },
  ],
};
