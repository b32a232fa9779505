/** Writes the figures of docs/costs.md: `node --conditions=source scripts/cost-docs.ts`. A test keeps them current. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { costText, pricesText } from "../src/cli/environment/cost-text.ts";
import { type Catalogue, committedCatalogue } from "../src/environment/catalogue.ts";
import { cost } from "../src/environment/cost.ts";
import { formatEuro, microEuros } from "../src/environment/money.ts";
import { readEnvironments } from "../src/environment/read.ts";
import type { Environment, Sleep } from "../src/environment/schema.ts";
import { plain } from "../src/report/text/style.ts";

const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
export const costsPage = fileOf("docs/costs.md");
const examples = ["dev", "local", "production"];

/** What `slipway env cost` prints for this repository. */
function printed(catalogue: Catalogue): string {
  const texts = examples.map((name) => costText(exampleOf(name), catalogue, plain, 100));
  return `\n\`\`\`text\n${[...texts, pricesText(catalogue, plain, 100)].join("\n")}\`\`\`\n\n`;
}

function exampleOf(name: string): Environment {
  const file = `manifests/environments/${name}.yaml`;
  const [environment] = readEnvironments(file, readFileSync(fileOf(file), "utf8")).map((one) => one.environment);
  if (environment === undefined) throw new Error(`${file} is not valid`);
  return environment;
}

const weekdays: Sleep["days"] = ["mon", "tue", "wed", "thu", "fri"];
const schedules: readonly [what: string, schedule: Omit<Sleep, "timezone"> | undefined][] = [
  ["always on", undefined],
  ["14 hours every day", { up: "08:00", down: "22:00", days: ["sat", "sun", ...weekdays] }],
  ["12 hours on weekdays", { up: "08:00", down: "20:00", days: weekdays }],
  ["8 hours on weekdays", { up: "09:00", down: "17:00", days: weekdays }],
  ["8 hours on one day of the week", { up: "09:00", down: "17:00", days: ["tue"] }],
];

/** The example `dev` with each server type and schedule. */
function table(catalogue: Catalogue): string {
  const types = ["cx23", "cx33", "cx43", "cax21", "cpx32", "ccx13"];
  const monthly = (type: string, schedule: Omit<Sleep, "timezone"> | undefined): string => {
    const { sleep: _, ...spec } = exampleOf("dev").spec;
    const sleep = schedule && { timezone: "Europe/Berlin", ...schedule };
    const environment = { ...exampleOf("dev"), spec: { ...spec, ...(sleep && { sleep }) } };
    return formatEuro(cost(environment, catalogue, { placement: { type, location: "nbg1" } }).monthly);
  };
  const rows = schedules.map(([what, schedule]) => [what, ...types.map((type) => monthly(type, schedule))]);
  return `\n${[["€ a month", ...types], ["---", ...types.map(() => "---:")], ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("")}\n`;
}

/** What is sold by the GB, by the piece and by the hour. */
function units(catalogue: Catalogue): string {
  const rows = [
    [
      "public IPv4 address",
      `€ ${formatEuro(microEuros(catalogue.primaryIPs.find(({ type }) => type === "ipv4")?.monthly ?? "0"))} a month`,
    ],
    ["public IPv6 address", "free"],
    ["volume", `€ ${catalogue.volumePerGBMonth} for a GB and month`],
    ["snapshot", `€ ${catalogue.snapshotPerGBMonth} for a GB and month`],
    ...catalogue.loadBalancerTypes
      .slice(0, 1)
      .map(({ name, monthly }) => [`load balancer ${name}`, `€ ${monthly} a month`]),
  ];
  return `\n${[["what", "price"], ["---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("")}\n`;
}

/** The page with figures of the committed catalogue; throws where it lacks the marks that they go between. */
export function withCosts(text: string): string {
  const catalogue = committedCatalogue();
  return Object.entries({ examples: printed, table, units }).reduce((page, [name, make]) => {
    const section = new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- end of ${name} -->)`);
    if (!section.test(page)) throw new Error(`docs/costs.md lacks the marks around ${name}`);
    return page.replace(section, () => make(catalogue));
  }, text);
}

if (import.meta.main) writeFileSync(costsPage, withCosts(readFileSync(costsPage, "utf8")));
