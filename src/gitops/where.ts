import type { SourceLocation } from "../model/resource.ts";

/** Places for people: files of this repository as they are, others under the Application that brought them. */
export class Where {
  private readonly own: boolean;
  private readonly at: readonly SourceLocation[];
  private readonly origin: string;

  constructor(own: boolean, at: readonly SourceLocation[], origin: string) {
    this.own = own;
    this.at = at;
    this.origin = origin;
  }

  file(path: string): SourceLocation[] {
    return this.moved([{ file: path, line: 1, column: 1 }]);
  }

  moved(found: readonly SourceLocation[]): SourceLocation[] {
    const declared = this.at.map((place) => ({ ...place, via: place.via ?? "Application" }));
    if (this.own) return [...found, ...declared];
    const [first, ...rest] = declared;
    if (first === undefined) return [];
    return [{ ...first, via: `${found[0]?.file ?? "a file"} of ${this.origin}` }, ...rest];
  }
}
