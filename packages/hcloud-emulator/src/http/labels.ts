import { z } from "zod";

const name = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
const prefix = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** What is wrong with a label's key, or undefined. Rules: https://docs.hetzner.cloud/reference/cloud#labels */
function keyProblem(key: string): string | undefined {
  const slash = key.indexOf("/");
  const domain = slash === -1 ? undefined : key.slice(0, slash);
  if (domain === "hetzner.cloud") return "the prefix hetzner.cloud/ is reserved";
  if (domain !== undefined && (domain.length > 253 || !prefix.test(domain)))
    return `label key "${key}" has a bad prefix`;
  return name.test(key.slice(slash + 1)) ? undefined : `label key "${key}" is not correctly formatted`;
}

const valueProblem = (value: string): string | undefined =>
  value === "" || name.test(value) ? undefined : `label value "${value}" is not correctly formatted`;

export const labelsSchema = z.record(z.string(), z.string()).superRefine((labels, context) => {
  for (const [key, value] of Object.entries(labels)) {
    const message = keyProblem(key) ?? valueProblem(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  }
});
