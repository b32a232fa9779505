import type { Answer } from "./corpus.ts";

/** Cases whose answer is not what `kubectl apply --dry-run=server` gets, and why; the README lists them. */
export const differences = new Map<string, { ours: Answer; why: string }>([
  [
    "service/node-port-out-of-range",
    {
      ours: { verdict: "rejected", errors: [["spec.ports[0].nodePort", "FieldValueInvalid"]] },
      why: "a dry run allocates no port, so it takes one that a real apply refuses",
    },
  ],
  [
    "mutated/pod/valid/3-misspelt-update",
    {
      ours: { verdict: "rejected", errors: [["spec.containers[0].volumeMounts[0].mountPathh", "UnknownField"]] },
      why: "the misspelt field is the key by which kubectl merges the list, so kubectl fails before it asks the API server",
    },
  ],
]);
