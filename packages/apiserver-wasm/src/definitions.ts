import type { HostCalls } from "go-wasm-host";
import { isTooDeep } from "./depth.ts";
import type { Manifest } from "./request.ts";

/** A CustomResourceDefinition's manifest. */
export type CustomResourceDefinition = Manifest;

/** The definition of a group and kind. The same object stands for the same definition: it is compiled once. */
export type Definitions = (group: string, kind: string) => CustomResourceDefinition | undefined;

/** The engine's side is go/review/definitions.go. */
export function answersOf(current: () => Definitions): HostCalls {
  const ids = new Ids();
  return {
    definition(request) {
      const { group, kind, known } = asked(request);
      const definition = current()(group, kind);
      if (definition === undefined) return { id: "" };
      const id = ids.of(definition);
      if (id === known) return { id };
      return { id, definition: isTooDeep(definition) ? "exceeded max depth" : definition };
    },
  };
}

/** Looks definitions up in a list of them. */
export function listed(definitions: readonly CustomResourceDefinition[]): Definitions {
  const byKind = new Map<string, CustomResourceDefinition>();
  for (const definition of definitions) {
    const manifest: unknown = typeof definition === "string" ? JSON.parse(definition) : definition;
    const spec = property(manifest, "spec");
    const [group, kind] = [property(spec, "group"), property(property(spec, "names"), "kind")];
    if (typeof group === "string" && typeof kind === "string") byKind.set(`${group}/${kind}`, definition);
  }
  return (group, kind) => byKind.get(`${group}/${kind}`);
}

function asked(request: unknown): { group: string; kind: string; known: string } {
  const [group, kind, known] = ["group", "kind", "known"].map((name) => String(property(request, name) ?? ""));
  return { group: group ?? "", kind: kind ?? "", known: known ?? "" };
}

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}

/** Definitions are told apart by identity; texts by what they say. */
class Ids {
  readonly #objects = new WeakMap<object, string>();
  readonly #texts = new Map<string, string>();
  #last = 0;

  of(definition: CustomResourceDefinition): string {
    const known = typeof definition === "string" ? this.#texts.get(definition) : this.#objects.get(definition);
    if (known !== undefined) return known;
    const id = String((this.#last += 1));
    if (typeof definition === "string") this.#texts.set(definition, id);
    else this.#objects.set(definition, id);
    return id;
  }
}
