export const id = 450;
export const ids = [450];
export const modules = {

/***/ 60637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ overlap),
/* harmony export */   g: () => (/* binding */ contains)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

function contains(outer, inner) {
    const [around, within] = [networkOf(outer), networkOf(inner)];
    if (around.family !== within.family || around.prefix > within.prefix)
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(around.address, around.prefix, around.family);
    return list.check(within.address, within.family);
}
const overlap = (a, b) => contains(a, b) || contains(b, a);
function networkOf(cidr) {
    const [address = "", prefix = ""] = cidr.split("/");
    return { address, prefix: Number(prefix), family: (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) ? "ipv6" : "ipv4" };
}


/***/ }),

/***/ 89456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ daysText),
/* harmony export */   m: () => (/* binding */ weekdays)
/* harmony export */ });
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function daysText(days) {
    if (days.length === weekdays.length)
        return "every day";
    const runs = [];
    for (const day of weekdays.filter((one) => days.includes(one))) {
        const run = runs.at(-1);
        const last = run?.at(-1);
        if (run !== undefined && last !== undefined && weekdays.indexOf(last) === weekdays.indexOf(day) - 1)
            run.push(day);
        else
            runs.push([day]);
    }
    return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}


/***/ }),

/***/ 75450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readEnvironments: () => (/* binding */ readEnvironments)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/model/closest.js
var closest = __webpack_require__(16072);
// EXTERNAL MODULE: ./build/src/model/field-path.js
var field_path = __webpack_require__(89923);
// EXTERNAL MODULE: ./build/src/environment/cidr.js
var environment_cidr = __webpack_require__(60637);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
;// CONCATENATED MODULE: ./build/src/environment/cron.js

function cronProblem(expression) {
    const fields = expression.trim().split(/\s+/).length;
    if (fields !== 5)
        return "a cron expression has five fields: minute, hour, day of the month, month, day of the week";
    try {
        const next = new croner/* Cron */.l4(expression, { paused: true, timezone: "UTC" }).nextRun();
        return next === null ? "no day ever fits it" : undefined;
    }
    catch (error) {
        const words = error instanceof Error ? error.message.replace(/^CronPattern: /, "") : String(error);
        return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
    }
}

;// CONCATENATED MODULE: ./build/src/environment/time-zone.js
function isTimeZone(name) {
    if (!/^[A-Za-z]/.test(name))
        return false;
    try {
        return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
    }
    catch {
        return false;
    }
}
const timeZones = () => ["UTC", ...Intl.supportedValuesOf("timeZone")];

// EXTERNAL MODULE: ./build/src/environment/days.js
var days = __webpack_require__(89456);
;// CONCATENATED MODULE: ./build/src/environment/distinct.js

function distinct(list, description) {
    return list
        .superRefine((items, context) => {
        for (const [index, item] of items.entries()) {
            if (items.indexOf(item) === index)
                continue;
            context.addIssue({ code: "custom", message: "it is in the list already", path: [index] });
        }
    })
        .meta({ uniqueItems: true, description });
}

;// CONCATENATED MODULE: ./build/src/environment/schema.js





const formatVersion = "slipway.dev/v1alpha1";
const kebab = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const schema_name = schemas/* string */.YjP().regex(kebab, "a name is made of small letters, digits and hyphens");
const locationName = schemas/* string */.YjP().regex(/^[a-z]{3}\d*$/, "a location looks like nbg1");
const serverTypeName = schemas/* string */.YjP().regex(/^[a-z]{2,4}\d+[a-z]*$/, "a server type looks like cx23");
const locations = distinct(schemas/* array */.YOg(locationName).nonempty(), "Where the server may stand, the favourite first. The next is tried when one is out of stock.");
const types = distinct(schemas/* array */.YOg(serverTypeName).nonempty(), "Server types that will do, the favourite first. The next is tried when one is out of stock.");
const networks = schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* cidrv4 */.zrY(), schemas/* cidrv6 */.l7s()], { error: "a network looks like 203.0.113.0/24 or 2001:db8::/32" }))
    .nonempty()
    .max(100)
    .default(["0.0.0.0/0", "::/0"]);
const volume = schemas/* strictObject */.rej({
    name: schema_name.max(32).describe("Name within the Environment."),
    sizeGB: schemas/* int */.Whr().min(10).max(10_240).describe("Size in GB, 10 to 10,240."),
    format: schemas/* enum */.k5n(["ext4", "xfs"]).default("ext4").describe("File system it is formatted with once."),
});
const hetznerServer = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz("hetzner").describe("A server at Hetzner Cloud that slipway makes and removes."),
    locations,
    types,
    image: schemas/* string */.YjP().min(1).default("ubuntu-24.04").describe("Name of the operating system's image."),
    count: schemas/* literal */.euz([1, 3])
        .default(1)
        .describe("Servers that run the control plane: 1 with SQLite, or 3 with embedded etcd."),
    publicIPv4: schemas/* boolean */.zMY().default(true).describe("A public IPv4 address, which costs extra and GitHub is reached by."),
    publicIPv6: schemas/* boolean */.zMY().default(true).describe("A public IPv6 address, which is free."),
    sshFrom: networks.describe("Networks that may reach SSH, in CIDR notation."),
    webFrom: networks.describe("Networks that may reach ports 80 and 443, in CIDR notation."),
    network: schemas/* strictObject */.rej({
        cidr: schemas/* cidrv4 */.zrY("a private network looks like 10.0.0.0/16")
            .default("10.0.0.0/16")
            .describe("Address range of the private network."),
    })
        .optional()
        .describe("A private network between the servers; more than one server always has one."),
    placementGroup: schemas/* boolean */.zMY().default(false).describe("Spread the servers over different hosts."),
    volumes: schemas/* array */.YOg(volume).default([]).describe("Block volumes that stay when the server is replaced."),
    protection: schemas/* boolean */.zMY().default(false).describe("Guard against deletion; teardown then asks for the typed name."),
});
const agents = schemas/* strictObject */.rej({
    count: schemas/* int */.Whr().min(0).max(50).describe("Number of agents, the nodes without a control plane."),
    types: types.optional().describe("Server types of the agents; the server's by default."),
    locations: locations.optional().describe("Locations of the agents; the server's by default."),
});
const noServer = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz("none").describe("The cluster exists already: k3d, EKS, Talos, a dedicated server."),
});
const clockTime = schemas/* string */.YjP().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day looks like "07:30", in quotes');
const environmentSchema = schemas/* strictObject */.rej({
    apiVersion: schemas/* literal */.euz(formatVersion).describe("Version of this format."),
    kind: schemas/* literal */.euz("Environment").describe("Kind of this file."),
    metadata: schemas/* strictObject */.rej({
        name: schema_name.max(30).describe("Name, unique in the repository; part of every resource's name."),
    })
        .describe("What it is called."),
    spec: schemas/* strictObject */.rej({
        server: schemas/* discriminatedUnion */.gMt("provider", [hetznerServer, noServer])
            .describe("The machine that the cluster runs on."),
        agents: agents.optional().describe("Further nodes that only run pods."),
        kubernetes: schemas/* strictObject */.rej({
            distribution: schemas/* enum */.k5n(["k3s"]).default("k3s").describe("Kubernetes distribution."),
            version: schemas/* string */.YjP()
                .regex(/^v1\.\d+\.\d+(\+k3s\d+)?$/, "a version looks like v1.36.2+k3s1")
                .describe("Kubernetes version."),
        })
            .describe("The cluster."),
        argocd: schemas/* strictObject */.rej({
            version: schemas/* string */.YjP()
                .regex(/^v\d+\.\d+\.\d+$/, "a version looks like v3.6.1")
                .describe("Argo CD version."),
            flavour: schemas/* enum */.k5n(["core", "standard", "ha"])
                .default("core")
                .describe("Without, with, or with a replicated UI and API."),
            digest: schemas/* string */.YjP()
                .regex(/^sha256:[0-9a-f]{64}$/, "a digest looks like sha256: and 64 hexadecimal digits")
                .optional()
                .describe("What the flavour's install manifest must hash to, for a version whose hash slipway does not know."),
            kustomization: schemas/* string */.YjP()
                .optional()
                .describe("Folder of a kustomization that installs Argo CD, in the release manifest's place."),
            bootstrap: schemas/* string */.YjP()
                .regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$)).+$/, "a file within the repository looks like manifests/argocd/bootstrap.yaml")
                .describe("File of the Application at the top, from the repository's root."),
        })
            .describe("What deploys everything else."),
        sleep: schemas/* strictObject */.rej({
            timezone: schemas/* string */.YjP()
                .refine(isTimeZone, "there is no such IANA time zone")
                .describe("IANA time zone of the times below, such as Europe/Berlin."),
            down: clockTime.describe("When the server is torn down."),
            up: clockTime.describe("When it comes back."),
            days: distinct(schemas/* array */.YOg(schemas/* enum */.k5n(days/* weekdays */.m)).nonempty(), "Days on which it comes back."),
        })
            .refine(({ down, up }) => down !== up, {
            path: ["up"],
            error: "a server that goes down when it comes back is never there",
        })
            .optional()
            .describe("Hours without a server, which cost nothing."),
        backup: schemas/* strictObject */.rej({
            schedule: schemas/* string */.YjP()
                .superRefine((text, context) => {
                const message = cronProblem(text);
                if (message !== undefined)
                    context.addIssue({ code: "custom", message });
            })
                .describe("Cron expression of five fields, in UTC."),
            keep: schemas/* strictObject */.rej({
                daily: schemas/* int */.Whr().min(1).max(366).optional().describe("Daily copies that are kept."),
                weekly: schemas/* int */.Whr().min(1).max(260).optional().describe("Weekly copies that are kept."),
                monthly: schemas/* int */.Whr().min(1).max(120).optional().describe("Monthly copies that are kept."),
            })
                .describe("How many copies are kept; the last verified one always is."),
        })
            .optional()
            .describe("When the database is dumped."),
        previews: schemas/* strictObject */.rej({
            max: schemas/* int */.Whr().min(0).max(50).describe("Previews that may run at once."),
            ttl: schemas/* string */.YjP()
                .regex(/^\d+[hd]$/, "a span looks like 72h or 3d")
                .describe("How long a preview lives after its last push."),
        })
            .optional()
            .describe("Environments of pull requests."),
        budget: schemas/* strictObject */.rej({
            monthlyEUR: schemas/* number */.aig().positive().describe("Most that a month may cost, in euros net of VAT."),
        })
            .optional()
            .describe("A plan over this is refused."),
    })
        .describe("What should exist."),
});

;// CONCATENATED MODULE: ./build/src/environment/conflicts.js


function conflictsIn(file) {
    const parts = partsOf(file);
    return rules.flatMap((rule) => rule(parts) ?? []);
}
function partsOf(file) {
    const spec = fieldOf(file, "spec");
    const { shape } = environmentSchema.shape.spec;
    return Object.fromEntries(Object.entries(shape).flatMap(([key, schema]) => {
        const parsed = schema.safeParse(fieldOf(spec, key));
        return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }));
}
const fieldOf = (value, key) => typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
const error = (path, message, hint) => ({
    path: path.split("."),
    message,
    hint,
    severity: "error",
});
const warning = (path, message, hint) => ({
    ...error(path, message, hint),
    severity: "warning",
});
const serverless = (section, what) => (parts) => parts.server?.provider === "none" && parts[section] !== undefined
    ? error(`spec.${section}`, `spec.${section} ${what}, but with provider: none slipway has no server there`, `Leave spec.${section} out, or describe the server`)
    : undefined;
const rules = [
    serverless("agents", "asks for more nodes"),
    serverless("sleep", "says when the server is torn down"),
    serverless("budget", "limits what the server may cost"),
    ({ server, sleep }) => server?.provider === "hetzner" && server.count === 3 && sleep
        ? error("spec.sleep", "Three servers cannot sleep: their etcd would be gone every night", "Use count: 1, which comes back from Git and the backup, or leave spec.sleep out")
        : undefined,
    ({ server, sleep, backup }) => server?.provider === "hetzner" && server.volumes.length === 0 && sleep && backup === undefined
        ? warning("spec.sleep", "At every down the server is deleted with its disk, and nothing of it is kept", "Declare spec.backup, or spec.server.volumes for what must stay")
        : undefined,
    ({ server }) => server?.provider === "hetzner" && server.volumes.length > 0 && server.locations.length > 1
        ? warning("spec.server.locations", `A volume stays in its location: once it is there, only ${server.locations[0]} is tried`, "List one location, or keep the data in backups")
        : undefined,
    ({ server }) => server?.provider === "hetzner" && !server.publicIPv4 && !server.publicIPv6
        ? error("spec.server.publicIPv4", "A server without public addresses can neither be reached nor fetch an image", "Set publicIPv4 or publicIPv6 to true")
        : undefined,
    ({ server }) => server?.provider === "hetzner" && !server.publicIPv4 && server.publicIPv6
        ? warning("spec.server.publicIPv4", "GitHub has no IPv6 address: without publicIPv4 neither k3s nor Argo CD can fetch from it", "Set publicIPv4 to true, or give the server a way to IPv4 (NAT64)")
        : undefined,
    ({ server }) => server?.provider === "hetzner" && !server.publicIPv4 && !server.sshFrom.some((network) => network.includes(":"))
        ? error("spec.server.sshFrom", "No network may reach SSH: the server has an IPv6 address only, and the networks are all IPv4", "Add an IPv6 network such as ::/0")
        : undefined,
    ({ server, kubernetes }) => server?.provider === "hetzner" && kubernetes && !kubernetes.version.includes("+k3s")
        ? error("spec.kubernetes.version", `${kubernetes.version} names no release of k3s, so nothing can be installed`, `Add k3s' own number, such as ${kubernetes.version}+k3s1`)
        : undefined,
    ({ server }) => {
        const { cidr } = (server?.provider === "hetzner" && server.network) || {};
        const taken = cidr === undefined ? undefined : clusterRanges.find((one) => (0,environment_cidr/* overlap */.E)(one.cidr, cidr));
        return cidr !== undefined && taken
            ? error("spec.server.network.cidr", `${cidr} overlaps ${taken.cidr}, from which k3s gives addresses to ${taken.what}`, "Choose another range, such as 10.0.0.0/16")
            : undefined;
    },
    ({ server, agents }) => server?.provider === "hetzner" && server.placementGroup && server.count + (agents?.count ?? 0) > spreadLimit
        ? error("spec.server.placementGroup", `A placement group spreads at most ${spreadLimit} servers, and here are ${server.count + (agents?.count ?? 0)}`, "Set placementGroup to false, or have fewer agents")
        : undefined,
];
const spreadLimit = 10;
const clusterRanges = [
    { cidr: "10.42.0.0/16", what: "pods" },
    { cidr: "10.43.0.0/16", what: "Services" },
];

;// CONCATENATED MODULE: ./build/src/environment/place.js

function placeIn(document, path, key, { file, lines }) {
    let node = document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
        const next = child(document, node, step);
        if (next === undefined)
            break;
        offset = startOf(next.key) ?? offset;
        node = next.value;
        const isBlock = (0,dist/* isCollection */.P3)(node) && node.flow !== true;
        if (next.key === undefined || !isBlock)
            offset = startOf(node) ?? offset;
    }
    if (key !== undefined)
        offset = startOf(child(document, node, key)?.key) ?? offset;
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}
function child(document, parent, step) {
    const node = (0,dist/* isAlias */.Vj)(parent) ? parent.resolve(document) : parent;
    if ((0,dist/* isSeq */.oP)(node))
        return typeof step === "number" && step < node.items.length ? { value: node.items[step] } : undefined;
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    return node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === step);
}
const startOf = (node) => ((0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined);

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
;// CONCATENATED MODULE: ./build/src/environment/json-schema.js


function environmentJsonSchema() {
    const { $schema, ...schema } = json_schema_processors/* toJSONSchema */.bl(environmentSchema, { io: "input" });
    return {
        ...($schema !== undefined && { $schema }),
        $id: "https://github.com/slipway-dev/slipway/blob/main/schemas/environment.v1alpha1.json",
        title: "slipway Environment",
        description: "What should exist: a server, a cluster on it, and what they may cost. One file for each environment.",
        ...schema,
    };
}
let known;
function schemaAt(path, value) {
    known ??= environmentJsonSchema();
    let node = known;
    let at = value;
    for (const step of path) {
        if (node === undefined)
            return undefined;
        const field = typeof step === "number" ? node.items : chosen(node, at)?.properties?.[String(step)];
        node = isRecord(field) ? field : undefined;
        at = isRecord(at) || Array.isArray(at) ? Reflect.get(at, step) : undefined;
    }
    return node && chosen(node, at);
}
function chosen(node, value) {
    const choices = (node.oneOf ?? []).filter((one) => typeof one === "object");
    if (choices.length === 0)
        return node;
    const fits = ({ properties = {} }) => Object.entries(properties).some(([key, one]) => typeof one === "object" && one.const !== undefined && isRecord(value) && value[key] === one.const);
    return choices.find(fits) ?? choices[0];
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./build/src/environment/problem.js





function problemsOf(issue, file) {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    if (issue.code === "unrecognized_keys")
        return issue.keys.map((key) => unknownKey(path, key, file));
    const value = valueAt(file, path);
    if (value === undefined)
        return [missing(path, file)];
    const hint = hintOf(issue, path, value);
    return [{ path, message: `${(0,field_path/* fieldPath */.c)(path)} is ${shown(value)}: ${expectation(issue)}`, ...hint }];
}
function unknownKey(path, key, file) {
    const known = Object.keys(schemaAt(path, file)?.properties ?? {});
    const place = path.length === 0 ? "An Environment" : (0,field_path/* fieldPath */.c)(path);
    const withoutServer = (0,field_path/* fieldPath */.c)(path) === "spec.server" && known.length === 1;
    const message = withoutServer
        ? `${place} has ${shown(key)}, and with provider: none there is no server to describe`
        : `${place} has no field ${shown(key)}`;
    return { path, key, message, hint: meant(key, known) ?? `It has: ${known.join(", ")}` };
}
function missing(path, file) {
    const { description, enum: values, const: only } = schemaAt(path, file) ?? {};
    const allowed = only !== undefined ? ` It must be ${shown(only)}.` : values ? ` One of ${list(values)}.` : "";
    const hint = `${description ?? ""}${allowed}`.trim();
    return { path, message: `${(0,field_path/* fieldPath */.c)(path)} is missing`, ...(hint !== "" && { hint }) };
}
function expectation(issue) {
    switch (issue.code) {
        case "invalid_type":
            return `it must be ${typeNames[issue.expected] ?? issue.expected}`;
        case "invalid_value":
            return issue.values.length === 1
                ? `it must be ${shown(issue.values[0])}`
                : `it must be one of ${list(issue.values)}`;
        case "too_small":
            return `it must ${sized(issue.origin, issue.inclusive === false ? "be more than" : "be at least", issue.minimum)}`;
        case "too_big":
            return `it must ${sized(issue.origin, issue.inclusive === false ? "be less than" : "be at most", issue.maximum)}`;
        case "invalid_union":
            return choicesOf(issue).length > 0 ? `it must be one of ${list(choicesOf(issue))}` : issue.message;
        case "invalid_format":
        case "custom":
        case "not_multiple_of":
        case "invalid_key":
        case "invalid_element":
        case "unrecognized_keys":
            return issue.message;
    }
}
const typeNames = {
    int: "a whole number",
    number: "a number",
    string: "text; put it in quotes",
    boolean: "true or false",
    object: "a mapping",
    array: "a list",
};
function sized(origin, comparison, limit) {
    if (origin === "array")
        return comparison.replace("be", "have").concat(` ${limit} ${limit === 1 ? "item" : "items"}`);
    return `${comparison} ${limit}${origin === "string" ? " characters long" : ""}`;
}
function hintOf(issue, path, value) {
    if (typeof value !== "string")
        return {};
    const family = issue.code === "invalid_union" ? (0,external_node_net_.isIP)(value) : 0;
    const hint = family === 0 ? meant(value, optionsOf(issue, path)) : `Did you mean ${value}/${family === 4 ? "32" : "128"}?`;
    return hint === undefined ? {} : { hint };
}
function optionsOf(issue, path) {
    if (path.at(-1) === "timezone")
        return timeZones();
    const options = issue.code === "invalid_value" ? issue.values : choicesOf(issue);
    return options.filter((one) => typeof one === "string");
}
function choicesOf(issue) {
    return issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}
function meant(word, candidates) {
    const begun = candidates.filter((one) => one.startsWith(word) || word.startsWith(one));
    const near = (0,closest/* closest */.k)(word, candidates) ?? (word.length > 1 && begun.length === 1 ? begun[0] : undefined);
    return near === undefined ? undefined : `Did you mean ${near}?`;
}
function valueAt(file, path) {
    return path.reduce((value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined), file);
}
const shownLength = 60;
function shown(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
const list = (values) => values.map(String).join(", ");

// EXTERNAL MODULE: ./build/src/environment/rules.js
var environment_rules = __webpack_require__(48124);
;// CONCATENATED MODULE: ./build/src/environment/read.js









const lengthLimit = 256 * 1024;
function readEnvironments(file, text) {
    if (!looksLikeEnvironment(text))
        return [];
    const lines = new dist/* LineCounter */.HN();
    const documents = text.length > lengthLimit ? "it is longer than 256 KiB" : parse(text, lines);
    if (typeof documents === "string")
        return [unreadable(file, { line: 1, column: 1 }, documents)];
    return documents.flatMap((document) => {
        const [broken] = document.errors;
        if (broken) {
            const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 };
            const [words = "it is not YAML"] = broken.message.split(/ at line \d+/);
            return [unreadable(file, { line, column: col }, words)];
        }
        return document.contents === null ? [] : readDocument(file, document, lines);
    });
}
function looksLikeEnvironment(text) {
    return /^(?:kind:[ \t]*["']?Environment\b|apiVersion:[ \t]*["']?slipway)/m.test(text);
}
function parse(text, lineCounter) {
    try {
        const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter, merge: true, prettyErrors: true, logLevel: "silent" });
        return Array.isArray(documents) ? documents : [];
    }
    catch (error) {
        if (error instanceof RangeError)
            return "its values are nested too deeply";
        throw error;
    }
}
function unreadable(file, position, why) {
    const at = { file, ...position };
    const problem = (0,environment_rules/* finding */.g)("environment/invalid", `The file cannot be read: ${why}`, { at: [at] });
    return {
        name: nameOfFile(file),
        at,
        declared: undefined,
        problems: [problem],
        unreadable: true,
        serverTypes: [],
        place: () => at,
    };
}
function readDocument(file, document, lines) {
    let value;
    try {
        value = document.toJS({ maxAliasCount: 100 });
    }
    catch (error) {
        return [unreadable(file, { line: 1, column: 1 }, error instanceof Error ? error.message : String(error))];
    }
    if (read_isRecord(value) && isForeign(value))
        return [];
    const place = (path, key) => placeIn(document, path, key, { file, lines });
    const told = ({ path, key, message, hint }) => (0,environment_rules/* finding */.g)("environment/invalid", message, {
        path: (0,field_path/* fieldPath */.c)(key === undefined ? path : [...path, key]),
        at: [place(path, key)],
        ...(hint !== undefined && { hint }),
    });
    const parsed = environmentSchema.safeParse(value);
    const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, value)).map(told);
    const conflicts = conflictsIn(value).map(({ path, message, hint, severity }) => (0,environment_rules/* finding */.g)("environment/conflict", message, { path: (0,field_path/* fieldPath */.c)(path), at: [place(path)], hint, severity }));
    const name = textAt(value, "metadata", "name") ?? nameOfFile(file);
    const bootstrap = textAt(value, "spec", "argocd", "bootstrap");
    const isHetzner = textAt(value, "spec", "server", "provider") === "hetzner";
    const types = isHetzner ? read_valueAt(value, ["spec", "server", "types"]) : [];
    return [
        {
            name,
            at: place([]),
            declared: value,
            ...(parsed.success && { environment: parsed.data }),
            problems: [...problems, ...conflicts].toSorted(byPlace),
            unreadable: false,
            ...(bootstrap !== undefined && { bootstrap: bootstrap.replace(/^\.\//, "") }),
            serverTypes: (Array.isArray(types) ? types : []).flatMap((type, index) => typeof type === "string" ? [{ name: type, at: place(["spec", "server", "types", index]) }] : []),
            place,
        },
    ];
}
function isForeign({ apiVersion, kind }) {
    if (apiVersion === undefined)
        return kind !== "Environment";
    if (typeof apiVersion !== "string")
        return true;
    return !apiVersion.startsWith("slipway") && (0,closest/* closest */.k)(apiVersion, [formatVersion]) === undefined;
}
const nameOfFile = (file) => (0,external_node_path_.basename)(file).replace(/\.ya?ml$/, "");
const read_isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function read_valueAt(value, path) {
    return path.reduce((at, key) => (read_isRecord(at) ? at[key] : undefined), value);
}
function textAt(value, ...path) {
    const found = read_valueAt(value, path);
    return typeof found === "string" ? found : undefined;
}
function byPlace({ at: [a] }, { at: [b] }) {
    return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}


/***/ }),

/***/ 89923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ fieldPath)
/* harmony export */ });
function fieldPath(segments) {
    return segments
        .map((segment, index) => {
        if (typeof segment === "number" || /^\d+$/.test(segment))
            return `[${segment}]`;
        if (!/^[A-Za-z_$][\w$-]*$/.test(segment))
            return `[${JSON.stringify(segment)}]`;
        return index === 0 ? segment : `.${segment}`;
    })
        .join("");
}


/***/ })

};
