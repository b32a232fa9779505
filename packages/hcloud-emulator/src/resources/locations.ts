import { locations } from "../catalogue/data.ts";
import { invalid } from "../http/errors.ts";

/** The name of a location that exists, from its name or id. */
export function locationNamed(idOrName: string | number, field: string): string {
  const found = locations.find(({ id, name }) => name === String(idOrName) || String(id) === String(idOrName));
  if (found === undefined) throw invalid(field, `location "${idOrName}" does not exist`);
  return found.name;
}

export const renderLocation = (name: string): Record<string, unknown> => ({
  ...locations.find((location) => location.name === name),
});

export const zoneOf = (name: string): string =>
  locations.find((location) => location.name === name)?.network_zone ?? "eu-central";
