import { z } from "zod";
import { cronProblem } from "./cron.ts";
import { isTimeZone } from "./time-zone.ts";
import { weekdays } from "./days.ts";
import { distinct } from "./distinct.ts";

export const formatVersion = "slipway.dev/v1alpha1";

const kebab = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const name = z.string().regex(kebab, "a name is made of small letters, digits and hyphens");
/** Only the shape: which there are is in the catalogue, so that a new site or type needs no release. */
const locationName = z.string().regex(/^[a-z]{3}\d*$/, "a location looks like nbg1");
const serverTypeName = z.string().regex(/^[a-z]{2,4}\d+[a-z]*$/, "a server type looks like cx23");
const locations = distinct(
  z.array(locationName).nonempty(),
  "Where the server may stand, the favourite first. The next is tried when one is out of stock.",
);
const types = distinct(
  z.array(serverTypeName).nonempty(),
  "Server types that will do, the favourite first. The next is tried when one is out of stock.",
);
const networks = z
  .array(z.union([z.cidrv4(), z.cidrv6()], { error: "a network looks like 203.0.113.0/24 or 2001:db8::/32" }))
  .nonempty()
  .max(100)
  .default(["0.0.0.0/0", "::/0"]);

const volume = z.strictObject({
  name: name.max(32).describe("Name within the Environment."),
  sizeGB: z.int().min(10).max(10_240).describe("Size in GB, 10 to 10,240."),
  format: z.enum(["ext4", "xfs"]).default("ext4").describe("File system it is formatted with once."),
});

const hetznerServer = z.strictObject({
  provider: z.literal("hetzner").describe("A server at Hetzner Cloud that slipway makes and removes."),
  locations,
  types,
  image: z.string().min(1).default("ubuntu-24.04").describe("Name of the operating system's image."),
  count: z
    .literal([1, 3])
    .default(1)
    .describe("Servers that run the control plane: 1 with SQLite, or 3 with embedded etcd."),
  publicIPv4: z.boolean().default(true).describe("A public IPv4 address, which costs extra and GitHub is reached by."),
  publicIPv6: z.boolean().default(true).describe("A public IPv6 address, which is free."),
  sshFrom: networks.describe("Networks that may reach SSH, in CIDR notation."),
  webFrom: networks.describe("Networks that may reach ports 80 and 443, in CIDR notation."),
  network: z
    .strictObject({
      cidr: z
        .cidrv4("a private network looks like 10.0.0.0/16")
        .default("10.0.0.0/16")
        .describe("Address range of the private network."),
    })
    .optional()
    .describe("A private network between the servers; more than one server always has one."),
  placementGroup: z.boolean().default(false).describe("Spread the servers over different hosts."),
  volumes: z.array(volume).default([]).describe("Block volumes that stay when the server is replaced."),
  protection: z.boolean().default(false).describe("Guard against deletion; teardown then asks for the typed name."),
});

const agents = z.strictObject({
  count: z.int().min(0).max(50).describe("Number of agents, the nodes without a control plane."),
  types: types.optional().describe("Server types of the agents; the server's by default."),
  locations: locations.optional().describe("Locations of the agents; the server's by default."),
});

const noServer = z.strictObject({
  provider: z.literal("none").describe("The cluster exists already: k3d, EKS, Talos, a dedicated server."),
});

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day looks like "07:30", in quotes');

/** What should exist, one file for each environment. Every figure says its unit. */
export const environmentSchema = z.strictObject({
  apiVersion: z.literal(formatVersion).describe("Version of this format."),
  kind: z.literal("Environment").describe("Kind of this file."),
  metadata: z
    .strictObject({
      name: name.max(30).describe("Name, unique in the repository; part of every resource's name."),
    })
    .describe("What it is called."),
  spec: z
    .strictObject({
      server: z
        .discriminatedUnion("provider", [hetznerServer, noServer])
        .describe("The machine that the cluster runs on."),
      agents: agents.optional().describe("Further nodes that only run pods."),
      kubernetes: z
        .strictObject({
          distribution: z.enum(["k3s"]).default("k3s").describe("Kubernetes distribution."),
          version: z
            .string()
            .regex(/^v1\.\d+\.\d+(\+k3s\d+)?$/, "a version looks like v1.36.2+k3s1")
            .describe("Kubernetes version."),
        })
        .describe("The cluster."),
      argocd: z
        .strictObject({
          version: z
            .string()
            .regex(/^v\d+\.\d+\.\d+$/, "a version looks like v3.6.1")
            .describe("Argo CD version."),
          flavour: z
            .enum(["core", "standard", "ha"])
            .default("core")
            .describe("Without, with, or with a replicated UI and API."),
          digest: z
            .string()
            .regex(/^sha256:[0-9a-f]{64}$/, "a digest looks like sha256: and 64 hexadecimal digits")
            .optional()
            .describe(
              "What the flavour's install manifest must hash to, for a version whose hash slipway does not know.",
            ),
          kustomization: z
            .string()
            .optional()
            .describe("Folder of a kustomization that installs Argo CD, in the release manifest's place."),
          bootstrap: z
            .string()
            .regex(
              /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$)).+$/,
              "a file within the repository looks like manifests/argocd/bootstrap.yaml",
            )
            .describe("File of the Application at the top, from the repository's root."),
        })
        .describe("What deploys everything else."),
      sleep: z
        .strictObject({
          timezone: z
            .string()
            .refine(isTimeZone, "there is no such IANA time zone")
            .describe("IANA time zone of the times below, such as Europe/Berlin."),
          down: clockTime.describe("When the server is torn down."),
          up: clockTime.describe("When it comes back."),
          days: distinct(z.array(z.enum(weekdays)).nonempty(), "Days on which it comes back."),
        })
        .refine(({ down, up }) => down !== up, {
          path: ["up"],
          error: "a server that goes down when it comes back is never there",
        })
        .optional()
        .describe("Hours without a server, which cost nothing."),
      backup: z
        .strictObject({
          schedule: z
            .string()
            .superRefine((text, context) => {
              const message = cronProblem(text);
              if (message !== undefined) context.addIssue({ code: "custom", message });
            })
            .describe("Cron expression of five fields, in UTC."),
          keep: z
            .strictObject({
              daily: z.int().min(1).max(366).optional().describe("Daily copies that are kept."),
              weekly: z.int().min(1).max(260).optional().describe("Weekly copies that are kept."),
              monthly: z.int().min(1).max(120).optional().describe("Monthly copies that are kept."),
            })
            .describe("How many copies are kept; the last verified one always is."),
        })
        .optional()
        .describe("When the database is dumped."),
      previews: z
        .strictObject({
          max: z.int().min(0).max(50).describe("Previews that may run at once."),
          ttl: z
            .string()
            .regex(/^\d+[hd]$/, "a span looks like 72h or 3d")
            .describe("How long a preview lives after its last push."),
        })
        .optional()
        .describe("Environments of pull requests."),
      budget: z
        .strictObject({
          monthlyEUR: z.number().positive().describe("Most that a month may cost, in euros net of VAT."),
        })
        .optional()
        .describe("A plan over this is refused."),
    })
    .describe("What should exist."),
});

/** An Environment with its defaults filled in. */
export type Environment = z.output<typeof environmentSchema>;
export type HetznerServer = z.output<typeof hetznerServer>;
export type Sleep = NonNullable<Environment["spec"]["sleep"]>;
