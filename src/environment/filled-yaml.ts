import { Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import { privateNetwork } from "./network.ts";
import type { Environment } from "./schema.ts";

/** An Environment as YAML that can be used as it is, with a comment at what the file does not say itself. */
export function filledYaml(environment: Environment, declared: unknown): string {
  // Readers of YAML 1.1 take a bare 20:00 for a number.
  const document = new Document(withNetwork(environment), { version: "1.1" });
  if (isMap(document.contents)) arrange(document.contents, declared, []);
  return document.toString({ lineWidth: 0 });
}

function withNetwork(environment: Environment): Environment {
  const { server } = environment.spec;
  const cidr = privateNetwork(environment);
  if (server.provider === "none" || cidr === undefined) return environment;
  return { ...environment, spec: { ...environment.spec, server: { ...server, network: { cidr } } } };
}

/** Lists of words on a line, and `default` beside what was filled in. */
function arrange(map: YAMLMap, declared: unknown, path: readonly string[]): void {
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const given = fieldOf(declared, key);
    if (isSeq(pair.value) && pair.value.items.every((item) => isScalar(item))) pair.value.flow = true;
    if (given === undefined)
      mark(pair, path.concat(key).join(".") === "spec.server.network" ? "implied by several servers" : "default");
    else if (isMap(pair.value)) arrange(pair.value, given, [...path, key]);
  }
}

function mark({ key, value }: Pair, words: string): void {
  if (isMap(value) && isScalar(key)) {
    value.flow = true;
    value.comment = ` ${words}`;
  } else if (isScalar(value) || isSeq(value)) value.comment = ` ${words}`;
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
