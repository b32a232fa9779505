import { EngineError } from "go-wasm-host";

/** Where to look. `line` and `column` count from 1 and are 0 when Helm does not say. */
export interface ErrorLocation {
  /** A file of the tree; the packed chart, when the template is inside one. */
  file: string;
  /** The template as Helm names it, when a template is to blame. */
  template?: string;
  line: number;
  column: number;
}

/** The chart does not render: one sentence in `message`, Helm's own words in `detail`. */
export class HelmError extends EngineError {
  readonly location: ErrorLocation | undefined;

  constructor(failure: { message: string; detail: string; location?: ErrorLocation }) {
    super("invalid", failure.message, { detail: failure.detail });
    this.location = failure.location;
  }
}
