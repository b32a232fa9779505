/** What is going on while sources are fetched; `source` is fit for people: no credentials, no query. */
export type SourceEvent =
  | { kind: "started"; source: string }
  | { kind: "retrying"; source: string; reason: string; milliseconds: number }
  | { kind: "finished"; source: string; outcome: "fetched" | "unavailable"; milliseconds: number };

export type OnProgress = (event: SourceEvent) => void;
