import { closest } from "../model/closest.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import { type Catalogue, serverTypeOf } from "./catalogue.ts";
import type { FieldPath } from "./place.ts";
import { serverRate } from "./price.ts";
import type { EnvironmentDocument } from "./read.ts";
import { finding } from "./rules.ts";

interface Told {
  path: FieldPath;
  message: string;
  hint: string;
}

/** Server types and locations that are not to be had, and lists that mix architectures. */
export function checkOffers({ environment, place }: EnvironmentDocument, catalogue: Catalogue): Finding[] {
  const { server, agents } = environment?.spec ?? {};
  if (server?.provider !== "hetzner") return [];
  const lists: {
    base: string[];
    declared: { types?: string[] | undefined; locations?: string[] | undefined };
    locations: string[];
  }[] = [
    { base: ["spec", "server"], declared: server, locations: server.locations },
    { base: ["spec", "agents"], declared: agents ?? {}, locations: agents?.locations ?? server.locations },
  ];
  return lists.flatMap(({ base, declared: { types = [], locations: named = [] }, locations }) => {
    const missing = [
      ...named.flatMap((name, index) => missingLocation(name, [...base, "locations", index], catalogue)),
      ...types.flatMap((name, index) => missingType(name, locations, [...base, "types", index], catalogue)),
    ];
    return [
      ...missing.map(({ path, message, hint }) =>
        finding("environment/not-sold", message, { path: fieldPath(path), at: [place(path)], hint }),
      ),
      ...mixedTypes(types, [...base, "types"], catalogue).map(({ path, message, hint }) =>
        finding("environment/architecture", message, { path: fieldPath(path), at: [place(path)], hint }),
      ),
    ];
  });
}

function missingLocation(name: string, path: FieldPath, { locations, date }: Catalogue): Told[] {
  const known = locations.map((one) => one.name);
  if (known.includes(name)) return [];
  const message = `The catalogue of ${date} has no location ${name}`;
  return [{ path, message, hint: didYouMean(name, known) ?? `It has: ${known.join(", ")}` }];
}

function missingType(name: string, locations: readonly string[], path: FieldPath, catalogue: Catalogue): Told[] {
  const { serverTypes, date } = catalogue;
  const type = serverTypeOf(catalogue, name);
  const sold = serverTypes.filter((one) => locations.some((location) => serverRate(catalogue, one.name, location)));
  const names = sold.map((one) => one.name);
  const alternatives = `It has: ${names.join(", ")}`;
  if (type === undefined) {
    const message = `The catalogue of ${date} has no server type ${name}: neither its size nor its price is known`;
    return [{ path, message, hint: didYouMean(name, names) ?? alternatives }];
  }
  const offers = type.locations.filter((offer) => locations.includes(offer.name));
  const ending = offers.find(({ deprecation }) => deprecation !== undefined)?.deprecation;
  const where = locations.join(", ");
  if (!sold.includes(type)) {
    const since = ending === undefined ? "" : ` since ${ending.unavailableAfter}`;
    const message = `${name} is not sold in ${where}${since}, says the catalogue of ${date}`;
    return [{ path, message, hint: `Of its size there is ${alike(type, sold).join(", ") || "nothing"}` }];
  }
  if (ending === undefined) return [];
  const message = `${name} can be ordered until ${ending.unavailableAfter} only`;
  return [{ path, message, hint: "A server that is deleted for the night could then not come back" }];
}

/** Types with as many cores and as much memory. */
function alike(type: Catalogue["serverTypes"][number], sold: Catalogue["serverTypes"]): string[] {
  return sold.filter(({ cores, memory }) => cores === type.cores && memory === type.memory).map(({ name }) => name);
}

/** An image that is built for one architecture does not start on the other. */
function mixedTypes(types: readonly string[], path: FieldPath, catalogue: Catalogue): Told[] {
  const known = types.map((name) => serverTypeOf(catalogue, name));
  const first = known.find((type) => type !== undefined);
  const index = known.findIndex((type) => type !== undefined && type.architecture !== first?.architecture);
  const other = known[index];
  if (first === undefined || other === undefined) return [];
  const names = { arm: "Arm", x86: "x86" };
  const message = `${first.name} is ${names[first.architecture]} and ${other.name} is ${names[other.architecture]}: which one it is depends on the stock of the day`;
  const hint = "List types of one architecture, or make sure that every image is built for both";
  return [{ path: [...path, index], message, hint }];
}

function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = closest(word, candidates);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}
