export const id = 211;
export const ids = [211];
export const modules = {

/***/ 2336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ checkRules),
/* harmony export */   g: () => (/* binding */ finding)
/* harmony export */ });
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8073);

const checkRules = {
    "yaml/syntax": ["error", "A YAML or JSON file that no parser accepts"],
    "yaml/duplicate-key": ["error", "A key given twice in one mapping, of which only one counts"],
    "yaml/ambiguous-scalar": ["warning", "An unquoted value that Kubernetes reads as something else than it looks like"],
    "yaml/alias-bomb": ["error", "Aliases that expand to far more than the file holds"],
    "yaml/encoding": ["error", "A YAML file that is not UTF-8 text"],
    "yaml/too-large": ["warning", "A YAML file too large to be read as manifests"],
    "schema/invalid": ["error", "A resource that does not match the schema of its kind"],
    "schema/unreadable": ["error", "A manifest that cannot be read as a Kubernetes resource"],
    "schema/missing": ["notice", "A kind for which no schema is known"],
};
const finding = (0,_model_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(checkRules);


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(7375);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(1729);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(8797);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(4041);
// EXTERNAL MODULE: ./build/src/cli/report-command.js + 48 modules
var report_command = __webpack_require__(347);
;// CONCATENATED MODULE: ./build/src/cli/program.js




function createProgram(terminal, signal, outcome) {
    const program = new commander/* Command */.uB("slipway")
        .description("Renders, checks and diffs the manifests of a GitOps repository as Argo CD and the API server would.")
        .version(build_package/* version */.rE)
        .exitOverride()
        .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
        .showSuggestionAfterError()
        .showHelpAfterError("(slipway --help lists every option)");
    const report = (command) => rendering(command)
        .option("--base <ref>", "branch, tag or commit to compare with (default: the remote's default branch)")
        .addOption(new commander/* Option */.c$("--format <format>", "how to print the report").choices(report_command/* formats */.F).default("text"))
        .addOption(new commander/* Option */.c$("--fail-on <level>", "exit with 1 from this severity on").choices(verdict/* failOnLevels */.R).default("error"))
        .option("--schema-location <location>", "where to look for schemas, in order; may be repeated", collect, [])
        .option("--stats", "say where the time went", false);
    report(program.command("validate", { isDefault: true }))
        .description("render everything, check it, and compare it with the base")
        .action(async (options) => {
        const { runReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 347));
        outcome.exitCode = await runReport("validate", options, terminal, signal);
    });
    report(program.command("diff"))
        .description("only what changes against the base")
        .action(async (options) => {
        const { runReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 347));
        outcome.exitCode = await runReport("diff", options, terminal, signal);
    });
    rendering(program.command("render"))
        .argument("[application]", "name of an Application, or path of a kustomization, chart or folder (default: all)")
        .description("print manifests as they would be applied")
        .action(async (name, options) => {
        const { runRender } = await __webpack_require__.e(/* import() */ 661).then(__webpack_require__.bind(__webpack_require__, 8661));
        outcome.exitCode = await runRender(name, options, terminal, signal);
    });
    rendering(program.command("lock"))
        .option("--update", "resolve every version anew", false)
        .description("pin every chart and repository from elsewhere in manifests/charts.lock.yaml")
        .action(async (options) => {
        const { runLock } = await __webpack_require__.e(/* import() */ 562).then(__webpack_require__.bind(__webpack_require__, 8562));
        outcome.exitCode = await runLock(options, terminal, signal);
    });
    program
        .command("explain")
        .argument("<rule>", "a rule such as yaml/duplicate-key, or an error code such as SLW-BASE")
        .description("what a rule or an error code means")
        .action(async (rule) => {
        const { explain } = await __webpack_require__.e(/* import() */ 867).then(__webpack_require__.bind(__webpack_require__, 6867));
        outcome.exitCode = explain(rule, terminal);
    });
    return program;
}
function rendering(command) {
    return command
        .option("--root <dir>", "folder of the repository", ".")
        .option("--kubernetes-version <version>", "the cluster's version, such as 1.36", kubernetesVersion)
        .option("--no-cache", "render everything anew")
        .option("--offline", "use only what has been fetched before", false)
        .option("--require-sources", "a source that cannot be fetched is an error", false)
        .option("--timeout <seconds>", "time limit for rendering one Application", seconds);
}
const collect = (value, before) => [...before, value];
function kubernetesVersion(value) {
    if (/^v?\d+\.\d+(\.\d+)?([-+][\w.+-]+)?$/.test(value))
        return value;
    throw new commander/* InvalidArgumentError */.Di("It should look like 1.36 or v1.36.2+k3s1.");
}
function seconds(value) {
    const parsed = Number(value);
    if (parsed > 0 && parsed <= 3600)
        return parsed;
    throw new commander/* InvalidArgumentError */.Di("It should be a number of seconds up to 3600.");
}

// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(6179);
;// CONCATENATED MODULE: ./build/src/cli/terminal.js

function terminal({ env, stdout, stderr }) {
    return {
        out: (text) => void stdout.write(text),
        err: (text) => void stderr.write(text),
        width: stdout.isTTY === true ? stdout.columns : undefined,
        colour: (0,style.wantsColour)(env, stdout.isTTY === true),
        live: stderr.isTTY === true && (env["CI"] ?? "") === "" && env["TERM"] !== "dumb",
        env,
    };
}

;// CONCATENATED MODULE: ./build/src/cli/main.js




async function main(argv) {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    process.once("SIGINT", cancel).once("SIGTERM", cancel);
    process.stdout.on("error", tolerateClosedPipe);
    const outcome = { exitCode: model_error/* exitCodes */.hS.fine };
    try {
        await createProgram(terminal(process), cancelled.signal, outcome).parseAsync(argv);
        return outcome.exitCode;
    }
    catch (error) {
        if (error instanceof commander/* CommanderError */.b7)
            return error.exitCode === 0 ? model_error/* exitCodes */.hS.fine : model_error/* exitCodes */.hS.usage;
        if (cancelled.signal.aborted) {
            process.stderr.write("slipway: stopped\n");
            return model_error/* exitCodes */.hS.outside;
        }
        process.stderr.write(`${describe(error)}\n`);
        return error instanceof model_error/* SlipwayError */.GQ ? error.exitCode : model_error/* exitCodes */.hS.internal;
    }
}
function tolerateClosedPipe(error) {
    if (error.code !== "EPIPE")
        throw error;
}
function describe(error) {
    if (error instanceof model_error/* SlipwayError */.GQ) {
        return [`${error.code} ${error.message}`, ...(error.hint === undefined ? [] : [`  ${error.hint}`])].join("\n");
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `slipway met a bug of its own. Please report it with these lines:\n${stack}`;
}


/***/ }),

/***/ 69:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ progressLine)
/* harmony export */ });
const doing = {
    read: "reading the repository",
    render: "rendering",
    compare: "rendering the base",
    check: "checking",
    diff: "comparing",
};
function progressLine(terminal) {
    if (!terminal.live)
        return { onProgress: () => undefined, clear: () => undefined };
    const draw = (text) => terminal.err(`\r\u001B[K${text}`);
    return {
        onProgress(event) {
            if (event.kind === "phase")
                draw(`${doing[event.phase]} …`);
            else if (event.event.kind === "started")
                draw(`fetching ${event.event.source} …`);
            else if (event.event.kind === "retrying")
                draw(`fetching ${event.event.source} again: ${event.event.reason}`);
        },
        clear: () => draw(""),
    };
}


/***/ }),

/***/ 347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ formats),
  runReport: () => (/* binding */ runReport)
});

// EXTERNAL MODULE: ./build/src/engine/index.js + 18 modules
var engine = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(4041);
// EXTERNAL MODULE: ./build/src/model/report.js
var report = __webpack_require__(8205);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(8797);
// EXTERNAL MODULE: ./build/src/model/finding.js
var finding = __webpack_require__(5382);
;// CONCATENATED MODULE: ./build/src/run/merge-findings.js

function mergeFindings(findings) {
    const alike = new Map();
    const names = new Set(findings.flatMap(({ application, resource }) => [application, resource?.name]));
    for (const finding of findings) {
        const key = keyOf(finding, names);
        alike.set(key, [...(alike.get(key) ?? []), finding]);
    }
    return [...alike.values()].map(merged);
}
function keyOf({ rule, message, application, resource, path, at }, names) {
    const [place] = at;
    const sentence = place === undefined ? [application, message] : withoutNames(message, names);
    return JSON.stringify([rule, place?.file, place?.line, place?.column, resource?.kind, path, sentence]);
}
const withoutNames = (message, names) => message
    .split(" ")
    .map((word) => (names.has(word.replace(/[:,]$/, "")) ? "…" : word))
    .join(" ");
function merged(alike) {
    const [first, ...rest] = alike.toSorted((a, b) => finding/* severities */.g.indexOf(a.severity) - finding/* severities */.g.indexOf(b.severity));
    if (first === undefined)
        throw new TypeError("there is at least one of each");
    const others = new Set(rest.map(({ application }) => application));
    others.delete(first.application);
    if (others.size === 0)
        return first;
    const count = others.size === 1 ? "another Application" : `${others.size} other Applications`;
    return { ...first, message: `${first.message} (also in ${count})` };
}

;// CONCATENATED MODULE: ./build/src/run/reach.js
function reachOf(applications) {
    const declared = applications.filter(({ report }) => report.kind === "Application");
    const deployed = declared.length > 0 ? declared : applications.filter(({ aside }) => aside !== true);
    const files = deployed.flatMap(({ rendered }) => Object.entries(rendered.reads.files));
    const others = applications.filter((one) => !deployed.includes(one));
    return {
        files: new Set(files.flatMap(([file, id]) => (id === null ? [] : [file]))),
        outside: new Set(others.map(({ report }) => report.name)),
    };
}
function weigh(findings, { outside }) {
    return findings.map((finding) => {
        const { severity, application = "", resource } = finding;
        const deployed = !outside.has(application) || resource?.apiVersion.startsWith("argoproj.io/") === true;
        return severity === "error" && !deployed ? { ...finding, severity: "warning" } : finding;
    });
}

;// CONCATENATED MODULE: ./build/src/run/assemble.js




function assemble(outcome) {
    const { workspace, head, comparison, unchanged, durations, peakMemoryBytes } = outcome;
    const { base } = workspace;
    const applications = head.applications.map(({ report }) => withStatus(report, unchanged));
    const found = [
        ...head.findings,
        ...head.applications.flatMap(({ rendered }) => rendered.findings),
        ...outcome.findings,
        ...(comparison?.findings ?? []),
    ];
    const findings = mergeFindings(weigh(outcome.requireSources ? found.map(demandSource) : found, outcome.reach));
    return {
        version: report/* reportVersion */.f,
        slipway: build_package/* version */.rE,
        kubernetesVersion: workspace.kubernetesVersion,
        ...(base && { base: { ref: base.ref, commit: base.commit } }),
        applications,
        findings,
        changes: comparison?.changes ?? [],
        ...(comparison && { applicationChanges: comparison.applicationChanges }),
        stats: statsOf(head.applications, durations, peakMemoryBytes),
    };
}
function withStatus(report, unchanged) {
    return report.status === "rendered" && unchanged.has(report.name) ? { ...report, status: "unchanged" } : report;
}
function demandSource(finding) {
    return finding.rule === "render/source-unavailable" ? { ...finding, severity: "error" } : finding;
}
function statsOf(applications, durations, peakMemoryBytes) {
    const cached = applications.filter(({ reused }) => reused).length;
    const rendered = applications.filter(({ rendering, reused }) => rendering !== undefined && !reused).length;
    const resources = applications.reduce((sum, { report }) => sum + report.resources, 0);
    return { applications: applications.length, resources, rendered, cached, durations, peakMemoryBytes };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./build/src/yaml/flow-indent.js
var flow_indent = __webpack_require__(3484);
;// CONCATENATED MODULE: ./build/src/checks/line-index.js
function lineIndex(text) {
    let starts;
    const index = () => {
        const found = [0];
        for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
            found.push(at + 1);
        return found;
    };
    return {
        position(offset) {
            starts ??= index();
            let low = 0;
            let high = starts.length - 1;
            while (low < high) {
                const middle = (low + high + 1) >> 1;
                if ((starts[middle] ?? 0) <= offset)
                    low = middle;
                else
                    high = middle - 1;
            }
            return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
        },
    };
}

// EXTERNAL MODULE: ./build/src/checks/rules.js
var rules = __webpack_require__(2336);
;// CONCATENATED MODULE: ./build/src/checks/yaml-traps.js
const word = /^(?:y|yes|on|n|no|off)$/i;
const spelling = /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/;
const trueWords = new Set(["y", "yes", "on"]);
const octal = /^[-+]?0[0-7_]+$/;
const underscored = /^[-+]?\d[\d_]*_[\d_]*$/;
const trailingZero = /^[-+]?\d+\.\d*0$/;
const modeField = /mode$/i;
function scalarTrap(text, key) {
    if (word.test(text) && spelling.test(text))
        return `is read as the boolean ${trueWords.has(text.toLowerCase())}`;
    if (octal.test(text) && !modeField.test(key ?? "")) {
        return `is read as the octal number ${Number.parseInt(text.replaceAll("_", ""), 8)}`;
    }
    if (underscored.test(text))
        return `is read as the number ${Number(text.replaceAll("_", ""))}`;
    if (key !== undefined && trailingZero.test(text) && Number(text) !== 0)
        return `is read as the number ${Number(text)}`;
    return undefined;
}
function keyTrap(text) {
    return word.test(text) && spelling.test(text)
        ? `is read as the key "${trueWords.has(text.toLowerCase())}"`
        : undefined;
}

;// CONCATENATED MODULE: ./build/src/checks/yaml.js





const yamlSizeLimit = 8 * 1024 * 1024;
const expandedNodeLimit = 100_000;
const maxDepth = 500;
function checkYaml(file, bytes) {
    const top = [{ file, line: 1, column: 1 }];
    if (bytes.length > yamlSizeLimit) {
        const size = (bytes.length / 1024 / 1024).toFixed(0);
        return [(0,rules/* finding */.g)("yaml/too-large", `${file} has ${size} MiB and is not read as manifests`, { at: top })];
    }
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        const hint = "Save the file as UTF-8; if it is no text at all, give it another ending.";
        return [(0,rules/* finding */.g)("yaml/encoding", `${file} is not UTF-8 text`, { at: top, hint })];
    }
    try {
        const { value: events, text: read, moved } = (0,flow_indent/* readFlowsAsGo */.G)(text, (source) => (0,js_yaml/* parseEvents */.PH)(source, { maxDepth }));
        const lines = lineIndex(read);
        return walk(read, events).map(({ rule, message, hint, offset }) => {
            const { line, column } = lines.position(offset);
            const at = [{ file, line, column: column - (moved.get(line) ?? 0) }];
            return (0,rules/* finding */.g)(rule, message, { at, ...(hint !== undefined && { hint }) });
        });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const position = error.mark ? { line: error.mark.line + 1, column: error.mark.column + 1 } : { line: 1, column: 1 };
        return [(0,rules/* finding */.g)("yaml/syntax", `${file} is not valid YAML: ${error.reason}`, { at: [{ file, ...position }] })];
    }
}
function walk(text, events) {
    const issues = [];
    let traps = [];
    let stack = [];
    let sizes = new Map();
    let bombed = false;
    const close = (nodes, anchor, offset) => {
        if (anchor !== undefined)
            sizes.set(anchor, nodes);
        const parent = stack.at(-1);
        if (!parent)
            return;
        parent.nodes += nodes;
        if (parent.nodes > expandedNodeLimit && !bombed && sizes.size > 0) {
            bombed = true;
            const message = `Aliases expand to more than ${expandedNodeLimit} values`;
            issues.push({ rule: "yaml/alias-bomb", message, hint: "Kubernetes' parser refuses such a document.", offset });
        }
    };
    const placed = (scalar, offset) => {
        const parent = stack.at(-1);
        if (!parent?.keys)
            return;
        if (parent.key !== undefined) {
            parent.key = undefined;
            return;
        }
        parent.key = scalar ?? "";
        if (scalar === undefined || scalar === "<<")
            return;
        if (parent.keys.has(scalar)) {
            const hint = "Remove one of them: some parsers refuse the file, the others keep the last one.";
            issues.push({ rule: "yaml/duplicate-key", message: `The key "${scalar}" is given twice`, hint, offset });
        }
        parent.keys.add(scalar);
    };
    for (const event of events) {
        switch (event.type) {
            case js_yaml/* EVENT_ID */.hy.DOCUMENT:
                traps = [];
                sizes = new Map();
                stack = [];
                break;
            case js_yaml/* EVENT_ID */.hy.MAPPING:
            case js_yaml/* EVENT_ID */.hy.SEQUENCE: {
                const keys = event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? new Set() : undefined;
                const anchor = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
                const parent = stack.at(-1);
                if (parent?.keys !== undefined && parent.key === undefined) {
                    const message = "A mapping or list is used as a key, which Kubernetes' parser refuses";
                    const hint = "A value that begins with {{ must be in quotes.";
                    issues.push({ rule: "yaml/syntax", message, hint, offset: event.start });
                }
                placed(undefined, event.start);
                stack.push({ keys, key: undefined, anchor, nodes: 1 });
                break;
            }
            case js_yaml/* EVENT_ID */.hy.SCALAR: {
                const parent = stack.at(-1);
                const isKey = parent?.keys !== undefined && parent.key === undefined;
                const value = (0,js_yaml/* getScalarValue */.KE)(text, event);
                if (event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && event.tagStart < 0) {
                    const trap = isKey ? keyTrap(value) : scalarTrap(value, parent?.key);
                    const hint = `Write "${value}" in quotes if you mean the text.`;
                    if (trap)
                        traps.push({ rule: "yaml/ambiguous-scalar", message: `${value} ${trap}`, hint, offset: event.valueStart });
                }
                placed(value, event.valueStart);
                close(1, event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd), event.valueStart);
                break;
            }
            case js_yaml/* EVENT_ID */.hy.ALIAS:
                placed(undefined, event.anchorStart);
                close(sizes.get(text.slice(event.anchorStart, event.anchorEnd)) ?? 1, undefined, event.anchorStart);
                break;
            case js_yaml/* EVENT_ID */.hy.POP: {
                const frame = stack.pop();
                if (!frame)
                    break;
                if (stack.length === 0 && frame.keys?.has("apiVersion") === true && frame.keys.has("kind"))
                    issues.push(...traps);
                close(frame.nodes, frame.anchor, 0);
                break;
            }
        }
    }
    return issues.sort((a, b) => a.offset - b.offset);
}

// EXTERNAL MODULE: ./build/src/gitops/glob.js + 1 modules
var glob = __webpack_require__(9357);
// EXTERNAL MODULE: ./build/src/yaml/template.js
var template = __webpack_require__(5707);
;// CONCATENATED MODULE: ./build/src/run/text-scalars.js
function staysText({ rule, at: [place] }, text, made) {
    if (rule !== "yaml/ambiguous-scalar" || place === undefined)
        return false;
    if (made.length === 0)
        return true;
    const line = text.split("\n", place.line)[place.line - 1] ?? "";
    const [written] = /^[-+.\w]+/.exec(line.slice(place.column - 1)) ?? [];
    return made.some(({ manifest }) => hasText(manifest, written));
}
function hasText(value, text) {
    if (typeof value !== "object" || value === null)
        return value === text;
    if (Array.isArray(value))
        return value.some((item) => hasText(item, text));
    return Object.entries(value).some(([key, item]) => key === text || hasText(item, text));
}

;// CONCATENATED MODULE: ./build/src/run/check-files.js





function checkFiles({ tree, ignore, reach, applications, remember }) {
    const resources = resourcesByFile(applications);
    return [...tree.files()]
        .filter((file) => /\.ya?ml$/.test(file) && !isChartTemplate(file, tree))
        .filter((file) => !ignore.some((pattern) => (0,glob/* matchesDoubleStar */.LC)(pattern, file)))
        .flatMap((file) => {
        const read = () => tree.read(file) ?? new Uint8Array();
        const found = remember(`yaml ${file}`, tree.lookup(file)?.id ?? "", () => checkYaml(file, read()));
        if (found.length === 0)
            return [];
        const text = new TextDecoder().decode(read());
        const relevant = found.filter((one) => !staysText(one, text, resources().get(file) ?? []));
        return reach.files.has(file) || declaresForArgo(text) ? relevant : asUnread(relevant, text);
    });
}
function isChartTemplate(file, tree) {
    for (let folder = external_node_path_.posix.dirname(file); folder !== "."; folder = external_node_path_.posix.dirname(folder)) {
        const chart = external_node_path_.posix.join(external_node_path_.posix.dirname(folder), "Chart.yaml");
        if (external_node_path_.posix.basename(folder) === "templates" && tree.lookup(chart) !== undefined)
            return true;
    }
    return false;
}
const declaresForArgo = (text) => text.includes("argoproj.io/");
function asUnread(found, text) {
    return found
        .filter(({ rule }) => rule !== "yaml/syntax" || !(0,template/* looksLikeTemplate */.m)(text))
        .map((one) => (one.severity === "error" ? { ...one, severity: "warning" } : one));
}
function resourcesByFile(applications) {
    let known;
    return () => {
        if (known !== undefined)
            return known;
        known = new Map();
        for (const resource of applications.flatMap(({ rendered }) => rendered.resources)) {
            const file = resource.origin[0]?.file ?? "";
            const before = known.get(file);
            if (before === undefined)
                known.set(file, [resource]);
            else
                before.push(resource);
        }
        return known;
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/model/field-path.js
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

;// CONCATENATED MODULE: ./build/src/checks/schema.js


function schemaFindings(application, resources, results, locate, isCopy = () => false) {
    return results.flatMap((result) => {
        const resource = resources[result.document];
        if (resource === undefined)
            return [];
        const about = { application, resource: resource.id };
        switch (result.status) {
            case "statusValid":
            case "statusSkipped":
            case "statusEmpty":
                return [];
            case "statusInvalid":
                return invalid(resource, result, { ...about, isCopy: isCopy(resource) }, locate);
            case "statusError":
                return [failed(resource, result, about, locate)];
        }
    });
}
function invalid(resource, result, { isCopy, ...about }, locate) {
    const what = `${resource.id.kind} ${resource.id.name}`;
    const problems = result.problems ?? [];
    if (problems.length === 0) {
        const detail = result.msg === undefined ? {} : { detail: result.msg };
        return [
            (0,rules/* finding */.g)("schema/invalid", `${what} does not match its schema`, { ...about, ...detail, at: locate(resource, []) }),
        ];
    }
    return problems.map(({ path: parent, rule, message }) => {
        const missing = rule === "required" ? /^missing field "(.+)"$/.exec(message)?.[1] : undefined;
        const path = missing === undefined ? parent : [...parent, missing];
        const field = fieldPath(path);
        return (0,rules/* finding */.g)("schema/invalid", sentence(what, field, rule, message), {
            ...about,
            ...(isCopy && grows.has(rule) && doubtful),
            ...(field !== "" && { path: field }),
            at: locate(resource, path),
        });
    });
}
const grows = new Set(["unknown-field", "enum"]);
const doubtful = {
    severity: "warning",
    hint: "If the cluster's CRD is of another version than the one slipway knows, commit it to have it used.",
};
function sentence(what, field, rule, message) {
    const place = field === "" ? what : `${what}: ${field}`;
    switch (rule) {
        case "unknown-field":
            return `${place} is not a field of this kind`;
        case "required":
            return `${place} is required`;
        default:
            return `${place}: ${message}`;
    }
}
const noSchema = /could not find schema/;
function failed(resource, { msg = "" }, about, locate) {
    const { kind, name, apiVersion } = resource.id;
    const at = locate(resource, []);
    if (noSchema.test(msg)) {
        const hint = "Commit its CRD, or name a place to find the schema in schemaLocations of slipway.yaml.";
        return (0,rules/* finding */.g)("schema/missing", `No schema is known for ${apiVersion} ${kind}`, { ...about, hint, at });
    }
    return (0,rules/* finding */.g)("schema/unreadable", `${kind} ${name} could not be checked`, { ...about, detail: msg, at });
}
function mergeMissing(findings) {
    const counts = new Map();
    for (const { rule, message } of findings) {
        if (rule === "schema/missing")
            counts.set(message, (counts.get(message) ?? 0) + 1);
    }
    const said = new Set();
    return findings.flatMap((one) => {
        if (one.rule !== "schema/missing")
            return [one];
        if (said.has(one.message))
            return [];
        said.add(one.message);
        const { application: _, resource: __, ...shared } = one;
        const count = counts.get(one.message) ?? 1;
        return [count === 1 ? one : { ...shared, message: `${one.message}, which ${count} resources have` }];
    });
}

;// CONCATENATED MODULE: ./build/src/checks/unfinished.js
function withoutUnfinished(results, resources) {
    return results.map((result) => {
        const manifest = resources[result.document]?.manifest;
        if (manifest === undefined || result.problems === undefined)
            return result;
        const problems = result.problems.filter((problem) => !isUnfinished(manifest, problem));
        if (problems.length === result.problems.length)
            return result;
        return problems.length === 0 ? { ...result, status: "statusValid", problems } : { ...result, problems };
    });
}
function isUnfinished(manifest, { path, rule }) {
    if (rule === "unknown-field")
        return path.length === 1 && path[0] === "sops";
    return rule !== "required" && hasPlaceholder(path.reduce(child, manifest));
}
function child(value, step) {
    if (Array.isArray(value))
        return value[Number(step)];
    return typeof value === "object" && value !== null ? value[step] : undefined;
}
function hasPlaceholder(value) {
    if (typeof value === "string")
        return /\$\{\w/.test(value);
    return typeof value === "object" && value !== null && Object.values(value).some(hasPlaceholder);
}

// EXTERNAL MODULE: ./build/src/gitops/json.js
var json = __webpack_require__(5606);
;// CONCATENATED MODULE: ./build/src/gitops/field-path.js

function parseFieldPath(path) {
    if (path.startsWith("/")) {
        return path
            .slice(1)
            .split("/")
            .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
            .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    }
    const steps = [];
    for (const [, bracket, key] of path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)) {
        if (key !== undefined)
            steps.push(key);
        else if (bracket !== undefined)
            steps.push(bracketStep(bracket));
    }
    return steps;
}
function bracketStep(inside) {
    const text = inside.replace(/^["']|["']$/g, "");
    if (/^\d+$/.test(text))
        return Number(text);
    const equals = text.indexOf("=");
    return equals < 0 ? text : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}
function valueAt(value, path) {
    const [step, ...rest] = path;
    if (step === undefined || value === undefined)
        return value;
    if (Array.isArray(value)) {
        const item = typeof step === "number" ? value[step] : value.find((one) => isItem(one, step));
        return valueAt(item, rest);
    }
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    for (let steps = 1; steps <= path.length; steps += 1) {
        const key = path.slice(0, steps).join(".");
        if (Object.hasOwn(value, key))
            return valueAt(value[key], path.slice(steps));
    }
    return undefined;
}
function isItem(item, step) {
    return typeof step === "object" && (0,json/* isObject */.Gv)(item) && String(item[step.key]) === step.value;
}

// EXTERNAL MODULE: ./build/src/gitops/scope.js
var scope = __webpack_require__(5582);
// EXTERNAL MODULE: ./build/src/gitops/yaml-positions.js
var yaml_positions = __webpack_require__(9366);
// EXTERNAL MODULE: ./build/src/gitops/yaml-read.js
var yaml_read = __webpack_require__(9147);
;// CONCATENATED MODULE: ./build/src/gitops/locate-documents.js





function findDocument(text, id, line) {
    const documents = (0,yaml_read/* splitDocuments */.ZF)(text);
    const byLine = line > 1 ? documents.findLast((document) => (0,yaml_read/* contentLine */.Yv)(document) <= line) : undefined;
    const ordered = byLine === undefined ? documents : [byLine, ...documents];
    for (const document of ordered) {
        const prefix = prefixOf(document, id);
        if (prefix !== undefined)
            return { document, prefix };
    }
    return undefined;
}
function prefixOf(document, id) {
    if (!document.text.includes(id.kind))
        return undefined;
    const value = parsed(document.text);
    if (matches(value, id))
        return [];
    const items = (0,json/* isObject */.Gv)(value) ? value["items"] : undefined;
    const index = Array.isArray(items) ? items.findIndex((item) => matches(item, id)) : -1;
    return index < 0 ? undefined : ["items", index];
}
function parsed(text) {
    try {
        return (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch {
        return undefined;
    }
}
function matches(value, id) {
    if ((0,json/* stringAt */.bX)(value, "kind") !== id.kind)
        return false;
    if ((0,scope/* groupOf */.F)((0,json/* stringAt */.bX)(value, "apiVersion") ?? "") !== (0,scope/* groupOf */.F)(id.apiVersion))
        return false;
    const name = (0,json/* stringAt */.bX)(value, "metadata", "name") ?? (0,json/* stringAt */.bX)(value, "metadata", "generateName") ?? "";
    return name !== "" && id.name.includes(name);
}
function placeInFile(text, id, path, line = 1) {
    const found = findDocument(text, id, line);
    return found && placeIn(found, path);
}
function placeInOrigin(text, id, path, line) {
    const found = findDocument(text, id, line) ?? onlyOfKind(text, id.kind);
    return found && placeIn(found, path);
}
function onlyOfKind(text, kind) {
    const [document, ...others] = (0,yaml_read/* splitDocuments */.ZF)(text).filter((one) => (0,json/* stringAt */.bX)(parsed(one.text), "kind") === kind);
    return document === undefined || others.length > 0 ? undefined : { document, prefix: [] };
}
function placeIn(found, path) {
    const place = new yaml_positions/* PositionedDocument */.e(found.document).nearest([...found.prefix, ...path]);
    if (place.found <= found.prefix.length)
        return { position: { line: (0,yaml_read/* contentLine */.Yv)(found.document), column: 1 }, found: 0 };
    return { ...place, found: place.found - found.prefix.length };
}

;// CONCATENATED MODULE: ./build/src/gitops/locate-kustomization.js




function decisionIn(text, id, path) {
    let kustomization;
    try {
        kustomization = (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch {
        return undefined;
    }
    if (!(0,json/* isObject */.Gv)(kustomization))
        return undefined;
    const found = inlinePatch(kustomization, id, path) ?? generator(kustomization, id) ?? transformer(kustomization, path);
    if (found === undefined)
        return undefined;
    return { position: new yaml_positions/* PositionedDocument */.e({ text, line: 1 }).nearest(found.path).position, via: found.via };
}
function inlinePatch(kustomization, id, path) {
    for (const list of ["patches", "patchesStrategicMerge", "patchesJson6902"]) {
        const items = kustomization[list];
        if (!Array.isArray(items))
            continue;
        for (const [index, item] of items.entries()) {
            const patch = typeof item === "string" ? item : (0,json/* stringAt */.bX)(item, "patch");
            if (patch?.includes("\n") !== true || !targets(item, id))
                continue;
            if (setsPointer(patch, path) || (placeInFile(patch, id, path)?.found ?? 0) === path.length) {
                return { path: typeof item === "string" ? [list, index] : [list, index, "patch"], via: "patch" };
            }
        }
    }
    return undefined;
}
function targets(item, id) {
    const kind = (0,json/* stringAt */.bX)(item, "target", "kind");
    const name = (0,json/* stringAt */.bX)(item, "target", "name");
    return (kind === undefined || kind === id.kind) && (name === undefined || id.name.includes(name));
}
function setsPointer(patch, path) {
    const wanted = path.map((step) => (typeof step === "object" ? "" : String(step))).join("/");
    return [...patch.matchAll(/path["']?\s*:\s*["']?\/([^\s"',}]+)/g)].some(([, pointer = ""]) => {
        const plain = pointer.replaceAll("~1", "/").replaceAll("~0", "~");
        return wanted === plain || wanted.startsWith(`${plain}/`);
    });
}
function generator(kustomization, id) {
    const list = id.kind === "ConfigMap" ? "configMapGenerator" : id.kind === "Secret" ? "secretGenerator" : "";
    const items = kustomization[list];
    if (!Array.isArray(items))
        return undefined;
    const index = items.findIndex((item) => id.name.includes((0,json/* stringAt */.bX)(item, "name") ?? "\0"));
    return index < 0 ? undefined : { path: [list, index], via: "generator" };
}
function transformer(kustomization, path) {
    const last = path.at(-1);
    const text = path.filter((step) => typeof step === "string").join(".");
    const candidates = [
        [last === "image", "images"],
        [last === "replicas", "replicas"],
        [text === "metadata.namespace", "namespace"],
        [text === "metadata.name", "namePrefix"],
        [text === "metadata.name", "nameSuffix"],
        [/labels|selector/.test(text), "labels"],
        [/labels|selector/.test(text), "commonLabels"],
        [/annotations/.test(text), "commonAnnotations"],
    ];
    const field = candidates.find(([fits, name]) => fits && kustomization[name] !== undefined)?.[1];
    return field === undefined ? undefined : { path: [field], via: "kustomization" };
}

;// CONCATENATED MODULE: ./build/src/gitops/locate-template.js
function placeInTemplate(text, id, path) {
    const lines = text.split(/\r?\n/);
    const kind = Math.max(0, lines.findIndex((line) => new RegExp(`^\\s*kind:\\s*["']?${id.kind}\\b`).test(line)));
    const start = Math.max(0, lines.slice(0, kind).findLastIndex((line) => line.startsWith("---")) + 1);
    const end = lines.findIndex((line, index) => index > kind && line.startsWith("---"));
    let at = kind;
    let from = start;
    let indent = -1;
    let found = 0;
    for (const step of path) {
        if (typeof step === "string") {
            const next = findKey(lines, step, from, end < 0 ? lines.length : end, indent);
            if (next === undefined)
                break;
            at = next.line;
            indent = next.indent;
            from = next.line + 1;
        }
        found += 1;
    }
    return { position: { line: at + 1, column: (/\S/.exec(lines[at] ?? "")?.index ?? 0) + 1 }, found };
}
function findKey(lines, key, from, to, above) {
    for (let line = from; line < to; line += 1) {
        const match = /^([\s-]*)["']?([\w./-]+)["']?\s*:/.exec(lines[line] ?? "");
        if (match === null)
            continue;
        const indent = match[1]?.length ?? 0;
        if (indent <= above)
            return undefined;
        if (match[2] === key)
            return { line, indent };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/locate.js




const isKustomization = (file) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file);
const isTemplate = (file) => /(?:^|\/)templates\//.test(file);
const byDistance = (a, b) => b.split("/").length - a.split("/").length || (a < b ? -1 : 1);
function locate(resource, path, context) {
    const [origin, ...rest] = resource.origin;
    if (origin === undefined)
        return [];
    const text = textOf(context.tree, origin.file);
    if (text === undefined || /^Application|ApplicationSet| of /.test(origin.via ?? ""))
        return [...resource.origin];
    const steps = parseFieldPath(path ?? "");
    const own = inOrigin(text, origin, resource, steps);
    if (isTemplate(origin.file))
        return [{ ...own.location, via: "chart template" }, ...rest];
    const decision = own.complete && !isKustomization(origin.file) ? undefined : decide(resource, steps, origin, context);
    const base = isKustomization(origin.file) && decision !== undefined ? [] : [own.location];
    return [...(decision === undefined ? [] : [decision]), ...base, ...rest];
}
function inOrigin(text, origin, resource, steps) {
    const place = isTemplate(origin.file)
        ? placeInTemplate(text, resource.id, steps)
        : isKustomization(origin.file)
            ? undefined
            : placeInOrigin(text, resource.id, steps, origin.line);
    if (place === undefined)
        return { location: origin, complete: false };
    const same = place.scalar === undefined || place.scalar === valueAt(resource.manifest, steps);
    return { location: { ...origin, ...place.position }, complete: place.found === steps.length && same };
}
function decide(resource, steps, origin, { tree, reads }) {
    const files = Object.entries(reads.files)
        .filter(([file, id]) => id !== null && /\.(?:ya?ml|json)$|Kustomization$/.test(file))
        .map(([file]) => file)
        .sort(byDistance);
    for (const file of namesResource(steps) ? [] : files) {
        if (file === origin.file || isKustomization(file) || isTemplate(file))
            continue;
        const place = placeInFile(textOf(tree, file) ?? "", resource.id, steps);
        if (place !== undefined && place.found === steps.length)
            return { file, ...place.position, via: "patch" };
    }
    for (const file of files.filter(isKustomization)) {
        const decision = decisionIn(textOf(tree, file) ?? "", resource.id, steps);
        if (decision !== undefined)
            return { file, ...decision.position, via: decision.via };
    }
    return undefined;
}
function namesResource(steps) {
    return (steps.length === 0 ||
        steps[0] === "kind" ||
        steps[0] === "apiVersion" ||
        (steps[0] === "metadata" && steps[1] === "name"));
}
function textOf(tree, file) {
    const content = tree.read(file);
    return content === undefined ? undefined : new TextDecoder().decode(content);
}

;// CONCATENATED MODULE: ./build/src/run/by-kind.js
const batchSize = 100;
function validateByKind(validate) {
    const waiting = new Map();
    const flush = () => {
        for (const all of waiting.values()) {
            for (let at = 0; at < all.length; at += batchSize) {
                const batch = all.slice(at, at + batchSize);
                const results = validate(batch.map(({ resource }) => resource));
                for (const [index, { settle }] of batch.entries()) {
                    settle(results.then((found) => found.filter(({ document }) => document === index)));
                }
            }
        }
        waiting.clear();
    };
    return (resource) => new Promise((settle) => {
        if (waiting.size === 0)
            setImmediate(flush);
        const kind = `${String(resource["apiVersion"])} ${String(resource["kind"])}`;
        const same = waiting.get(kind) ?? [];
        same.push({ resource, settle });
        waiting.set(kind, same);
    });
}

;// CONCATENATED MODULE: ./build/src/run/copied-kinds.js
function copiedKinds({ crds = [] }) {
    const rendered = new Set(crds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
    return ({ id: { apiVersion, kind } }) => {
        const [group = "", version] = apiVersion.split("/");
        const custom = version !== undefined && group.includes(".") && !group.endsWith(".k8s.io");
        return custom && !rendered.has(`${apiVersion} ${kind}`);
    };
}

// EXTERNAL MODULE: ./packages/kubeconform-wasm/dist/index.js
var dist = __webpack_require__(999);
;// CONCATENATED MODULE: ./build/src/run/schema-set.js


async function schemaSet(applications, { tree, locations, offline, kubernetesVersion }) {
    const manifests = applications.flatMap(({ rendered }) => rendered.resources.map(({ manifest }) => manifest));
    const crds = manifests.toReversed().flatMap(dist/* crdSchemas */.CS);
    if (offline || !locations.some(dist/* isHttp */.Zc))
        return { locations, crds, tree };
    const kinds = new Map(manifests.map((manifest) => [`${String(manifest["apiVersion"])} ${String(manifest["kind"])}`, manifest]));
    const queries = [...kinds.values()].map(({ apiVersion, kind }) => ({
        apiVersion: String(apiVersion),
        kind: String(kind),
        kubernetesVersion,
        strict: true,
    }));
    return { locations, crds, tree, fetched: await (0,dist/* fetchSchemas */.pW)(locations, queries, fetch) };
}
function schemaSetDigest({ locations = [], crds, fetched = new Map(), tree }, version) {
    const inFiles = locations.some((location) => location !== "default" && !(0,dist/* isHttp */.Zc)(location));
    const files = inFiles && tree ? [...tree.files()].map((file) => [file, tree.lookup(file)?.id]) : [];
    const set = [version, locations, crds, [...fetched], files];
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(set)).digest("hex");
}

;// CONCATENATED MODULE: ./build/src/run/check-schemas.js








async function checkSchemas(applications, context) {
    const schemas = await schemaSet(applications, context);
    const { engines, kubernetesVersion, results } = context;
    const digest = schemaSetDigest(schemas, kubernetesVersion);
    const ask = validateByKind((resources) => engines.validate({ resources, kubernetesVersion, strict: true, schemas }));
    const findings = await Promise.all(applications.map((application) => {
        const key = verdictKey(application, digest, results);
        if (key === undefined)
            return check_schemas_verdict(application, { schemas, ask, tree: context.tree });
        return results.recall(key, context.tree, async () => ({
            value: await check_schemas_verdict(application, { schemas, ask, tree: context.tree }),
            reads: application.rendered.reads,
        }));
    }));
    return mergeMissing(findings.flat());
}
async function check_schemas_verdict({ report, rendered }, { schemas, ask, tree }) {
    const { application, resources, reads } = rendered;
    const answers = await Promise.all(resources.map(({ manifest }) => ask(manifest)));
    const verdicts = answers.flatMap((found, document) => found.map((one) => ({ ...one, document })));
    const results = report.kind === "implicit" ? withoutUnfinished(verdicts, resources) : verdicts;
    const place = (resource, path) => locate(resource, fieldPath(path), { tree, reads });
    return schemaFindings(application, resources, results, place, copiedKinds(schemas));
}
function verdictKey({ report, rendering, rendered }, schemas, { renderings }) {
    const request = rendering && renderings.requestOf(rendering);
    if (request === undefined)
        return undefined;
    const about = [request, report.kind, rendered.application, rendered.resources.map(({ id }) => id), schemas];
    return `schema ${(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(about)).digest("hex")}`;
}

;// CONCATENATED MODULE: ./build/src/diff/application-changes.js
function diffApplicationNames(base, head, changes) {
    const before = new Set(base.map((side) => side.application));
    const after = new Set(head.map((side) => side.application));
    const gone = new Set([...before].filter((name) => !after.has(name)));
    const fresh = head.filter((side) => !before.has(side.application));
    const found = fresh.map(({ application, resources }) => {
        const origins = changes.filter((change) => change.application === application && change.kind === "moved");
        for (const previous of gone) {
            const moved = origins.filter((change) => change.previous?.application === previous).length;
            if (moved * 2 <= resources.length)
                continue;
            gone.delete(previous);
            return { application, kind: "renamed", previous };
        }
        return { application, kind: "added" };
    });
    return [...found, ...[...gone].map((application) => ({ application, kind: "removed" }))];
}

;// CONCATENATED MODULE: ./build/src/diff/equal.js
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function deepEqual(left, right) {
    if (left === right)
        return true;
    if (Array.isArray(left)) {
        return Array.isArray(right) && left.length === right.length && left.every((item, i) => deepEqual(item, right[i]));
    }
    if (!isObject(left) || !isObject(right))
        return false;
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length)
        return false;
    return keys.every((key) => Object.hasOwn(right, key) && deepEqual(left[key], right[key]));
}
function isDeeperThan(limit, value) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > limit)
            return true;
        level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    }
    return false;
}
function mapStrings(value, replace) {
    if (typeof value === "string")
        return replace(value);
    if (Array.isArray(value))
        return value.map((item) => mapStrings(item, replace));
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, replace)]));
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(1318);
;// CONCATENATED MODULE: ./build/src/diff/path.js
function path_fieldPath(parent, key) {
    if (!/^[A-Za-z_][\w-]*$/.test(key))
        return `${parent}[${JSON.stringify(key)}]`;
    return parent === "" ? key : `${parent}.${key}`;
}
function itemPath(parent, keys, item) {
    const shown = keys.flatMap((key) => (item[key] === undefined ? [] : [`${key}=${bare(item[key])}`]));
    return `${parent}[${shown.join(",")}]`;
}
function bare(value) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return /^[\w./:-]+$/.test(text) ? text : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/src/diff/structure.js
function property(cursor, name) {
    return cursor.flatMap((node) => node.property?.(name) ?? node.values ?? []);
}
function structure_element(cursor) {
    return cursor.flatMap((node) => node.items ?? []);
}
function defaultsOf(cursor, parent) {
    return cursor.flatMap((node) => {
        const value = node.default ?? node.defaultFrom?.(parent);
        return value === undefined ? [] : [value];
    });
}
function mapKeysOf(cursor) {
    return cursor.find((node) => node.mapKeys?.length)?.mapKeys;
}
function has(cursor, trait) {
    return cursor.some((node) => node[trait] === true);
}
function isQuantity(cursor) {
    return cursor.some((node) => node.format === "quantity");
}
function isBuiltIn(apiVersion) {
    const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
    return !group.includes(".") || group.endsWith(".k8s.io");
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./build/src/diff/text.js



const contextLines = 3;
const maxLines = 200;
const maxLineLength = 400;
const maxCharacters = 512 * 1024;
const maxEdits = 4000;
const maxValueLength = 2000;
const maxSubtreeLength = 16 * 1024;
const count = (n) => n.toLocaleString("en-US");
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 12);
}
function textDiff(before, after) {
    const sizes = `${count(before.length)} → ${count(after.length)} characters`;
    if (before.length > maxCharacters || after.length > maxCharacters)
        return `(too long to compare by line: ${sizes})`;
    const bothOpen = !before.endsWith("\n") && !after.endsWith("\n");
    const closed = (text) => (bothOpen && text !== "" ? `${text}\n` : text);
    const options = { context: contextLines, maxEditLength: maxEdits };
    const patch = (0,create/* structuredPatch */.YB)("", "", closed(before), closed(after), undefined, undefined, options);
    if (patch === undefined)
        return `(too different to compare by line: ${sizes})`;
    return capLines(patch.hunks.flatMap((hunk) => [
        `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
        ...hunk.lines,
    ]));
}
function capLines(lines, limit = maxLines) {
    const kept = lines.slice(0, limit).map((line) => {
        if (line.length <= maxLineLength)
            return line;
        return `${line.slice(0, maxLineLength).toWellFormed()}… (${count(line.length)} characters)`;
    });
    const left = lines.length - kept.length;
    return [...kept, ...(left > 0 ? [`(${count(left)} more ${left === 1 ? "line" : "lines"})`] : [])].join("\n");
}
function shown(value) {
    const short = mapStrings(value, (text) => {
        if (text.length <= maxValueLength)
            return text;
        return `${text.slice(0, 200).toWellFormed()}… (${count(text.length)} characters, sha256 ${digest(text)})`;
    });
    if (typeof short === "string")
        return short;
    const json = JSON.stringify(short);
    return json.length <= maxSubtreeLength ? short : `(${count(json.length)} characters of JSON, sha256 ${digest(json)})`;
}

;// CONCATENATED MODULE: ./build/src/diff/lists.js





const lists_maxEdits = 400;
function compareLists(comparison, before, after, cursor, path) {
    if (has(cursor, "setList"))
        return compareSets(comparison, before, after, path);
    const declared = mapKeysOf(cursor);
    const keys = declared ?? ["name"];
    const old = indexed(before, keys, cursor);
    const now = indexed(after, keys, cursor);
    if (old === undefined || now === undefined)
        return compareSequences(comparison, before, after, cursor, path);
    for (const [key, item] of now) {
        const previous = old.get(key);
        const at = itemPath(path, keys, item);
        if (previous === undefined)
            comparison.fields.push({ path: at, after: shown(item) });
        else
            comparison.compare(previous, item, structure_element(cursor), at);
    }
    for (const [key, item] of old) {
        if (!now.has(key))
            comparison.fields.push({ path: itemPath(path, keys, item), before: shown(item) });
    }
    if (declared === undefined || has(cursor, "ordered"))
        compareOrder(comparison, old, now, path);
}
function indexed(items, keys, cursor) {
    const found = new Map();
    for (const item of items) {
        if (!isObject(item))
            return undefined;
        const values = keys.map((key) => item[key] ?? defaultsOf(property(structure_element(cursor), key), item)[0]);
        if (values.every((value) => value === undefined) || values.some((value) => typeof value === "object"))
            return undefined;
        const key = JSON.stringify(values);
        if (found.has(key))
            return undefined;
        found.set(key, item);
    }
    return found;
}
function compareOrder(comparison, old, now, path) {
    const before = [...old.keys()].filter((key) => now.has(key));
    const after = [...now.keys()].filter((key) => old.has(key));
    if (deepEqual(before, after))
        return;
    comparison.fields.push({ path: `${path}[order]`, before: namesOf(before, old), after: namesOf(after, now) });
}
function namesOf(keys, items) {
    return keys.map((key) => items.get(key)?.name ?? key);
}
function compareSets(comparison, before, after, path) {
    for (const item of missing(after, before))
        comparison.fields.push({ path: `${path}[]`, after: shown(item) });
    for (const item of missing(before, after))
        comparison.fields.push({ path: `${path}[]`, before: shown(item) });
}
function missing(items, from) {
    const scalars = new Set(from);
    return items.filter((item) => !scalars.has(item) && !(isTree(item) && from.some((other) => deepEqual(item, other))));
}
function isTree(value) {
    return typeof value === "object" && value !== null;
}
function compareSequences(comparison, before, after, cursor, path) {
    const items = structure_element(cursor);
    for (const { old, now, oldAt, nowAt } of runs(comparison, before, after, items)) {
        for (let i = 0; i < Math.max(old.length, now.length); i++) {
            const [left, right] = [old[i], now[i]];
            if (left === undefined && right !== undefined)
                comparison.fields.push({ path: `${path}[${nowAt + i}]`, after: shown(right) });
            else if (right === undefined && left !== undefined)
                comparison.fields.push({ path: `${path}[${oldAt + i}]`, before: shown(left) });
            else if (left !== undefined && right !== undefined)
                comparison.compare(left, right, items, `${path}[${nowAt + i}]`);
        }
    }
}
function runs(comparison, before, after, items) {
    const comparator = (left, right) => comparison.same(left, right, items);
    const parts = (0,array/* diffArrays */.E)([...before], [...after], { comparator, maxEditLength: lists_maxEdits });
    if (parts === undefined)
        return [{ old: before, now: after, oldAt: 0, nowAt: 0 }];
    const found = [];
    let [oldAt, nowAt] = [0, 0];
    let open;
    for (const part of parts) {
        if (!part.added && !part.removed) {
            open = undefined;
            oldAt += part.value.length;
            nowAt += part.value.length;
            continue;
        }
        if (open === undefined)
            found.push((open = { old: [], now: [], oldAt, nowAt }));
        if (part.removed)
            [open.old, oldAt] = [part.value, oldAt + part.value.length];
        else
            [open.now, nowAt] = [part.value, nowAt + part.value.length];
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/diff/quantity.js
const decimal = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const quantity_form = /^([+-]?)(\d{1,30})?(?:\.(\d{0,30}))?(?:([KMGTPE]i)|[eE]([+-]?\d{1,2})|([numkMGTPE]))?$/;
function parse(value) {
    if (typeof value !== "string" && typeof value !== "number")
        return undefined;
    const match = quantity_form.exec(String(value));
    if (match === null)
        return undefined;
    const [, sign, whole = "", fraction = "", binarySuffix, power, suffix = ""] = match;
    if (whole === "" && fraction === "")
        return undefined;
    const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
    const scale = binarySuffix === undefined ? 1n : 1024n ** BigInt(binary.indexOf(binarySuffix) + 1);
    const exponent = (power === undefined ? (decimal[suffix] ?? 0) : Number(power)) - fraction.length;
    return { mantissa: digits * scale, exponent };
}
function sameQuantity(left, right) {
    const a = parse(left);
    const b = parse(right);
    if (a === undefined || b === undefined)
        return false;
    const low = Math.min(a.exponent, b.exponent);
    return a.mantissa * 10n ** BigInt(a.exponent - low) === b.mantissa * 10n ** BigInt(b.exponent - low);
}

;// CONCATENATED MODULE: ./build/src/diff/structure-table.js
const value = (fallback) => ({ default: fallback });
const object = (fields) => ({
    property: (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined),
});
const implied = (fields = {}) => ({
    ...object(fields),
    emptyIsAbsent: true,
});
const map = (values = {}) => ({ values, emptyIsAbsent: true });
const keyed = (mapKeys, items = {}) => ({ mapKeys, items });
const listOf = (items) => ({ items });
const set = { setList: true };
const quantity = { format: "quantity" };
const quantities = map(quantity);
const resourceAmounts = implied({ limits: quantities, requests: quantities, claims: keyed(["name"]) });
const spec = (node) => object({ spec: node });

;// CONCATENATED MODULE: ./build/src/diff/compare.js







const amounts = new Set(["limits", "requests"]);
function compareManifests(before, after, structure, builtIn) {
    const comparison = comparisonOf(builtIn);
    compareObjects(comparison, before, after, structure, "");
    return comparison.fields;
}
function comparisonOf(builtIn) {
    const comparison = {
        builtIn,
        fields: [],
        compare: (before, after, cursor, path) => compareValues(comparison, before, after, cursor, path),
        same(before, after, cursor) {
            if (deepEqual(before, after))
                return true;
            const trial = comparisonOf(builtIn);
            trial.compare(before, after, cursor, "");
            return trial.fields.length === 0;
        },
    };
    return comparison;
}
function compareValues(comparison, before, after, cursor, path) {
    if (deepEqual(before, after))
        return;
    if (isObject(before) && isObject(after))
        return compareObjects(comparison, before, after, cursor, path);
    if (Array.isArray(before) && Array.isArray(after))
        return compareLists(comparison, before, after, cursor, path);
    if (isQuantity(cursor) && sameQuantity(before, after))
        return;
    const bothText = typeof before === "string" && typeof after === "string";
    if (bothText && (before.includes("\n") || after.includes("\n"))) {
        comparison.fields.push({ path, text: textDiff(before, after) });
        return;
    }
    comparison.fields.push({ path, before: shown(before), after: shown(after) });
}
function compareObjects(comparison, before, after, cursor, path) {
    for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
        const known = property(cursor, key);
        const child = amounts.has(key) ? [...known, quantities] : known;
        const old = present(own(before, key), child);
        const now = present(own(after, key), child);
        const at = path_fieldPath(path, key);
        if (old === undefined && now === undefined)
            continue;
        if (old === undefined) {
            if (now !== undefined && !redundant(comparison, now, child, before))
                comparison.fields.push({ path: at, after: shown(now) });
        }
        else if (now === undefined) {
            if (!redundant(comparison, old, child, after))
                comparison.fields.push({ path: at, before: shown(old) });
        }
        else
            compareValues(comparison, old, now, child, at);
    }
}
function own(object, key) {
    return Object.hasOwn(object, key) ? object[key] : undefined;
}
function present(value, cursor) {
    return value === null && !has(cursor, "nullable") ? undefined : value;
}
function redundant(comparison, value, cursor, parent) {
    if (defaultsOf(cursor, parent).some((fallback) => comparison.same(value, fallback, cursor)))
        return true;
    if (Array.isArray(value))
        return value.length === 0 && comparison.builtIn;
    if (!isObject(value))
        return false;
    if (!has(cursor, "emptyIsAbsent") && !isBuiltInMap(comparison, cursor))
        return false;
    return Object.entries(value).every(([key, item]) => {
        const child = property(cursor, key);
        const given = present(item, child);
        return given === undefined || redundant(comparison, given, child, value);
    });
}
function isBuiltInMap(comparison, cursor) {
    return comparison.builtIn && cursor.some((node) => node.values !== undefined);
}

;// CONCATENATED MODULE: ./build/src/diff/defaults-pod.js

const metadata = implied({ labels: map(), annotations: map(), finalizers: set });
const claim = object({
    volumeMode: value("Filesystem"),
    resources: resourceAmounts,
    volumeName: value(""),
});
const off = value(false);
const port = { protocol: value("TCP") };
function pullPolicy({ image }) {
    if (typeof image !== "string")
        return "IfNotPresent";
    const [name = "", digest] = image.split("@", 2);
    const tag = name.slice(name.lastIndexOf("/") + 1).split(":")[1];
    return tag === "latest" || (tag === undefined && digest === undefined) ? "Always" : "IfNotPresent";
}
const httpGet = object({ path: value("/"), scheme: value("HTTP"), host: value("") });
const handler = { httpGet, grpc: object({ service: value("") }) };
const probe = object({
    ...handler,
    initialDelaySeconds: value(0),
    timeoutSeconds: value(1),
    periodSeconds: value(10),
    successThreshold: value(1),
    failureThreshold: value(3),
});
const fieldRef = object({ apiVersion: value("v1") });
const resourceFieldRef = object({ divisor: { default: "0", format: "quantity" } });
const optional = object({ optional: off });
const container = object({
    imagePullPolicy: { defaultFrom: pullPolicy },
    terminationMessagePath: value("/dev/termination-log"),
    terminationMessagePolicy: value("File"),
    workingDir: value(""),
    stdin: off,
    stdinOnce: off,
    tty: off,
    resources: resourceAmounts,
    securityContext: implied({ capabilities: implied(), privileged: off, procMount: value("Default") }),
    lifecycle: implied({ postStart: object({ httpGet }), preStop: object({ httpGet }) }),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    ports: keyed(["containerPort", "protocol"], object(port)),
    volumeMounts: keyed(["mountPath"], object({ readOnly: off, subPath: value(""), subPathExpr: value("") })),
    volumeDevices: keyed(["devicePath"]),
    envFrom: listOf(object({ prefix: value(""), configMapRef: optional, secretRef: optional })),
    env: keyed(["name"], object({
        value: value(""),
        valueFrom: object({ fieldRef, resourceFieldRef, configMapKeyRef: optional, secretKeyRef: optional }),
    })),
});
const files = { defaultMode: value(420), optional: off };
const downwardItems = listOf(object({ fieldRef, resourceFieldRef }));
const projected = listOf(object({
    configMap: optional,
    secret: optional,
    downwardAPI: object({ items: downwardItems }),
    serviceAccountToken: object({ expirationSeconds: value(3600), audience: value("") }),
}));
const emptyDir = object({ medium: value(""), sizeLimit: quantity });
function emptyDirectory(volume) {
    return Object.keys(volume).every((key) => key === "name") ? {} : undefined;
}
const volume = object({
    configMap: object(files),
    secret: object(files),
    downwardAPI: object({ defaultMode: value(420), items: downwardItems }),
    projected: object({ defaultMode: value(420), sources: projected }),
    emptyDir: { ...emptyDir, defaultFrom: emptyDirectory },
    image: object({ pullPolicy: { defaultFrom: ({ reference }) => pullPolicy({ image: reference ?? "" }) } }),
    ephemeral: object({ volumeClaimTemplate: object({ metadata, spec: claim }) }),
    hostPath: object({ type: value("") }),
    persistentVolumeClaim: object({ readOnly: off }),
});
const containers = keyed(["name"], container);
const podSpec = object({
    containers,
    initContainers: { ...containers, ordered: true },
    ephemeralContainers: containers,
    volumes: keyed(["name"], volume),
    imagePullSecrets: keyed(["name"]),
    hostAliases: keyed(["ip"]),
    topologySpreadConstraints: keyed(["topologyKey", "whenUnsatisfiable"]),
    restartPolicy: value("Always"),
    dnsPolicy: value("ClusterFirst"),
    schedulerName: value("default-scheduler"),
    terminationGracePeriodSeconds: value(30),
    enableServiceLinks: value(true),
    serviceAccountName: { defaultFrom: (spec) => spec.serviceAccount ?? "" },
    serviceAccount: { defaultFrom: (spec) => spec.serviceAccountName },
    hostNetwork: off,
    hostPID: off,
    hostIPC: off,
    nodeName: value(""),
    nodeSelector: map(),
    affinity: implied({ nodeAffinity: implied(), podAffinity: implied(), podAntiAffinity: implied() }),
    dnsConfig: implied(),
    securityContext: implied(),
    overhead: quantities,
    resources: resourceAmounts,
});
const podTemplate = object({ metadata, spec: podSpec });

;// CONCATENATED MODULE: ./build/src/diff/defaults-workloads.js


const defaults_workloads_history = {
    replicas: value(1),
    revisionHistoryLimit: value(10),
    minReadySeconds: value(0),
    template: podTemplate,
};
const rolling = (fields) => implied({ type: value("RollingUpdate"), rollingUpdate: implied(fields) });
const jobSpec = object({
    backoffLimit: value(6),
    parallelism: value(1),
    completions: {
        defaultFrom: (spec) => (spec.parallelism === undefined || spec.parallelism === 1 ? 1 : undefined),
    },
    completionMode: value("NonIndexed"),
    suspend: value(false),
    manualSelector: value(false),
    podReplacementPolicy: {
        defaultFrom: (spec) => (spec.podFailurePolicy === undefined ? "TerminatingOrFailed" : "Failed"),
    },
    template: podTemplate,
});
const metricTarget = object({ averageValue: quantity, value: quantity });
const metricSource = object({ target: metricTarget });
const metric = object({ resource: metricSource, pods: metricSource, object: metricSource, external: metricSource });
const averageCPU = {
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } },
};
const percent = { type: "Percent", value: 100, periodSeconds: 15 };
const scaling = (policies, window) => implied({ selectPolicy: value("Max"), policies: value(policies), stabilizationWindowSeconds: window });
const autoscaler = object({
    minReplicas: value(1),
    metrics: { ...listOf(metric), default: [averageCPU] },
    behavior: object({
        scaleUp: scaling([{ type: "Pods", value: 4, periodSeconds: 15 }, percent], value(0)),
        scaleDown: scaling([percent], {}),
    }),
});
const workloads = {
    "apps/Deployment": spec(object({
        ...defaults_workloads_history,
        progressDeadlineSeconds: value(600),
        paused: value(false),
        strategy: rolling({ maxSurge: value("25%"), maxUnavailable: value("25%") }),
    })),
    "apps/ReplicaSet": spec(object(defaults_workloads_history)),
    "apps/StatefulSet": spec(object({
        ...defaults_workloads_history,
        podManagementPolicy: value("OrderedReady"),
        updateStrategy: rolling({ partition: value(0), maxUnavailable: value(1) }),
        persistentVolumeClaimRetentionPolicy: implied({ whenDeleted: value("Retain"), whenScaled: value("Retain") }),
        volumeClaimTemplates: listOf(object({
            apiVersion: value("v1"),
            kind: value("PersistentVolumeClaim"),
            metadata: metadata,
            spec: claim,
            status: implied({ phase: value("Pending") }),
        })),
    })),
    "apps/DaemonSet": spec(object({ ...defaults_workloads_history, updateStrategy: rolling({ maxUnavailable: value(1), maxSurge: value(0) }) })),
    "batch/Job": spec(jobSpec),
    "batch/CronJob": spec(object({
        concurrencyPolicy: value("Allow"),
        suspend: value(false),
        successfulJobsHistoryLimit: value(3),
        failedJobsHistoryLimit: value(1),
        jobTemplate: object({ metadata: metadata, spec: jobSpec }),
    })),
    "autoscaling/HorizontalPodAutoscaler": spec(autoscaler),
};

;// CONCATENATED MODULE: ./build/src/diff/defaults.js



const servicePort = object({ protocol: value("TCP"), targetPort: { defaultFrom: (port) => port.port } });
const external = (spec) => spec.type === "NodePort" || spec.type === "LoadBalancer" || spec.externalIPs !== undefined;
const service = object({
    type: value("ClusterIP"),
    sessionAffinity: value("None"),
    clusterIP: value(""),
    publishNotReadyAddresses: value(false),
    internalTrafficPolicy: { defaultFrom: (spec) => (spec.type === "ExternalName" ? undefined : "Cluster") },
    externalTrafficPolicy: { defaultFrom: (spec) => (external(spec) ? "Cluster" : undefined) },
    allocateLoadBalancerNodePorts: { defaultFrom: (spec) => (spec.type === "LoadBalancer" ? true : undefined) },
    selector: map(),
    ports: keyed(["port", "protocol"], servicePort),
});
function policyTypes(spec) {
    return Array.isArray(spec.egress) && spec.egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}
const policyRule = object({ ports: listOf(object({ protocol: value("TCP") })) });
const rbacGroup = "rbac.authorization.k8s.io";
const subject = object({
    apiGroup: { defaultFrom: (subject) => (subject.kind === "ServiceAccount" ? "" : rbacGroup) },
});
const binding = object({ subjects: listOf(subject), roleRef: object({ apiGroup: value(rbacGroup) }) });
const grants = object({
    rules: listOf(object({ verbs: set, resources: set, apiGroups: set, resourceNames: set, nonResourceURLs: set })),
});
const webhook = object({
    failurePolicy: value("Fail"),
    matchPolicy: value("Equivalent"),
    timeoutSeconds: value(10),
    reinvocationPolicy: value("Never"),
    namespaceSelector: implied(),
    objectSelector: implied(),
    rules: listOf(object({ scope: value("*") })),
    clientConfig: object({ service: object({ port: value(443) }) }),
});
const webhooks = object({ webhooks: keyed(["name"], webhook) });
const definition = object({
    conversion: implied({ strategy: value("None") }),
    preserveUnknownFields: value(false),
    names: object({
        singular: { defaultFrom: (names) => (typeof names.kind === "string" ? names.kind.toLowerCase() : undefined) },
        listKind: { defaultFrom: (names) => (typeof names.kind === "string" ? `${names.kind}List` : undefined) },
    }),
    versions: keyed(["name"]),
});
const data = { data: map(), binaryData: map(), stringData: map(), immutable: value(false) };
const kinds = {
    ...workloads,
    "/Pod": spec(podSpec),
    "/ConfigMap": object(data),
    "/Secret": object({ ...data, type: value("Opaque") }),
    "/Service": spec(service),
    "/PersistentVolumeClaim": spec(claim),
    "/PersistentVolume": spec(object({
        persistentVolumeReclaimPolicy: value("Retain"),
        hostPath: object({ type: value("") }),
        volumeMode: value("Filesystem"),
        capacity: quantities,
    })),
    "/ResourceQuota": spec(object({ hard: quantities })),
    "/LimitRange": spec(object({
        limits: listOf(object({
            min: quantities,
            max: quantities,
            default: quantities,
            defaultRequest: quantities,
            maxLimitRequestRatio: quantities,
        })),
    })),
    "networking.k8s.io/NetworkPolicy": spec(object({
        policyTypes: { setList: true, defaultFrom: policyTypes },
        ingress: listOf(policyRule),
        egress: listOf(policyRule),
    })),
    "rbac.authorization.k8s.io/Role": grants,
    "rbac.authorization.k8s.io/ClusterRole": grants,
    "rbac.authorization.k8s.io/RoleBinding": binding,
    "rbac.authorization.k8s.io/ClusterRoleBinding": binding,
    "admissionregistration.k8s.io/MutatingWebhookConfiguration": webhooks,
    "admissionregistration.k8s.io/ValidatingWebhookConfiguration": webhooks,
    "apiextensions.k8s.io/CustomResourceDefinition": spec(definition),
    "storage.k8s.io/StorageClass": object({
        reclaimPolicy: value("Delete"),
        volumeBindingMode: value("Immediate"),
        allowVolumeExpansion: value(false),
    }),
};
function knownStructure(apiVersion, kind) {
    const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
    const key = `${group}/${kind}`;
    const known = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    return { property: (name) => (name === "metadata" ? metadata : known?.property?.(name)) };
}

;// CONCATENATED MODULE: ./build/src/diff/effects.js

const effects_workloads = new Set(["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "argoproj.io/Rollout"]);
function changeEffects(head, fields, followed) {
    const workload = effects_workloads.has(groupKind(head.id));
    const ownTemplate = fields.some(({ path }) => /^spec\.template(?:$|[.[])/.test(path));
    const because = followed.inTemplate;
    if (workload && (ownTemplate || because.length > 0)) {
        const reason = because.length === 0 || ownTemplate ? "" : `: ${names(because)} changed`;
        const effect = { kind: "rollout", message: `${rolloutVerb(head.manifest)}${reason}` };
        return [because.length === 0 ? effect : { ...effect, because }];
    }
    const targets = [...because, ...followed.elsewhere];
    if (targets.length === 0)
        return [];
    return [{ kind: "follows", message: `follows ${names(targets)}`, because: targets }];
}
function removalEffects(resource) {
    if (isKept(resource.manifest))
        return [];
    const lost = lostWith(resource);
    return lost === undefined ? [] : [{ kind: "deletes-data", message: `deletes ${lost} when pruned` }];
}
function lostWith({ id, manifest }) {
    const kind = groupKind(id);
    if (kind === "/PersistentVolumeClaim")
        return "its volume's data";
    if (kind === "/Namespace")
        return "everything in the namespace";
    if (kind !== "apiextensions.k8s.io/CustomResourceDefinition")
        return undefined;
    const names = isObject(manifest.spec) && isObject(manifest.spec.names) ? manifest.spec.names : {};
    return `every ${typeof names.kind === "string" ? names.kind : "resource of its kind"} in the cluster`;
}
function isKept(manifest) {
    const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
    const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
    const options = annotations["argocd.argoproj.io/sync-options"];
    const kept = typeof options === "string" && options.split(",").some((option) => option.trim() === "Prune=false");
    return kept || annotations["helm.sh/resource-policy"] === "keep";
}
function rolloutVerb(manifest) {
    const spec = isObject(manifest.spec) ? manifest.spec : {};
    const strategy = [spec.strategy, spec.updateStrategy].find(isObject);
    if (strategy?.type === "Recreate")
        return "stops all its pods, then starts new ones";
    if (strategy?.type === "OnDelete")
        return "replaces a pod only once it is deleted";
    return "restarts its pods";
}
function names(ids) {
    return ids.map((id) => `${id.kind} ${id.name}`).join(", ");
}
function groupKind(id) {
    return `${id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : ""}/${id.kind}`;
}

;// CONCATENATED MODULE: ./build/src/diff/fingerprint.js

function fingerprint(key) {
    return (secret) => `<hidden ${(0,external_node_crypto_.createHmac)("sha256", key).update(secret).digest("hex").slice(0, 8)}>`;
}
function fingerprint_binary(bytes) {
    const digest = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex").slice(0, 12);
    return `<binary, ${bytes.length.toLocaleString("en-US")} bytes, sha256 ${digest}>`;
}
function decodeBase64(text) {
    const compact = text.replaceAll(/[\r\n]/g, "");
    if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
        return undefined;
    return Buffer.from(compact, "base64");
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./build/src/diff/jq-functions.js

class JqError extends Error {
    name = "JqError";
}
const truthy = (value) => value !== null && value !== false;
function typeOf(value) {
    if (value === null)
        return "null";
    return Array.isArray(value) ? "array" : typeof value;
}
const jq_functions_kinds = {
    strings: (value) => typeof value === "string",
    objects: (value) => isObject(value),
    arrays: (value) => Array.isArray(value),
    scalars: (value) => typeof value !== "object" || value === null,
    empty: () => false,
};
function filtered(name, value) {
    const keeps = Object.hasOwn(jq_functions_kinds, name) ? jq_functions_kinds[name] : undefined;
    if (keeps !== undefined)
        return keeps(value) ? "keep" : "drop";
    if (name === "not")
        return { value: !truthy(value) };
    if (name === "type")
        return { value: typeOf(value) };
    if (name === "ascii_downcase" && typeof value === "string")
        return { value: value.toLowerCase() };
    if (name === "length")
        return { value: lengthOf(value) };
    throw new JqError(`${name} does not take ${typeOf(value)}`);
}
function lengthOf(value) {
    if (value === null)
        return 0;
    if (typeof value === "string")
        return Array.from(value).length;
    if (typeof value === "number")
        return Math.abs(value);
    if (typeof value === "boolean")
        throw new JqError("boolean has no length");
    return Array.isArray(value) ? value.length : Object.keys(value).length;
}
function tested(name, value, argument) {
    if (name === "has") {
        if (typeof argument === "string" && isObject(value))
            return Object.hasOwn(value, argument);
        if (typeof argument === "number" && Array.isArray(value))
            return argument >= 0 && argument < value.length;
    }
    else if (name === "contains")
        return contains(value, argument);
    else if (typeof value === "string" && typeof argument === "string") {
        if (name === "startswith")
            return value.startsWith(argument);
        if (name === "endswith")
            return value.endsWith(argument);
        if (name === "test")
            return jq_functions_matches(value, argument);
    }
    throw new JqError(`${name} does not take ${typeOf(value)} and ${typeOf(argument)}`);
}
function contains(whole, part) {
    if (typeof whole === "string" && typeof part === "string")
        return whole.includes(part);
    if (Array.isArray(whole) && Array.isArray(part))
        return part.every((item) => whole.some((own) => sameKind(own, item) && contains(own, item)));
    if (isObject(whole) && isObject(part)) {
        return Object.entries(part).every(([key, item]) => {
            const own = Object.hasOwn(whole, key) ? whole[key] : undefined;
            return own !== undefined && sameKind(own, item) && contains(own, item);
        });
    }
    return deepEqual(whole, part);
}
const sameKind = (a, b) => typeOf(a) === typeOf(b);
function isSafePattern(pattern) {
    const bare = pattern.replaceAll(/\\[^1-9k]/g, "x").replaceAll(/\[[^\]]*\]/g, "x");
    return !/\\|\)[*+?{]|\(\?/.test(bare) && (bare.match(/[*+{]/g) ?? []).length <= 3 && pattern.length <= 200;
}
function jq_functions_matches(text, pattern) {
    if (!isSafePattern(pattern) || text.length > 1000)
        throw new JqError("pattern refused");
    try {
        return new RegExp(pattern, "u").test(text);
    }
    catch {
        throw new JqError("not a pattern");
    }
}
function jq_functions_binary(op, left, right) {
    if (op === "and")
        return truthy(left) && truthy(right);
    if (op === "or")
        return truthy(left) || truthy(right);
    if (op === "==")
        return deepEqual(left, right);
    if (op === "!=")
        return !deepEqual(left, right);
    const order = compare(left, right);
    if (op === "<")
        return order < 0;
    if (op === "<=")
        return order <= 0;
    return op === ">" ? order > 0 : order >= 0;
}
const ranks = ["null", "false", "true", "number", "string", "array", "object"];
function compare(left, right) {
    if (typeof left === "number" && typeof right === "number")
        return left - right;
    if (typeof left === "string" && typeof right === "string")
        return left < right ? -1 : Number(left > right);
    const [a, b] = [left, right].map((value) => ranks.indexOf(typeof value === "boolean" ? String(value) : typeOf(value)));
    if (a === b && typeof left === "object" && left !== null)
        throw new JqError(`${typeOf(left)} values are not ordered here`);
    return (a ?? 0) - (b ?? 0);
}

;// CONCATENATED MODULE: ./build/src/diff/jq-parse.js
const token = /\s*(?:(\.\.|==|!=|<=|>=|[.[\]()|,?<>;:-])|("(?:[^"\\]|\\["\\/bfnrtu])*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*))/y;
const maxLength = 1000;
const jq_parse_maxDepth = 50;
const comparisons = ["==", "!=", "<", "<=", ">", ">="];
const functions = new Map([
    ...["select", "first", "test", "startswith", "endswith", "contains", "has"].map((name) => [name, [1]]),
    ...["not", "length", "type", "recurse", "empty", "ascii_downcase"].map((name) => [name, [0]]),
    ...["strings", "objects", "arrays", "scalars"].map((name) => [name, [0]]),
    ...["any", "all"].map((name) => [name, [0, 1]]),
]);
function parseJq(source) {
    if (source.length > maxLength)
        throw new SyntaxError(`longer than ${maxLength} characters`);
    const parser = new Parser(tokens(source));
    return parser.whole();
}
function tokens(source) {
    const found = [];
    token.lastIndex = 0;
    const end = source.trimEnd().length;
    while (token.lastIndex < end) {
        const at = token.lastIndex;
        const match = token.exec(source);
        if (match === null)
            throw new SyntaxError(`"${source.slice(at).trim().slice(0, 20)}" is not understood`);
        found.push(match[0].trim());
    }
    return found;
}
class Parser {
    #tokens;
    #at = 0;
    #depth = 0;
    constructor(source) {
        this.#tokens = source;
    }
    whole() {
        const tree = this.#pipe();
        if (this.#peek() !== undefined)
            throw new SyntaxError(`"${this.#peek()}" is not understood here`);
        return tree;
    }
    #peek() {
        return this.#tokens[this.#at];
    }
    #take(expected) {
        const next = this.#tokens[this.#at++];
        if (next === undefined || (expected !== undefined && next !== expected)) {
            throw new SyntaxError(`${expected === undefined ? "more" : `"${expected}"`} expected, found ${next ?? "the end"}`);
        }
        return next;
    }
    #accept(...options) {
        const next = this.#peek();
        return next !== undefined && options.includes(next) ? this.#take() : undefined;
    }
    #pipe() {
        if (++this.#depth > jq_parse_maxDepth)
            throw new SyntaxError("nested too deeply");
        let left = this.#comma();
        while (this.#accept("|"))
            left = { op: "pipe", left, right: this.#comma() };
        this.#depth--;
        return left;
    }
    #comma() {
        let left = this.#or();
        while (this.#accept(","))
            left = { op: "comma", left, right: this.#or() };
        return left;
    }
    #or() {
        let left = this.#and();
        while (this.#accept("or"))
            left = { op: "binary", operator: "or", left, right: this.#and() };
        return left;
    }
    #and() {
        let left = this.#comparison();
        while (this.#accept("and"))
            left = { op: "binary", operator: "and", left, right: this.#comparison() };
        return left;
    }
    #comparison() {
        const left = this.#postfix();
        const operator = comparisons.find((candidate) => candidate === this.#peek());
        if (operator === undefined)
            return left;
        this.#take();
        return { op: "binary", operator, left, right: this.#postfix() };
    }
    #postfix() {
        let tree = this.#primary();
        for (;;) {
            if (this.#accept("?"))
                tree = { op: "optional", of: tree };
            else if (this.#accept("."))
                tree = this.#peek() === "[" ? tree : this.#field(tree);
            else if (this.#accept("["))
                tree = this.#bracket(tree);
            else
                return tree;
        }
    }
    #field(of) {
        const name = this.#take();
        if (/^[A-Za-z_]/.test(name))
            return { op: "index", of, key: { op: "literal", value: name } };
        if (name.startsWith('"'))
            return { op: "index", of, key: { op: "literal", value: unquote(name) } };
        throw new SyntaxError(`a field name expected, found ${name}`);
    }
    #bracket(of) {
        if (this.#accept("]"))
            return { op: "iterate", of };
        const key = this.#pipe();
        this.#take("]");
        return { op: "index", of, key };
    }
    #primary() {
        const next = this.#take();
        if (next === "..")
            return { op: "recurse" };
        if (next === ".") {
            const name = this.#peek();
            const field = name !== undefined && /^[A-Za-z_"]/.test(name) && !["and", "or"].includes(name);
            return field ? this.#field({ op: "identity" }) : { op: "identity" };
        }
        if (next === "(") {
            const inner = this.#pipe();
            this.#take(")");
            return inner;
        }
        if (next === "[") {
            const items = this.#peek() === "]" ? [] : [this.#pipe()];
            this.#take("]");
            return { op: "list", items };
        }
        if (next === "-")
            return { op: "literal", value: -Number(this.#take()) };
        if (next.startsWith('"'))
            return { op: "literal", value: unquote(next) };
        if (/^\d/.test(next))
            return { op: "literal", value: Number(next) };
        if (next === "true" || next === "false")
            return { op: "literal", value: next === "true" };
        if (next === "null")
            return { op: "literal", value: null };
        return this.#call(next);
    }
    #call(name) {
        const arity = functions.get(name);
        if (arity === undefined)
            throw new SyntaxError(`"${name}" is not understood`);
        const args = [];
        if (this.#accept("(")) {
            do
                args.push(this.#pipe());
            while (this.#accept(";"));
            this.#take(")");
        }
        if (!arity.includes(args.length))
            throw new SyntaxError(`${name} with ${args.length} arguments is not understood`);
        return { op: "call", name, args };
    }
}
function unquote(quoted) {
    const text = JSON.parse(quoted);
    if (typeof text !== "string")
        throw new SyntaxError(`${quoted} is no text`);
    return text;
}

;// CONCATENATED MODULE: ./build/src/diff/jq-paths.js


const maxSteps = 200_000;
function selectPaths(expression, document) {
    return new Evaluation().evaluate(expression, { value: document, path: [] }).map((node) => {
        if (node.path === undefined)
            throw new JqError("not a path");
        return node.path;
    });
}
class Evaluation {
    #steps = 0;
    #step() {
        if (++this.#steps > maxSteps)
            throw new JqError("too many steps");
    }
    evaluate(tree, input) {
        this.#step();
        if (tree.op === "identity")
            return [input];
        if (tree.op === "recurse")
            return this.#recurse(input);
        if (tree.op === "literal")
            return [{ value: tree.value }];
        if (tree.op === "list")
            return [{ value: tree.items.flatMap((item) => values(this.evaluate(item, input))) }];
        if (tree.op === "iterate")
            return this.evaluate(tree.of, input).flatMap((of) => this.#children(of));
        if (tree.op === "optional")
            return this.#optional(tree.of, input);
        if (tree.op === "pipe") {
            return this.evaluate(tree.left, input).flatMap((left) => this.evaluate(tree.right, left));
        }
        if (tree.op === "comma")
            return [...this.evaluate(tree.left, input), ...this.evaluate(tree.right, input)];
        if (tree.op === "call")
            return this.#call(tree.name, tree.args, input);
        if (tree.op === "binary")
            return this.#binary(tree, input);
        const keys = this.evaluate(tree.key, input);
        return this.evaluate(tree.of, input).flatMap((of) => keys.map((key) => jq_paths_child(of, key.value)));
    }
    #binary(tree, input) {
        const { operator } = tree;
        return this.evaluate(tree.left, input).flatMap((left) => {
            const decided = operator === "and" ? !truthy(left.value) : operator === "or" && truthy(left.value);
            if (decided)
                return [{ value: operator === "or" }];
            return this.evaluate(tree.right, input).map((right) => ({ value: jq_functions_binary(operator, left.value, right.value) }));
        });
    }
    #optional(of, input) {
        try {
            return this.evaluate(of, input);
        }
        catch (error) {
            if (!(error instanceof JqError) || this.#steps > maxSteps)
                throw error;
            return [];
        }
    }
    #recurse(node) {
        this.#step();
        const isContainer = typeof node.value === "object" && node.value !== null;
        return [node, ...(isContainer ? this.#children(node).flatMap((item) => this.#recurse(item)) : [])];
    }
    #children(of) {
        if (typeof of.value !== "object" || of.value === null)
            throw new JqError(`cannot iterate over ${typeOf(of.value)}`);
        const entries = Array.isArray(of.value) ? [...of.value.entries()] : Object.entries(of.value);
        return entries.map(([key, value]) => {
            this.#step();
            return at(of, key, value);
        });
    }
    #call(name, args, input) {
        const [first] = args;
        if (name === "recurse")
            return this.#recurse(input);
        if (name === "any" || name === "all") {
            const verdicts = this.#children(input).flatMap((item) => first === undefined ? [item] : this.evaluate(first, item));
            const holds = ({ value }) => truthy(value);
            return [{ value: name === "any" ? verdicts.some(holds) : verdicts.every(holds) }];
        }
        if (first === undefined) {
            const result = filtered(name, input.value);
            return result === "keep" ? [input] : result === "drop" ? [] : [result];
        }
        const results = this.evaluate(first, input);
        if (name === "select")
            return results.flatMap((verdict) => (truthy(verdict.value) ? [input] : []));
        if (name === "first")
            return results.slice(0, 1);
        return results.map((argument) => ({ value: tested(name, input.value, argument.value) }));
    }
}
const values = (nodes) => nodes.map((node) => node.value);
function at(node, key, value) {
    return node.path === undefined ? { value } : { value, path: [...node.path, key] };
}
function jq_paths_child(of, key) {
    if (typeof key === "string" && (of.value === null || isObject(of.value))) {
        return at(of, key, of.value !== null && Object.hasOwn(of.value, key) ? (of.value[key] ?? null) : null);
    }
    if (typeof key === "number" && (of.value === null || Array.isArray(of.value))) {
        return at(of, key, of.value?.at(key) ?? null);
    }
    throw new JqError(`cannot index ${typeOf(of.value)} with ${typeOf(key)}`);
}

// EXTERNAL MODULE: ./build/src/diff/rules.js
var diff_rules = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/src/diff/ignore.js






function compileIgnoreDifferences(entries, where) {
    const findings = [];
    const report = (message, hint) => {
        findings.push((0,diff_rules/* finding */.g)("diff/ignore-not-applied", message, { hint, ...where }));
    };
    const ignores = entries.map((entry) => {
        if (entry.managedFieldsManagers?.length) {
            report(`ignoreDifferences by field manager (${entry.managedFieldsManagers.join(", ")}) needs the live object`, "Argo CD will honour it; here the fields are compared, list them as jsonPointers to leave them out");
        }
        const expressions = (entry.jqPathExpressions ?? []).flatMap((source) => {
            try {
                const tree = parseJq(source);
                refuseUnsafePatterns(tree);
                return [tree];
            }
            catch (error) {
                if (!(error instanceof SyntaxError))
                    throw error;
                report(`The jq path expression ${source.slice(0, 200)} is not evaluated here: ${error.message}`, "Paths, select and simple tests are understood");
                return [];
            }
        });
        return compile(entry, expressions);
    });
    return { ignores, findings };
}
function refuseUnsafePatterns(tree) {
    if (tree.op === "call" && tree.name === "test") {
        const [pattern] = tree.args;
        if (pattern?.op !== "literal" || typeof pattern.value !== "string" || !isSafePattern(pattern.value))
            throw new SyntaxError("its pattern could take too long to match");
    }
    for (const value of Object.values(tree)) {
        for (const part of Array.isArray(value) ? value : [value])
            if (ignore_isTree(part))
                refuseUnsafePatterns(part);
    }
}
function ignore_isTree(value) {
    return typeof value === "object" && value !== null && "op" in value;
}
function compile(entry, expressions) {
    const group = ignore_glob(entry.group ?? "");
    const kind = ignore_glob(entry.kind);
    const pointers = (entry.jsonPointers ?? []).map(parsePointer);
    return {
        matches: (id) => group(id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : "") &&
            kind(id.kind) &&
            (!entry.name || entry.name === id.name) &&
            (!entry.namespace || entry.namespace === id.namespace),
        paths: (manifest) => [...pointers, ...expressions.flatMap((tree) => selected(tree, manifest))],
    };
}
function selected(tree, manifest) {
    try {
        return selectPaths(tree, manifest);
    }
    catch (error) {
        if (error instanceof JqError)
            return [];
        throw error;
    }
}
function ignore_glob(pattern) {
    if (!/[*?[{]/.test(pattern) || pattern.length > 256)
        return (value) => value === pattern;
    return picomatch(pattern, { dot: true, noextglob: true, nonegate: true, bash: true });
}
function parsePointer(pointer) {
    return pointer
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function withoutIgnored(manifest, id, ignores) {
    const paths = ignores.filter((ignore) => ignore.matches(id)).flatMap((ignore) => ignore.paths(manifest));
    if (paths.length === 0)
        return manifest;
    const copy = structuredClone(manifest);
    for (const path of paths.toSorted(lastFirst))
        remove(copy, path);
    return copy;
}
function lastFirst(left, right) {
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
        const [a, b] = [left[i], right[i]];
        if (a === b)
            continue;
        const [x, y] = [Number(a), Number(b)];
        if (Number.isInteger(x) && Number.isInteger(y))
            return y - x;
        return String(a) < String(b) ? 1 : -1;
    }
    return right.length - left.length;
}
function remove(container, path) {
    const [key, ...rest] = path;
    if (key === undefined)
        return;
    const inner = Array.isArray(container)
        ? container[Number(key)]
        : isObject(container) && Object.hasOwn(container, key)
            ? container[key]
            : undefined;
    if (inner === undefined)
        return;
    if (rest.length > 0) {
        const before = sizeOf(inner);
        remove(inner, rest);
        if (before === 0 || sizeOf(inner) > 0)
            return;
    }
    if (Array.isArray(container))
        container.splice(Number(key), 1);
    else if (isObject(container))
        delete container[key];
}
function sizeOf(value) {
    return typeof value === "object" && value !== null ? Object.keys(value).length : 1;
}

;// CONCATENATED MODULE: ./build/src/diff/manifest-text.js


const manifest_text_maxLines = 80;
function addedText(masked) {
    const yaml = (0,js_yaml/* dump */.Bh)(shown(masked), { lineWidth: -1, noRefs: true });
    return capLines(yaml
        .trimEnd()
        .split("\n")
        .map((line) => `+${line}`), manifest_text_maxLines);
}

;// CONCATENATED MODULE: ./build/src/diff/mask-text.js
const sensitiveWord = /pass(?:word|wd|phrase)|secret|token|credential|authorization|cookie|api[-_]?key|access[-_]?key|private[-_]?key|(?:encryption|signing|auth|master|session)[-_]?key|dsn|connection[-_]?string|^pwd$|_pwd$|_pass$/i;
const sensitiveKey = /(?:password|passwd|passphrase|token|api[-_]?key|private[-_]?key|secret[-_]?key|access[-_]?key|client[-_]?secret|\bdsn)$/i;
function isSensitiveName(name) {
    return sensitiveWord.test(name);
}
function isSensitiveKey(key) {
    return sensitiveKey.test(key);
}
function isReference(text) {
    return /^(?:\$\([\w.-]+\)|\$\{[^{}]+\}|\$__\w+\{[^{}]*\}|\$\w+|\{\{.*\}\})$/.test(text.trim());
}
const urlLogin = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)(?:([^\s/:@'"]{0,256}):([^\s/@'"]{1,1024})|([^\s/:@'"]{20,512}))@/gi;
const assignment = /((?:^|[^\w])["']?[\w.-]{0,64}(?:password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|secret[-_]?key)["']?[ \t]{0,8}[:=][ \t]{0,8}|--[\w-]{0,64}(?:password|token|secret|api-key)[ \t]{1,4})("[^"\n]{1,4096}"|'[^'\n]{1,4096}'|[^\s"',;&]{1,4096})/gi;
const knownToken = /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,255}|xox[abprs]-[\w-]{10,255}|AKIA[0-9A-Z]{16}|[rs]k_live_\w{16,255}|eyJ[\w-]{10,2048}\.eyJ[\w-]{10,4096}\.[\w-]{10,2048})\b/g;
function maskText(text, hide) {
    const withoutKeys = text.includes("PRIVATE KEY-----") ? maskPrivateKeys(text, hide) : text;
    return withoutKeys
        .replaceAll(urlLogin, (whole, scheme, user, password, token) => {
        if (password !== undefined)
            return isReference(password) ? whole : `${scheme}${user ?? ""}:${hide(password)}@`;
        return `${scheme}${hide(token ?? "")}@`;
    })
        .replaceAll(knownToken, (token) => hide(token))
        .replaceAll(assignment, (whole, before, secret) => {
        const quote = /^["']/.exec(secret)?.[0] ?? "";
        const inner = quote === "" ? secret : secret.slice(1, -1);
        if (isReference(inner) || inner.startsWith("$") || inner.startsWith("<hidden") || inner.startsWith("{{"))
            return whole;
        return `${before}${quote}${hide(inner)}${quote}`;
    });
}
function maskPrivateKeys(text, hide) {
    const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g;
    let result = "";
    let from = 0;
    for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
        const end = text.indexOf("-----END ", begin.lastIndex);
        const close = end < 0 ? -1 : text.indexOf("-----", end + 9);
        const stop = close < 0 ? text.length : close + 5;
        result += text.slice(from, match.index) + hide(text.slice(match.index, stop));
        from = stop;
        begin.lastIndex = stop;
    }
    return result + text.slice(from);
}

;// CONCATENATED MODULE: ./build/src/diff/mask.js



function maskManifest(manifest, hide) {
    const group = typeof manifest.apiVersion === "string" ? manifest.apiVersion.split("/", 2) : [];
    const core = group.length === 1;
    if (core && manifest.kind === "Secret")
        return maskSecret(manifest, hide);
    const masked = maskObject(manifest, hide);
    if (core && manifest.kind === "ConfigMap" && isObject(manifest.binaryData)) {
        return { ...masked, binaryData: mapValues(manifest.binaryData, describeBinary) };
    }
    if (group[0] === "bitnami.com" && manifest.kind === "SealedSecret")
        return maskSealedSecret(masked, manifest, hide);
    return masked;
}
function maskSecret(manifest, hide) {
    const { data, stringData, ...rest } = manifest;
    const encoded = isObject(data) ? mapValues(data, (value) => hideEncoded(value, hide)) : {};
    const plain = isObject(stringData) ? mapValues(stringData, (value) => hide(asText(value))) : {};
    const hidden = { ...encoded, ...plain };
    const masked = maskObject(rest, hide);
    const odd = [data, stringData].filter((value) => value !== undefined && value !== null && !isObject(value));
    const oddFields = odd.length === 0 ? {} : { "data (not a map)": hide(JSON.stringify(odd)) };
    return Object.keys(hidden).length + odd.length === 0 ? masked : { ...masked, data: { ...hidden, ...oddFields } };
}
function maskSealedSecret(masked, manifest, hide) {
    const spec = isObject(manifest.spec) ? manifest.spec : {};
    const maskedSpec = isObject(masked.spec) ? masked.spec : {};
    const sealed = isObject(spec.encryptedData)
        ? mapValues(spec.encryptedData, (value) => hide(asText(value)))
        : undefined;
    const template = isObject(spec.template) ? maskSecret(spec.template, hide) : undefined;
    return {
        ...masked,
        spec: {
            ...maskedSpec,
            ...(sealed === undefined ? {} : { encryptedData: sealed }),
            ...(template === undefined ? {} : { template }),
        },
    };
}
function hideEncoded(value, hide) {
    const bytes = typeof value === "string" ? decodeBase64(value) : undefined;
    return bytes === undefined ? hide(asText(value)) : hide(bytes);
}
function describeBinary(value) {
    const bytes = typeof value === "string" ? decodeBase64(value) : undefined;
    return fingerprint_binary(bytes ?? Buffer.from(asText(value)));
}
function maskValue(value, hide) {
    if (typeof value === "string")
        return maskText(value, hide);
    if (Array.isArray(value))
        return value.map((item, i) => maskItem(item, value[i - 1], hide));
    return isObject(value) ? maskObject(value, hide) : value;
}
function maskItem(item, previous, hide) {
    const flag = typeof previous === "string" && /^--?[\w-]+$/.test(previous) && isSensitiveName(previous);
    if (flag && typeof item === "string" && !item.startsWith("-"))
        return hideValue(item, hide);
    return maskValue(item, hide);
}
function maskObject(object, hide) {
    const named = typeof object.name === "string" && isSensitiveName(object.name);
    return Object.fromEntries(Object.entries(object).map(([key, value]) => {
        const secret = (named && key === "value") || isSensitiveKey(key);
        const scalar = typeof value === "string" || typeof value === "number";
        return [key, secret && scalar ? hideValue(String(value), hide) : maskValue(value, hide)];
    }));
}
function hideValue(text, hide) {
    return text === "" || isReference(text) ? text : hide(text);
}
function asText(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function mapValues(object, change) {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

// EXTERNAL MODULE: ./build/src/model/resource.js
var model_resource = __webpack_require__(3955);
;// CONCATENATED MODULE: ./build/src/diff/renames.js


const hashSuffix = /-[2456789bcdfghkmt]{10}$/;
function pairRenames(removed, added) {
    const families = Map.groupBy(removed, familyOf);
    const candidates = added.flatMap((after) => {
        const family = familyOf(after);
        const relatives = family === undefined ? [] : (families.get(family) ?? []);
        return relatives
            .filter((before) => isHashed(before) || isHashed(after))
            .map((before) => ({ before, after, likeness: likeness(before, after) }));
    });
    candidates.sort((a, b) => b.likeness - a.likeness || order(a.before, b.before) || order(a.after, b.after));
    const taken = new Set();
    return candidates.flatMap(({ before, after }) => {
        if (taken.has(before) || taken.has(after))
            return [];
        taken.add(before).add(after);
        return [{ before, after }];
    });
}
function isHashed({ id }) {
    return hashSuffix.test(id.name);
}
function familyOf({ id }) {
    if (id.apiVersion !== "v1" || (id.kind !== "ConfigMap" && id.kind !== "Secret"))
        return undefined;
    return (0,model_resource/* resourceKey */.i)({ ...id, name: id.name.replace(hashSuffix, "") });
}
function likeness(before, after) {
    let score = 0;
    for (const field of ["data", "stringData", "binaryData"]) {
        const [old, now] = [before.manifest[field], after.manifest[field]];
        if (!isObject(old) || !isObject(now))
            continue;
        for (const [key, value] of Object.entries(old)) {
            if (Object.hasOwn(now, key))
                score += value === now[key] ? 3 : 1;
        }
    }
    return score;
}
function order(a, b) {
    return a.id.name < b.id.name ? -1 : Number(a.id.name > b.id.name);
}

;// CONCATENATED MODULE: ./build/src/diff/match.js


function matchApplications(base, head) {
    const before = new Map(base.map((side) => [side.application, side]));
    const after = new Map(head.map((side) => [side.application, side]));
    const nothing = (side) => ({ ...side, resources: [] });
    const sides = [
        ...head.map((side) => [before.get(side.application) ?? nothing(side), side]),
        ...base.filter((side) => !after.has(side.application)).map((side) => [side, nothing(side)]),
    ];
    const matched = sides
        .filter(([old, now]) => !old.incomplete && !now.incomplete && !isSame(old, now))
        .map(([old, now]) => matchOne(old, now));
    pairMoves(matched, (application) => before.has(application) !== after.has(application));
    for (const one of matched) {
        one.renames = pairRenames(one.removed, one.added);
        const paired = new Set(one.renames.flatMap((rename) => [rename.before, rename.after]));
        one.removed = one.removed.filter((resource) => !paired.has(resource));
        one.added = one.added.filter((resource) => !paired.has(resource));
    }
    return matched;
}
function isSame(old, now) {
    return old.resources === now.resources || (old.digest !== undefined && old.digest === now.digest);
}
function matchOne(old, now) {
    const before = new Map(old.resources.map((resource) => [(0,model_resource/* resourceKey */.i)(resource.id), resource]));
    const after = new Map(now.resources.map((resource) => [(0,model_resource/* resourceKey */.i)(resource.id), resource]));
    const matched = {
        application: now.application,
        destination: now.destination ?? old.destination,
        pairs: [],
        renames: [],
        moves: [],
        added: [],
        removed: [],
    };
    for (const [key, resource] of after) {
        const previous = before.get(key);
        if (previous === undefined)
            matched.added.push(resource);
        else if (previous !== resource)
            matched.pairs.push({ before: previous, after: resource });
    }
    for (const [key, resource] of before)
        if (!after.has(key))
            matched.removed.push(resource);
    return matched;
}
function pairMoves(matched, isNewOrGone) {
    const origins = new Map();
    const place = (one, resource) => `${one.destination ?? ""} ${(0,model_resource/* resourceKey */.i)(resource.id)}`;
    for (const one of matched) {
        for (const resource of one.removed) {
            const known = origins.get(place(one, resource)) ?? [];
            if (known.length === 0)
                origins.set(place(one, resource), known);
            known.push({ resource, from: one });
        }
    }
    for (const known of origins.values()) {
        known.sort((a, b) => Number(isNewOrGone(a.from.application)) - Number(isNewOrGone(b.from.application)));
    }
    const moved = new Set();
    for (const one of matched) {
        one.added = one.added.filter((resource) => {
            const origin = origins.get(place(one, resource))?.pop();
            if (origin === undefined)
                return true;
            moved.add(origin.resource);
            one.moves.push({ before: origin.resource, after: resource, from: origin.from.application });
            return false;
        });
    }
    for (const one of matched)
        one.removed = one.removed.filter((resource) => !moved.has(resource));
}

;// CONCATENATED MODULE: ./build/src/diff/noise.js

const serverMetadata = ["creationTimestamp", "managedFields", "resourceVersion", "uid", "generation", "selfLink"];
const serverAnnotations = ["kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision"];
function withoutNoise(manifest) {
    const { status: _, ...rest } = manifest;
    if (!isObject(rest.metadata))
        return rest;
    const metadata = without(rest.metadata, serverMetadata);
    if (isObject(metadata.annotations))
        metadata.annotations = without(metadata.annotations, serverAnnotations);
    if (rest.kind === "Namespace" && rest.apiVersion === "v1" && isObject(metadata.labels)) {
        metadata.labels = without(metadata.labels, ["kubernetes.io/metadata.name"]);
    }
    return { ...rest, metadata };
}
function without(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

;// CONCATENATED MODULE: ./build/src/diff/references.js


function renamedNames(renames) {
    return new Map(renames.filter(({ before }) => isHashed(before)).map(({ before, after }) => [before.id.name, after.id]));
}
function followRenames(manifest, renamed) {
    const inTemplate = new Set();
    const elsewhere = new Set();
    const follow = (value, path) => {
        if (typeof value === "string") {
            const target = renamed.get(value);
            if (target === undefined)
                return value;
            (path.startsWith("spec.template.") ? inTemplate : elsewhere).add(target);
            return target.name;
        }
        if (Array.isArray(value))
            return value.map((item) => follow(item, path));
        return isObject(value) ? followObject(value, path) : value;
    };
    const followObject = (object, path) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, follow(value, `${path}${key}.`)]));
    return { manifest: followObject(manifest, ""), inTemplate: [...inTemplate], elsewhere: [...elsewhere] };
}

;// CONCATENATED MODULE: ./build/src/diff/diff.js












const maxShownManifests = 500;
const diff_maxDepth = 100;
const tooDeep = { path: "", text: `(nested more than ${diff_maxDepth} levels deep: not compared)` };
function diffApplications(base, head, options) {
    const room = { manifests: maxShownManifests };
    const hide = fingerprint(options.secretKey);
    return matchApplications(base, head).flatMap((matched) => {
        const ignores = options.ignores?.(matched.application) ?? [];
        return changesOf(matched, {
            hide,
            ignores,
            structure: options.structure,
            renamed: renamedNames(matched.renames),
            room,
        });
    });
}
function changesOf(matched, context) {
    const { application } = matched;
    const changed = matched.pairs.flatMap((pair) => {
        const difference = diff_compare(pair, context);
        if (difference.fields.length === 0 && difference.effects.length === 0)
            return [];
        return [{ application, kind: "changed", ...difference }];
    });
    const renamed = matched.renames.map((pair) => {
        const previous = { resource: pair.before.id };
        return { application, kind: "renamed", previous, ...diff_compare(pair, context) };
    });
    const moved = matched.moves.map((move) => {
        const previous = { application: move.from };
        return { application, kind: "moved", previous, ...diff_compare(move, context) };
    });
    const added = matched.added.map((resource) => addition(application, resource, context));
    const removed = matched.removed.map((resource) => {
        const effects = removalEffects(resource);
        return { application, resource: resource.id, kind: "removed", fields: [], effects, at: resource.origin };
    });
    return [...changed, ...renamed, ...moved, ...added, ...removed];
}
function diff_compare({ before, after }, context) {
    const unchanged = { resource: after.id, fields: [], effects: [], at: after.origin };
    const isDeep = [before, after].some(({ manifest }) => isDeeperThan(diff_maxDepth, manifest));
    if (isDeep)
        return { ...unchanged, fields: [tooDeep] };
    if (deepEqual(before.manifest, after.manifest))
        return unchanged;
    const head = withoutNoise(after.manifest);
    const followed = followRenames(withName(withoutNoise(before.manifest), head), context.renamed);
    const [old, now] = [followed.manifest, head].map((side) => maskManifest(withoutIgnored(side, after.id, context.ignores), context.hide));
    if (old === undefined || now === undefined)
        return unchanged;
    const { apiVersion, kind } = after.id;
    const given = context.structure?.(apiVersion, kind);
    const structure = [...(given === undefined ? [] : [given]), knownStructure(apiVersion, kind)];
    const fields = compareManifests(old, now, structure, isBuiltIn(apiVersion));
    return { ...unchanged, fields, effects: changeEffects(after, fields, followed) };
}
function withName(base, head) {
    const [old, now] = [base.metadata, head.metadata];
    if (typeof old !== "object" || old === null || Array.isArray(old))
        return base;
    if (typeof now !== "object" || now === null || Array.isArray(now) || now.name === undefined)
        return base;
    return { ...base, metadata: { ...old, name: now.name } };
}
function addition(application, resource, context) {
    const change = {
        application,
        resource: resource.id,
        kind: "added",
        fields: [],
        effects: [],
        at: resource.origin,
    };
    if (context.room.manifests-- <= 0)
        return change;
    if (isDeeperThan(diff_maxDepth, resource.manifest))
        return { ...change, fields: [tooDeep] };
    return {
        ...change,
        fields: [{ path: "", text: addedText(maskManifest(withoutNoise(resource.manifest), context.hide)) }],
    };
}

;// CONCATENATED MODULE: ./build/src/run/compare.js




function compareSides(base, head, { schemas, kubernetesVersion }) {
    const same = sameRenderings(base, head);
    const sides = (applications) => applications.map((one) => sideOf(one, same));
    const ignores = new Map();
    const findings = [];
    for (const { report, spec } of head) {
        const entries = spec?.ignoreDifferences ?? [];
        if (entries.length === 0)
            continue;
        const at = [{ file: report.file, line: report.line, column: 1 }];
        const compiled = compileIgnoreDifferences(entries, { application: report.name, at });
        ignores.set(report.name, compiled.ignores);
        findings.push(...compiled.findings);
    }
    const structure = (apiVersion, kind) => schemas.structureOf({ version: kubernetesVersion, apiVersion, kind });
    const [before, after] = [sides(base), sides(head)];
    const changes = diffApplications(before, after, {
        secretKey: (0,external_node_crypto_.randomBytes)(32),
        structure,
        ignores: (application) => ignores.get(application) ?? [],
    });
    return { changes, applicationChanges: diffApplicationNames(before, after, changes), findings };
}
function sameRenderings(base, head) {
    const before = new Map(base.map(({ report, rendering }) => [report.name, rendering]));
    return new Set(head.flatMap(({ report, rendering }) => rendering !== undefined && before.get(report.name) === rendering ? [report.name] : []));
}
function sideOf({ report, rendered, spec }, same) {
    return {
        application: report.name,
        resources: rendered.resources,
        destination: spec?.destination.server ?? spec?.destination.name ?? "",
        incomplete: report.status === "failed" || report.status === "not-rendered",
        ...(same.has(report.name) && { digest: "same rendering" }),
    };
}

// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(4971);
// EXTERNAL MODULE: ./build/src/run/render-side.js + 59 modules
var render_side = __webpack_require__(4466);
// EXTERNAL MODULE: ./build/src/run/results.js + 2 modules
var run_results = __webpack_require__(9109);
// EXTERNAL MODULE: ./build/src/run/warm.js
var warm = __webpack_require__(5826);
// EXTERNAL MODULE: ./build/src/run/workspace.js + 1 modules
var run_workspace = __webpack_require__(7365);
;// CONCATENATED MODULE: ./build/src/validate.js












async function validate(options, ports) {
    const durations = {};
    const started = performance.now();
    async function timed(phase, work) {
        ports.onProgress?.({ kind: "phase", phase });
        const before = performance.now();
        const result = await work();
        durations[phase] = performance.now() - before;
        return result;
    }
    const engines = (0,engine/* openEngines */.Uj)(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await timed("read", () => (0,run_workspace/* openWorkspace */.O)(options, ports));
        const { configuration, base, kubernetesVersion } = workspace;
        const sources = (0,fetching/* openSources */.Hv)(workspace.head, options, ports);
        const results = (0,run_results/* openResults */.B)(options, ports, workspace.head);
        if (!results.found)
            (0,warm/* warmFor */.b)(workspace.head, engines);
        const context = { workspace, engines, sources, results };
        const head = await timed("render", () => (0,render_side/* renderSide */.a)(workspace.head, context));
        const before = base && (await timed("compare", () => (0,render_side/* renderSide */.a)(base.tree, context)));
        const reach = reachOf(head.applications);
        const { applications } = head;
        const findings = await timed("check", async () => [
            ...checkFiles({
                tree: workspace.head,
                ignore: configuration.ignore,
                reach,
                applications,
                remember: results.remember,
            }),
            ...(await checkSchemas(applications, {
                tree: workspace.head,
                engines,
                kubernetesVersion,
                locations: options.schemaLocations?.length ? options.schemaLocations : configuration.schemaLocations,
                offline: options.offline,
                results,
            })),
        ]);
        const comparison = before && (await timed("diff", () => compareSides(before.applications, head.applications, workspace)));
        const { failed } = results.keep();
        if (failed !== undefined)
            ports.log.warning(`What was found could not be kept for the next run: ${failed}`);
        durations["total"] = performance.now() - started;
        const report = assemble({
            workspace,
            head,
            ...(comparison && { comparison }),
            unchanged: before ? sameRenderings(before.applications, head.applications) : new Set(),
            findings,
            reach,
            requireSources: options.requireSources,
            durations,
            peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
        });
        return { report, exitCode: (0,verdict/* verdict */.W)(report, options.failOn).exitCode };
    }
    finally {
        await engines.close();
    }
}

// EXTERNAL MODULE: ./build/src/cli/progress.js
var cli_progress = __webpack_require__(69);
// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(490);
;// CONCATENATED MODULE: ./build/src/cli/report-command.js



const formats = ["text", "json", "markdown", "sarif"];
async function runReport(command, options, terminal, signal) {
    const { base, failOn, schemaLocation, format } = options;
    const progress = (0,cli_progress/* progressLine */.o)(terminal);
    const { report, exitCode } = await validate({ ...(0,run_options/* runOptions */.K)(options), ...(base !== undefined && { base }), failOn, schemaLocations: schemaLocation }, (0,run_options/* runPorts */.G)(terminal, signal, progress.onProgress)).finally(progress.clear);
    const shown = command === "diff" ? onlyChanges(report) : report;
    terminal.out(await formatReport(shown, format, options.root, terminal));
    if (options.stats)
        terminal.err(statistics(report));
    return command === "diff" ? 0 : exitCode;
}
function onlyChanges(report) {
    return { ...report, findings: report.findings.filter(({ rule }) => /^(render|diff|sources)\//.test(rule)) };
}
async function formatReport(report, format, root, terminal) {
    switch (format) {
        case "json":
            return (await __webpack_require__.e(/* import() */ 648).then(__webpack_require__.bind(__webpack_require__, 5648))).renderJson(report);
        case "markdown": {
            const { renderMarkdown, summaryLimit } = await __webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 7903));
            return renderMarkdown(report, { limit: summaryLimit });
        }
        case "sarif": {
            const [{ renderSarif }, { allRules }] = await Promise.all([__webpack_require__.e(/* import() */ 789).then(__webpack_require__.bind(__webpack_require__, 5789)), __webpack_require__.e(/* import() */ 254).then(__webpack_require__.bind(__webpack_require__, 2254))]);
            return renderSarif(report, { describe: (rule) => allRules[rule]?.[1] });
        }
        case "text": {
            const [{ renderText }, style, { lineReader }] = await Promise.all([
                __webpack_require__.e(/* import() */ 326).then(__webpack_require__.bind(__webpack_require__, 8326)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6179)),
                __webpack_require__.e(/* import() */ 377).then(__webpack_require__.bind(__webpack_require__, 5377)),
            ]);
            return renderText(report, {
                ...(terminal.width !== undefined && { width: terminal.width }),
                paint: terminal.colour ? style.coloured : style.plain,
                readLine: lineReader(root),
            });
        }
    }
}
function statistics({ stats }) {
    const { applications, rendered, cached, resources, durations, peakMemoryBytes } = stats;
    const times = Object.entries(durations).map(([phase, ms]) => `${phase} ${Math.round(ms)} ms`);
    return [
        `${applications} Applications: ${rendered} rendered, ${cached} reused; ${resources} resources`,
        times.join(", "),
        `peak memory ${Math.round(peakMemoryBytes / 1024 / 1024)} MiB\n`,
    ].join("\n");
}


/***/ }),

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ runPorts),
/* harmony export */   K: () => (/* binding */ runOptions)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

function runOptions(options) {
    const { root, kubernetesVersion, cache, offline, requireSources, timeout } = options;
    return {
        root,
        cache,
        offline,
        requireSources,
        ...(kubernetesVersion !== undefined && { kubernetesVersion }),
        ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    };
}
function runPorts(terminal, signal, onProgress) {
    const say = (message) => terminal.err(`${message}\n`);
    return {
        log: { debug: () => undefined, info: say, warning: say },
        clock: {
            now: () => Date.now(),
            sleep: async (milliseconds, aborted) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, aborted ? { signal: aborted } : {}),
        },
        signal,
        env: terminal.env,
        ...(onProgress && { onProgress }),
    };
}


/***/ }),

/***/ 8342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ diffRules),
/* harmony export */   g: () => (/* binding */ finding)
/* harmony export */ });
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8073);

const diffRules = {
    "diff/ignore-not-applied": ["notice", "A part of ignoreDifferences that cannot be honoured outside a cluster"],
};
const finding = (0,_model_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(diffRules);


/***/ }),

/***/ 6417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QE: () => (/* reexport */ buildStamp),
  x5: () => (/* reexport */ locate),
  bp: () => (/* reexport */ openCache),
  Uj: () => (/* reexport */ openEngines)
});

// EXTERNAL MODULE: ./build/src/tree/index.js + 18 modules
var src_tree = __webpack_require__(4842);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/engine/cache/format.js

const magic = Buffer.from("slipway-renders\n");
const headerLength = magic.length + 4 + 32;
const longestMeta = 256 * 1024 ** 2;
const digestOf = (bytes) => (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
function encodeHead(meta) {
    const text = Buffer.from(JSON.stringify(meta));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([magic, length, Buffer.from(digestOf(text), "hex"), text]);
}
function metaLength(header) {
    if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic))
        return undefined;
    const length = header.readUInt32LE(magic.length);
    return length > 0 && length <= longestMeta ? length : undefined;
}
function decodeMeta(header, text, stamp) {
    if (digestOf(text) !== header.toString("hex", magic.length + 4, headerLength))
        return undefined;
    try {
        const meta = JSON.parse(text.toString());
        return isMeta(meta) && meta.stamp === stamp ? meta : undefined;
    }
    catch {
        return undefined;
    }
}
function isMeta(value) {
    if (!isRecord(value) || typeof value["stamp"] !== "string")
        return false;
    const { files, listings, entries } = value;
    if (!isPairs(files) || !isPairs(listings) || !Array.isArray(entries))
        return false;
    return entries.every((entry) => isEntry(entry, files.length / 2, listings.length / 2));
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isPairs = (value) => Array.isArray(value) &&
    value.length % 2 === 0 &&
    value.every((each, at) => typeof each === "string" || (each === null && at % 2 === 1));
function isEntry(value, files, listings) {
    if (!isRecord(value) || typeof value["key"] !== "string" || typeof value["digest"] !== "string")
        return false;
    const numbers = [value["offset"], value["length"], value["unused"]];
    return (numbers.every((each) => isIndex(each, Infinity)) &&
        areIndexes(value["files"], files) &&
        areIndexes(value["listings"], listings));
}
const areIndexes = (value, limit) => Array.isArray(value) && value.every((each) => isIndex(each, limit));
const isIndex = (value, limit) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < limit;

;// CONCATENATED MODULE: ./build/src/engine/cache/body.js


const longestBody = 512 * 1024 ** 2;
const quick = { params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: 1 } };
const packBody = (body) => (0,external_node_zlib_.zstdCompressSync)(JSON.stringify(body), quick);
function unpackBody(bytes, digest) {
    if (!bytes || digestOf(bytes) !== digest)
        return undefined;
    try {
        const body = JSON.parse((0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: longestBody }).toString());
        return { body };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/engine/cache/pairs.js

function createPairs() {
    const pairs = [];
    const numbers = new Map();
    const number = (path, id) => {
        const key = id === null ? path : `${id}\0${path}`;
        const known = numbers.get(key);
        if (known !== undefined)
            return known;
        numbers.set(key, pairs.length / 2);
        return pairs.push(path, id) / 2 - 1;
    };
    return { pairs, add: (found) => Object.entries(found).map(([path, id]) => number(path, id)) };
}
function recordOf(pairs, numbers) {
    return Object.fromEntries(numbers.map((number) => [pairs[2 * number] ?? "", pairs[2 * number + 1] ?? null]));
}
function comparePairs(pairs, kind, tree) {
    const known = new Map();
    const compare = (number) => {
        try {
            return (0,src_tree/* readId */.wh)(tree, kind, pairs[2 * number] ?? "") === pairs[2 * number + 1];
        }
        catch {
            return false;
        }
    };
    return (number) => {
        const same = known.get(number) ?? compare(number);
        known.set(number, same);
        return same;
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/entry.js




function freshEntry(key, { reads, facts, body }) {
    const bytes = packBody(body);
    return {
        key,
        digest: digestOf(bytes),
        unused: 0,
        hit: { facts, reads, body: () => body },
        holds: (tree) => (0,src_tree/* sameReads */.iw)(reads, tree),
        packed: () => bytes,
    };
}
function storedEntries(file) {
    const { files, listings, entries } = file.meta;
    const comparisons = new WeakMap();
    const comparisonWith = (tree) => {
        const known = comparisons.get(tree);
        if (known)
            return known;
        const made = { file: comparePairs(files, "file", tree), listing: comparePairs(listings, "listing", tree) };
        comparisons.set(tree, made);
        return made;
    };
    return entries.map((entry) => {
        const packed = () => file.read(entry.offset, entry.length);
        let body;
        return {
            key: entry.key,
            digest: entry.digest,
            unused: entry.unused + 1,
            hit: {
                facts: entry.facts,
                get reads() {
                    return readsOf(entry, file);
                },
                body() {
                    body ??= unpackBody(packed(), entry.digest);
                    return body?.body;
                },
            },
            holds(tree) {
                const same = comparisonWith(tree);
                return entry.files.every(same.file) && entry.listings.every(same.listing);
            },
            packed,
        };
    });
}
function readsOf(entry, { meta }) {
    return { files: recordOf(meta.files, entry.files), listings: recordOf(meta.listings, entry.listings) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/engine/cache/file.js




function openCacheFile(path, stamp, maxBytes) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        const meta = isOurs(descriptor, maxBytes) ? readMeta(descriptor, stamp) : undefined;
        if (meta)
            return closable(meta, descriptor);
    }
    catch {
    }
    if (descriptor !== undefined)
        (0,external_node_fs_.closeSync)(descriptor);
    return undefined;
}
function writeCacheFile(path, meta, bodies) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    const descriptor = (0,external_node_fs_.openSync)(temporary, "wx", 0o600);
    try {
        writeWhole(descriptor, encodeHead(meta));
        for (const body of bodies)
            writeWhole(descriptor, body);
        (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.renameSync)(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
function isOurs(descriptor, maxBytes) {
    const found = (0,external_node_fs_.fstatSync)(descriptor);
    const othersMayWrite = process.platform !== "win32" && (found.mode & 0o022) !== 0;
    const foreign = process.getuid !== undefined && found.uid !== process.getuid();
    return found.isFile() && found.size <= maxBytes && !othersMayWrite && !foreign;
}
function readMeta(descriptor, stamp) {
    const header = readPart(descriptor, 0, headerLength);
    const length = header && metaLength(header);
    const text = length === undefined ? undefined : readPart(descriptor, headerLength, length);
    const meta = header && text && decodeMeta(header, text, stamp);
    if (!meta || length === undefined)
        return undefined;
    return { meta, read: (offset, size) => readPart(descriptor, headerLength + length + offset, size) };
}
function readPart(descriptor, position, length) {
    if (position + length > (0,external_node_fs_.fstatSync)(descriptor).size)
        return undefined;
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length;) {
        const read = (0,external_node_fs_.readSync)(descriptor, bytes, at, length - at, position + at);
        if (read === 0)
            return undefined;
        at += read;
    }
    return bytes;
}
function writeWhole(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
}
function closable({ meta, read }, descriptor) {
    let open = true;
    return {
        meta,
        read: (offset, length) => (open ? read(offset, length) : undefined),
        close() {
            if (open)
                (0,external_node_fs_.closeSync)(descriptor);
            open = false;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/assemble.js


const mostPerKey = 4;
function assemble(stamp, entries, maxBytes) {
    const kept = limitPerKey([...entries].sort((a, b) => a.unused - b.unused));
    for (let count = kept.length;; count = Math.floor(count * 0.8)) {
        const made = layOut(stamp, kept.slice(0, count));
        const size = encodeHead(made.meta).length + made.bodies.reduce((sum, { length }) => sum + length, 0);
        if (size <= maxBytes || count === 0)
            return made;
    }
}
function limitPerKey(entries) {
    const counts = new Map();
    return entries.filter(({ key }) => {
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count <= mostPerKey;
    });
}
function layOut(stamp, entries) {
    const files = createPairs();
    const listings = createPairs();
    const bodies = [];
    let offset = 0;
    const metas = entries.flatMap(({ key, digest, unused, hit, packed }) => {
        const body = packed();
        if (!body || digestOf(body) !== digest)
            return [];
        const { facts, reads } = hit;
        const place = { offset, length: body.length };
        bodies.push(body);
        offset += body.length;
        return [
            { key, files: files.add(reads.files), listings: listings.add(reads.listings), facts, ...place, digest, unused },
        ];
    });
    return { meta: { stamp, files: files.pairs, listings: listings.pairs, entries: metas }, bodies };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/cache.js



const defaultBytes = 256 * 1024 ** 2;
function openCache({ path, stamp, maxBytes = defaultBytes }) {
    const entries = new Map();
    const file = openCacheFile(path, stamp, maxBytes);
    const add = (entry) => entries.set(entry.key, [entry, ...(entries.get(entry.key) ?? [])]);
    if (file)
        for (const entry of storedEntries(file).toReversed())
            add(entry);
    let changed = false;
    return {
        find(key, tree) {
            const found = entries.get(key)?.find((entry) => entry.holds(tree));
            if (found)
                found.unused = 0;
            return found?.hit;
        },
        put(key, entry) {
            changed = true;
            add(freshEntry(key, entry));
        },
        save() {
            if (!changed)
                return {};
            try {
                const { meta, bodies } = assemble(stamp, [...entries.values()].flat(), maxBytes);
                writeCacheFile(path, meta, bodies);
                return {};
            }
            catch (error) {
                return { failed: error instanceof Error ? error.message : String(error) };
            }
            finally {
                changed = false;
            }
        },
        close: () => file?.close(),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/src/engine/location.js

const engineNames = ["kustomize", "helm", "kubeconform", "gotemplate"];
const here = import.meta.url;
function locate(from = here) {
    const engines = new URL("../engines/", from);
    if ((0,external_node_fs_.existsSync)(engines)) {
        return {
            worker: new URL("../worker/index.js", from),
            execArgv: [],
            engine: (name) => new URL(`${name}-wasm.wasm.zst`, engines),
            schemas: new URL("../schemas/", from),
            code: [new URL("./", from), new URL("../worker/", from)],
        };
    }
    const packages = new URL("../../packages/", from);
    return {
        worker: new URL("./worker.ts", from),
        execArgv: ["--conditions=source"],
        engine: (name) => new URL(`${name}-wasm/${name}-wasm.wasm.zst`, packages),
        schemas: new URL("kubeconform-wasm/schemas/", packages),
        code: [
            new URL("../", from),
            ...[...engineNames.map((name) => `${name}-wasm`), "go-wasm-host"].map((name) => new URL(`${name}/src/`, packages)),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/stamp.js





const sampled = 64 * 1024;
function buildStamp(location) {
    const engines = engineNames.map((name) => [name, sampleOf(location.engine(name))]);
    const code = [...location.code, location.schemas].map(digestsIn);
    return digestOf(JSON.stringify([engines, code]));
}
function digestsIn(folder) {
    const root = (0,external_node_url_.fileURLToPath)(folder);
    return (0,external_node_fs_.readdirSync)(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort()
        .map((file) => [(0,external_node_path_.relative)(root, file), digestOf((0,external_node_fs_.readFileSync)(file))]);
}
function sampleOf(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, "r");
    try {
        const { size } = (0,external_node_fs_.fstatSync)(descriptor);
        const bytes = Buffer.alloc(2 * sampled);
        (0,external_node_fs_.readSync)(descriptor, bytes, 0, sampled, 0);
        (0,external_node_fs_.readSync)(descriptor, bytes, sampled, sampled, Math.max(0, size - sampled));
        return `${size} ${digestOf(bytes)}`;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./packages/go-wasm-host/dist/index.js
var dist = __webpack_require__(3065);
;// CONCATENATED MODULE: ./build/src/engine/batches.js
const batchCharacters = 400_000;
function inBatches(texts) {
    const batches = [];
    let size = Infinity;
    for (const text of texts) {
        if (size + text.length > batchCharacters) {
            batches.push([]);
            size = 0;
        }
        batches.at(-1)?.push(text);
        size += text.length;
    }
    return batches;
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/src/engine/compilation.js

const optimiseAfter = 2_000_000_000;
function preferQuickCompilation() {
    (0,external_node_v8_.setFlagsFromString)(`--wasm-tiering-budget=${optimiseAfter}`);
}

// EXTERNAL MODULE: external "module"
var external_module_ = __webpack_require__(3339);
;// CONCATENATED MODULE: ./packages/helm-wasm/dist/index.js
var t={};(()=>{t.d=(e,r)=>{for(var n in r){if(t.o(r,n)&&!t.o(e,n)){Object.defineProperty(e,n,{enumerable:true,get:r[n]})}}}})();(()=>{t.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var r={};t.d(r,{NJ:()=>A,t2:()=>HelmError,Qk:()=>compileHelm,xs:()=>createHelm});const n=(0,external_module_.createRequire)(import.meta.url)("module");var o={};(()=>{o.d=(e,t)=>{for(var r in t){if(o.o(t,r)&&!o.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:t[r]})}}}})();(()=>{o.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var s={};o.d(s,{NJ:()=>EngineError,MT:()=>compileEngine,B4:()=>createReactor,in:()=>M});const i=(0,n.createRequire)(import.meta.url)("node:fs/promises");const a=(0,n.createRequire)(import.meta.url)("node:util");const c=(0,n.createRequire)(import.meta.url)("node:zlib");const u=64*1024**2;async function compileEngine(e){const t=await(0,a.promisify)(c.zstdDecompress)(await(0,i.readFile)(e),{chunkSize:u});return WebAssembly.compile(t)}const l=["refused","invalid","limit","crashed"];class EngineError extends Error{name="EngineError";code;detail;constructor(e,t,r={}){super(t,r.cause===undefined?undefined:{cause:r.cause});this.code=e;this.detail=r.detail}}const m={custom:0,import:2,memory:5,global:6,export:7,data:11,dataCount:12};const f=Uint8Array.of(0,97,115,109,1,0,0,0);function module_readModule(e){if(Buffer.compare(e.subarray(0,f.length),f)!==0)throw new TypeError("not a WebAssembly module");const t=[];for(let r=f.length;r<e.length;){const[n,o]=module_readNumber(e,r+1);t.push({id:e[r]??0,content:e.subarray(o,o+n)});r=o+n}return t}function module_writeModule(e){return module_joined([f,...e.flatMap(({id:e,content:t})=>[section(e,t.length),t])])}function module_joined(e){const t=new Uint8Array(e.reduce((e,{length:t})=>e+t,0));let r=0;for(const n of e){t.set(n,r);r+=n.length}return t}const section=(e,t)=>Uint8Array.from([e,...module_number(t)]);const module_name=e=>[...module_number(e.length),...Buffer.from(e)];function module_number(e){return e<128?[e]:[e&127|128,...module_number(e>>>7)]}function integer(e){const[t,r]=[Number(e&0x7fn),e>>7n];const n=r===0n&&(t&64)===0||r===-1n&&(t&64)!==0;return n?[t]:[t|128,...integer(r)]}function module_readNumber(e,t){const r=e[t];if(r===undefined)throw new TypeError("not an engine: the module ends too early");if(r<128)return[r,t+1];const[n,o]=module_readNumber(e,t+1);return[(r&127)+n*128,o]}const d=2;const p="slipway.memory-minimum";const h={module:"slipway",name:"memory"};const g=65536;function importMemory(e){const t=readModule(e);const r=t.find(({id:e})=>e===sections.import);const n=t.find(({id:e})=>e===sections.memory);if(!r||!n)throw new TypeError("not an engine: the module has no imports or no memory of its own");const[o]=readNumber(n.content,2);const[s,i]=readNumber(r.content,0);const a=[...name(h.module),...name(h.name),d,0,...number(o)];const c=Uint8Array.from([...number(s+1),...a]);const u={id:sections.import,content:joined([c,r.content.subarray(i)])};const l=Uint8Array.from([...name(p),...number(o)]);return writeModule([...t.filter(e=>e!==n).map(e=>e===r?u:e),{id:sections.custom,content:l}])}function minimumPages(e){const[t]=WebAssembly.Module.customSections(e,p);if(!t)throw new TypeError("not an engine: compile it with compileEngine");return module_readNumber(new Uint8Array(t),0)[0]}const y="slipway";const w=-1;const b=-2;class Trap extends Error{name="Trap"}function trapping(e){try{e()}catch(e){throw new Trap("the engine stopped",{cause:e})}}function createConversation(e,t){const bytes=(t,r)=>new Uint8Array(e.buffer,t>>>0,r>>>0);const text=(e,t)=>Buffer.from(bytes(e,t)).toString("utf8");let r;let n=new Uint8Array;let o;let s;const reply=e=>{try{const t=e();if(!t)return w;n=t;return t.length}catch(e){s??={thrown:e};return b}};return{imports:{read:(e=0,t=0)=>reply(()=>r?.read(text(e,t))),list:(e=0,t=0)=>reply(()=>{const n=r?.list(text(e,t));return n&&Buffer.from(JSON.stringify(n))}),real:(e=0,t=0)=>reply(()=>{const n=text(e,t);return Buffer.from(r?.realPath?.(n)??n)}),call:(e=0,r=0,n=0,o=0)=>reply(()=>{const s=text(e,r);const i=t[s];if(!i)throw new EngineError("crashed",`the engine asked for "${s}", which its host does not offer`);return Buffer.from(JSON.stringify(i(JSON.parse(text(n,o)))??null))}),take(e=0){bytes(e,n.length).set(n);n=new Uint8Array},respond(e=0,t=0,r=0){const n=JSON.parse(text(t,r));o=e?{error:parseError(n)}:{response:n}}},run(e,t,n,i){r=i;o=undefined;s=undefined;try{const r=Buffer.from(t);const i=Buffer.from(JSON.stringify(n??null));trapping(()=>{const t=e.buffer(r.length+i.length);bytes(t,r.length).set(r);bytes(t+r.length,i.length).set(i);e.call(r.length,i.length)});return result(o,s)}finally{r=undefined}}}}function result(e,t){if(t)throw t.thrown;if(!e)throw new EngineError("crashed","the engine ended the call without an answer");if("error"in e)throw e.error;return e.response}function parseError(e){const{code:t,message:r,detail:n}={code:"",message:"",detail:"",...e};return new EngineError(isErrorCode(t)?t:"crashed",r,{detail:n||undefined})}const isErrorCode=e=>l.some(t=>t===e);const E=(0,n.createRequire)(import.meta.url)("node:crypto");class ProgramExit extends Error{status;constructor(e){super(`exit status ${e}`);this.status=e}}const _={success:0,badf:8,inval:28,nosys:52};const v=[Buffer.from("engine\0")];const B=64*1024;function createWasi({wallClock:e,monotonicClock:t,environment:r,memory:n}){const view=()=>new DataView(n.buffer);const bytes=(e,t)=>new Uint8Array(n.buffer,e>>>0,t>>>0);const o=Object.entries(r).map(([e,t])=>Buffer.from(`${e}=${t}\0`));let s=Buffer.alloc(0);let i=randomBytes();const a={args_sizes_get:(e,t)=>putSizes(v,e,t),args_get:(e,t)=>put(v,e,t),environ_sizes_get:(e,t)=>putSizes(o,e,t),environ_get:(e,t)=>put(o,e,t),clock_time_get(r,n,o){const s=r===0?e:t();view().setBigUint64(o,BigInt(Math.round(s*1e6)),true);return _.success},random_get(e,t){bytes(e,t).set(i(t));return _.success},fd_write(e,t,r,n){if(e!==1&&e!==2)return _.badf;let o=0;for(let e=t;e<t+8*r;e+=8){const t=view().getUint32(e+4,true);s=Buffer.concat([s,bytes(view().getUint32(e,true),t)]).subarray(-B);o+=t}view().setUint32(n,o,true);return _.success},fd_fdstat_get(e,t){if(e>2)return _.badf;bytes(t,24).fill(0);return _.success},fd_fdstat_set_flags:e=>e>2?_.badf:_.success,fd_prestat_get:()=>_.badf,fd_close:()=>_.badf,fd_read:()=>_.badf,sched_yield:()=>_.success,poll_oneoff(e,t,r,n){for(let n=0;n<r;n++){const r=t+32*n;const o=e+48*n;bytes(r,32).fill(0);bytes(r,8).set(bytes(o,8));view().setUint8(r+10,view().getUint8(o+8))}view().setUint32(n,r,true);return r===0?_.inval:_.success},proc_exit(e){throw new ProgramExit(e)}};function putSizes(e,t,r){view().setUint32(t,e.length,true);view().setUint32(r,Buffer.concat(e).length,true);return _.success}function put(e,t,r){for(const[n,o]of e.entries()){view().setUint32(t+4*n,r,true);bytes(r,o.length).set(o);r+=o.length}return _.success}return{imports:a,output:()=>s.toString("utf8"),reseed(){i=randomBytes()}}}const unsupported=()=>_.nosys;function randomBytes(){let e=0;let t=Buffer.alloc(0);return r=>{const n=[t];for(let o=t.length;o<r;o+=64){n.push((0,E.createHash)("sha512").update(`slipway ${e++}`).digest())}const o=Buffer.concat(n);t=o.subarray(r);return o.subarray(0,r)}}const x="slipway.started";function instantiate(e,t){const{memoryLimitBytes:r,hostCalls:n,wallClock:o,monotonicClock:s}=t;const i=minimumPages(e);const a=Math.max(i,Math.min(65536,Math.floor(r/g)));const c=new WebAssembly.Memory({initial:i,maximum:a});const u=createWasi({wallClock:o,monotonicClock:s,environment:collectorSettings(r),memory:c});const l=createConversation(c,n);const m={};for(const{module:t,name:r}of WebAssembly.Module.imports(e)){const e=t===y?l.imports:u.imports;(m[t]??={})[r]=r===h.name?c:e[r]??unsupported}const{exports:f}=new WebAssembly.Instance(e,m);const d={initialize:exported(f,"_initialize"),buffer:exported(f,"slipway_buffer"),call:exported(f,"slipway_call")};const p=WebAssembly.Module.customSections(e,x).length>0;return{exports:f,memory:c,engine:d,conversation:l,wasi:u,started:p}}function start(e){if(!e.started)trapping(()=>e.engine.initialize());e.started=true;e.wasi.reseed()}function collectorSettings(e){return{GOGC:"200",GOMEMLIMIT:String(Math.floor(e*.8))}}function exported(e,t){const r=e[t];if(typeof r!=="function")throw new TypeError(`not an engine: the module does not export ${t}`);return(...e)=>Number(r(...e))}const M={read:()=>undefined,list:()=>undefined};function recordReads(e){const t=new Map;const ask=(e,r,n)=>{if(!isTreePath(r))throw new EngineError("refused",`"${r}" is outside the file tree`);const o=n(r);const s=`${e}:${r}`;if(!t.has(s))t.set(s,{op:e,path:r,found:o!==undefined});return o};const read=t=>ask("read",t,t=>e.read(t));const list=t=>ask("list",t,t=>e.list(t));return{tree:{read:read,list:list,realPath(t){const r=e.realPath?.(t)??t;if(r!==t&&read(t)===undefined)list(t);return r}},get reads(){return[...t.values()]}}}function isTreePath(e){return e===""||e.split("/").every(e=>e!==""&&e!=="."&&e!=="..")}const U=/^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;function explainTrap(e,t,r){const{cause:n}=e;const o=t.trim()||String(n);if(U.test(t)){const e=Math.round(r/1024**2);return new EngineError("limit",`the engine needed more than the ${e} MB of memory it may use`,{detail:o,cause:n})}if(/^fatal error: stack overflow/m.test(t)||n instanceof RangeError){return new EngineError("limit","the engine called itself too deeply: something refers to itself without end",{detail:o,cause:n})}const[,s]=/^(?:panic|fatal error): (.*)$/m.exec(t)??[];return new EngineError("crashed",`the engine crashed: ${s??String(n)}`,{detail:o,cause:n})}const T=1e3;const S={memoryLimitBytes:1024**3,hostCalls:{},wallClock:Date.UTC(2024,0,1),monotonicClock:()=>T+performance.now()};function createReactor(e,t={}){const r={...S,...t};return reactorOver(()=>instantiate(e,r),r.memoryLimitBytes)}function reactorOver(e,t){let r;let n=false;return{call(o,s,i=M){if(n)throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");n=true;const a=recordReads(i);try{r??=e();start(r);const t=r.conversation.run(r.engine,o,s,a.tree);return{response:t,reads:a.reads}}catch(e){const n=e instanceof Trap?explainTrap(e,r?.wasi.output()??"",t):e;if(e instanceof Trap||n instanceof EngineError&&n.code==="crashed")r=undefined;throw n}finally{n=false}}}}var A=s.NJ;var N=s.MT;var O=s.B4;var k=s["in"];class HelmError extends A{location;constructor(e){super("invalid",e.message,{detail:e.detail});this.location=e.location}}const C=import.meta.url;function compileHelm(){return N(new URL("../helm-wasm.wasm.zst",C))}async function createHelm(e={}){const{module:t=await compileHelm(),...r}=e;const n=O(t,r);return{template({tree:e,...t}){const{response:r,reads:o}=n.call("template",t,e);if("failure"in r)throw new HelmError(r.failure);return{...r,reads:o}}}}var z=r.NJ;var P=r.t2;var H=r.Qk;var $=r.xs;
;// CONCATENATED MODULE: ./build/src/engine/failure.js


const codes = ["refused", "invalid", "limit", "crashed"];
function describeFailure(thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { message } = error;
    const code = codes.find((known) => "code" in error && error.code === known);
    if (error.name !== "EngineError" || code === undefined)
        return { code: "crashed", message, detail: error.stack };
    const detail = "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
    return { code, message, detail, ...(error instanceof P ? { helm: { location: error.location } } : {}) };
}
function failureError({ code, message, detail, helm }) {
    if (!helm)
        return new dist/* EngineError */.NJ(code, message, { detail });
    const { location } = helm;
    return new P({ message, detail: detail ?? message, ...(location ? { location } : {}) });
}

;// CONCATENATED MODULE: ./build/src/engine/queue.js
function createQueue() {
    let calls = [];
    const isFor = (engine) => (call) => call.engines[0] === engine;
    const remove = (call) => {
        calls = calls.filter((other) => other !== call);
    };
    return {
        add: (call) => void calls.push(call),
        putBack: (call) => void calls.unshift(call),
        remove,
        waiting: (engine) => calls.filter(isFor(engine)).length,
        engines: () => [...new Set(calls.flatMap((call) => call.engines.slice(0, 1)))],
        take(engine) {
            const call = calls.find(isFor(engine));
            if (call)
                remove(call);
            return call;
        },
        clear: () => calls.splice(0),
    };
}

;// CONCATENATED MODULE: ./build/src/engine/slot.js

function openSlot(worker) {
    const engines = new Set();
    const sent = new Set();
    let settle;
    let dead;
    const end = (ending) => {
        worker.unref();
        settle?.(ending);
        settle = undefined;
    };
    const die = (error) => {
        dead ??= error;
        end({ died: dead });
    };
    worker.unref();
    worker.on("message", (answer) => end(answer));
    worker.on("messageerror", die);
    worker.on("error", (error) => die(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => die(new Error(`the worker ended with exit code ${code}`)));
    return {
        engines,
        get busy() {
            return settle !== undefined;
        },
        run(call, module, onSent) {
            return new Promise((resolve) => {
                settle = resolve;
                worker.ref();
                if (dead)
                    return end({ died: dead });
                const names = call.engines.filter((name) => !engines.has(name));
                const send = async () => {
                    const modules = await Promise.all(names.map(async (name) => [name, await module(name)]));
                    if (settle !== resolve)
                        return;
                    const attachments = call.attachments.filter(({ key }) => !sent.has(key));
                    for (const { key } of attachments)
                        sent.add(key);
                    const { operation, request } = call;
                    worker.postMessage({ operation, request, modules, attachments }, []);
                    onSent();
                };
                send().catch((error) => {
                    for (const name of names)
                        engines.delete(name);
                    if (settle === resolve)
                        end({ failure: describeFailure(error) });
                });
                for (const name of names)
                    engines.add(name);
            });
        },
        async stop() {
            worker.unref();
            await worker.terminate();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/workload.js
const assumed = {
    kustomize: { start: 250, call: 10 },
    helm: { start: 300, call: 20 },
    kubeconform: { start: 200, call: 10 },
    gotemplate: { start: 100, call: 5 },
};
const weightOfNews = 0.2;
function createWorkload() {
    const costs = new Map();
    const cost = (engine) => costs.get(engine) ?? assumed[engine];
    return {
        worthAnother: (engine, waiting) => waiting * cost(engine).call > cost(engine).start,
        note(engine, milliseconds, instance) {
            const { start, call } = cost(engine);
            if (instance === "new")
                costs.set(engine, { start: Math.max(0, milliseconds - call), call });
            else
                costs.set(engine, { start, call: call + (milliseconds - call) * weightOfNews });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/pool.js





function openPool(options) {
    const queue = createQueue();
    const workload = createWorkload();
    const slots = new Set();
    const running = new Map();
    const stopping = new Set();
    let closed = false;
    const discard = (slot) => {
        slots.delete(slot);
        const stopped = slot.stop().finally(() => stopping.delete(stopped));
        stopping.add(stopped);
    };
    const schedule = () => {
        if (closed)
            return;
        for (const engine of queue.engines()) {
            const having = [...slots].filter((slot) => slot.engines.has(engine));
            const idle = having.find((slot) => !slot.busy) ?? newcomer(engine, having.length);
            const call = idle && queue.take(engine);
            if (!call)
                continue;
            void assign(idle, call);
            return schedule();
        }
    };
    const newcomer = (engine, having) => {
        if (having > 0 && !workload.worthAnother(engine, queue.waiting(engine)))
            return undefined;
        const idle = [...slots].find((slot) => !slot.busy);
        if (idle || slots.size >= options.workers)
            return idle;
        const slot = openSlot(options.spawn());
        slots.add(slot);
        return slot;
    };
    const assign = async (slot, call) => {
        const instance = call.engines.every((name) => slot.engines.has(name)) ? "used" : "new";
        let started = options.now();
        let timer;
        running.set(call, slot);
        const ending = await slot.run(call, options.module, () => {
            started = options.now();
            timer = setTimeout(() => {
                discard(slot);
                call.fail(tooLong(options.timeoutMs));
            }, options.timeoutMs);
        });
        clearTimeout(timer);
        running.delete(call);
        const [engine] = call.engines;
        if (engine && "response" in ending)
            workload.note(engine, options.now() - started, instance);
        finish(slot, call, ending);
        schedule();
    };
    const finish = (slot, call, ending) => {
        if (!slots.has(slot))
            return;
        if ("response" in ending)
            call.succeed(ending.response);
        else if ("failure" in ending)
            call.fail(failureError(ending.failure));
        else if ("wants" in ending) {
            call.engines = [...call.engines, ending.wants];
            queue.putBack(call);
        }
        else {
            discard(slot);
            call.fail(died(ending.died));
        }
    };
    return {
        run({ operation, engine, request, attachments = [], signal }) {
            return new Promise((succeed, fail) => {
                if (closed)
                    return fail(new dist/* EngineError */.NJ("crashed", "the engines are closed"));
                if (signal?.aborted)
                    return fail(signal.reason);
                const cancel = () => {
                    queue.remove(call);
                    const slot = running.get(call);
                    if (slot)
                        discard(slot);
                    fail(signal?.reason);
                    schedule();
                };
                signal?.addEventListener("abort", cancel, { once: true });
                const done = () => signal?.removeEventListener("abort", cancel);
                const call = {
                    operation,
                    request,
                    attachments,
                    engines: [engine],
                    succeed: (response) => (done(), succeed(response)),
                    fail: (error) => (done(), fail(error)),
                };
                queue.add(call);
                schedule();
            });
        },
        async close() {
            closed = true;
            const gone = new dist/* EngineError */.NJ("crashed", "the engines were closed before the call was done");
            for (const call of [...queue.clear(), ...running.keys()])
                call.fail(gone);
            for (const slot of slots)
                discard(slot);
            await Promise.all(stopping);
        },
    };
}
function tooLong(timeoutMs) {
    return new dist/* EngineError */.NJ("limit", `rendering took longer than the ${timeoutMs / 1000} s that one call may take`);
}
function died(cause) {
    if ("code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY") {
        return new dist/* EngineError */.NJ("limit", "rendering needed more memory than it may use", { detail: cause.message, cause });
    }
    return new dist/* EngineError */.NJ("crashed", `the engine's thread ended unexpectedly: ${cause.message}`, { cause });
}

;// CONCATENATED MODULE: ./build/src/engine/engines.js







function openEngines(options = {}) {
    const { workers = Math.min(4, (0,external_node_os_.availableParallelism)()), timeoutMs = 60_000, memoryLimitBytes = 1024 ** 3 } = options;
    const location = options.location ?? locate();
    preferQuickCompilation();
    const modules = new Map();
    const module = (name) => {
        const compiled = modules.get(name) ?? (0,dist/* compileEngine */.MT)(location.engine(name));
        modules.set(name, compiled);
        return compiled;
    };
    const settings = { memoryLimitBytes, schemas: location.schemas.href };
    const spawn = () => new external_node_worker_threads_.Worker(location.worker, { execArgv: location.execArgv, workerData: settings });
    const pool = openPool({ workers, timeoutMs, spawn, module, now: () => performance.now() });
    const run = (operation, engine, request, { attachments, signal } = {}) => pool.run({ operation, engine, request, attachments, signal });
    return {
        kustomize: (tree, request, rest) => run("kustomize", "kustomize", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
        helm: (tree, request, rest) => run("helm", "helm", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
        goTemplate: async (requests, rest) => requests.length === 0 ? [] : run("goTemplate", "gotemplate", requests, rest),
        async decode(texts, rest) {
            const batches = inBatches(texts).map((batch) => run("decode", "kubeconform", batch, rest));
            return (await Promise.all(batches)).flat();
        },
        validate({ schemas, ...request }, rest) {
            const attached = schemas && attachSchemas(schemas);
            return run("validate", "kubeconform", { ...request, schemas: attached?.key }, { ...rest, ...attached });
        },
        warm: (name) => void run("start", name, name).catch(() => undefined),
        close: pool.close,
    };
}
const idOf = (tree) => tree.snapshot().at(-1)?.id ?? 0;
const partsOf = (tree) => tree.snapshot().map((part) => ({ key: `tree ${part.id}`, part }));
const schemaKeys = new WeakMap();
let schemaCount = 0;
function attachSchemas(set) {
    const key = schemaKeys.get(set) ?? `schemas ${++schemaCount}`;
    schemaKeys.set(set, key);
    const { tree, ...rest } = set;
    const schemas = { ...rest, ...(tree ? { tree: idOf(tree) } : {}) };
    return { key, attachments: [...(tree ? partsOf(tree) : []), { key, schemas }] };
}

;// CONCATENATED MODULE: ./build/src/engine/index.js






/***/ }),

/***/ 5380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T8: () => (/* binding */ placedIn),
/* harmony export */   bh: () => (/* binding */ RenderFailure),
/* harmony export */   h_: () => (/* binding */ asFailure)
/* harmony export */ });
class RenderFailure extends Error {
    rule;
    detail;
    hint;
    at;
    constructor(rule, message, rest = {}) {
        super(message, rest.cause === undefined ? undefined : { cause: rest.cause });
        this.rule = rule;
        this.detail = rest.detail;
        this.hint = rest.hint;
        this.at = rest.at ?? [];
    }
}
const rulesOfCodes = { refused: "render/refused", limit: "render/limit" };
const remoteBase = /" is (?:on the network|in another repository), /;
function asFailure(error, what) {
    if (error instanceof RenderFailure)
        return error;
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const detail = error instanceof Error && "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
    const first = message.split("\n", 1)[0] ?? "";
    const rest = { detail: detail ?? (message === first ? undefined : message), cause: error };
    if (code === "refused" && remoteBase.test(first)) {
        const hint = "Commit a copy of it to have it rendered and checked";
        return new RenderFailure("render/source-unavailable", `${what}: ${first}`, { cause: error, hint });
    }
    const known = locationOf(error);
    const at = known.length > 0 ? known : locationIn(first);
    return new RenderFailure(rulesOfCodes[code] ?? "render/failed", `${what}: ${first}`, { ...rest, at });
}
function placedIn(failure, tree) {
    const { rule, message, detail, hint, cause } = failure;
    const at = failure.at.filter(({ file }) => tree?.lookup(file) !== undefined);
    return new RenderFailure(rule, message, { detail, cause, at, ...(hint !== undefined && { hint }) });
}
function locationIn(sentence) {
    const [, file, line] = /^((?:[^\s:"]+\/)?(?:[^\s:"/]+\.ya?ml|Kustomization))(?::(\d+))?[: ]/.exec(sentence) ?? [];
    return file === undefined ? [] : [{ file, line: Number(line ?? 1), column: 1 }];
}
function locationOf(error) {
    const location = error instanceof Error && "location" in error ? error.location : undefined;
    if (typeof location !== "object" || location === null || !("file" in location))
        return [];
    const { file } = location;
    if (typeof file !== "string" || file === "" || file.startsWith(".slipway/"))
        return [];
    const number = (key) => {
        const value = Reflect.get(location, key);
        return typeof value === "number" && value > 0 ? value : 1;
    };
    return [{ file, line: number("line"), column: number("column") }];
}


/***/ }),

/***/ 9357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LC: () => (/* binding */ matchesDoubleStar),
  kt: () => (/* binding */ matchesGlob),
  $h: () => (/* binding */ matchesPath),
  e5: () => (/* binding */ matchesPathspec)
});

;// CONCATENATED MODULE: ./build/src/gitops/glob-pattern.js
const alternativesLimit = 1000;
function parsePattern(pattern, dialect) {
    const expanded = dialect.braces ? expandBraces(pattern) : [pattern];
    if (expanded === undefined)
        return undefined;
    const alternatives = [];
    for (const alternative of expanded) {
        const tokens = tokenize(alternative, dialect);
        if (tokens === undefined)
            return undefined;
        alternatives.push(tokens);
    }
    return alternatives;
}
function expandBraces(pattern) {
    const open = indexOutsideSets(pattern, "{", 0);
    if (open < 0)
        return [pattern];
    const parts = [];
    let depth = 0;
    let start = open + 1;
    for (let at = open; at < pattern.length; at += 1) {
        const char = pattern.charAt(at);
        if (char === "\\")
            at += 1;
        else if (char === "{")
            depth += 1;
        else if (char === "}")
            depth -= 1;
        if (depth === 0 || (depth === 1 && char === ",")) {
            parts.push(pattern.slice(start, at));
            start = at + 1;
        }
        if (depth === 0)
            return joinAlternatives(pattern.slice(0, open), parts, pattern.slice(at + 1));
    }
    return undefined;
}
function joinAlternatives(before, parts, after) {
    const rest = expandBraces(after);
    if (rest === undefined)
        return undefined;
    const all = [];
    for (const part of parts) {
        for (const inner of expandBraces(part) ?? []) {
            for (const tail of rest)
                all.push(before + inner + tail);
            if (all.length > alternativesLimit)
                return undefined;
        }
    }
    return all;
}
function indexOutsideSets(pattern, wanted, from) {
    for (let at = from; at < pattern.length; at += 1) {
        const char = pattern.charAt(at);
        if (char === "\\")
            at += 1;
        else if (char === wanted)
            return at;
    }
    return -1;
}
function tokenize(pattern, dialect) {
    const tokens = [];
    const crosses = (char) => dialect.separator === "" || char !== "/";
    for (let at = 0; at < pattern.length; at += 1) {
        const char = pattern.charAt(at);
        if (char === "*") {
            const run = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 1;
            at += run - 1;
            if (run > 1 && dialect.doubleStar === "segments" && isWholeSegment(pattern, at - run + 1, run)) {
                const last = at + 1 >= pattern.length;
                tokens.push(last ? { kind: "many", test: () => true } : { kind: "segments" });
                if (!last)
                    at += 1;
            }
            else {
                tokens.push({ kind: "many", test: run > 1 && dialect.doubleStar === "any" ? () => true : crosses });
            }
        }
        else if (char === "?") {
            tokens.push({ kind: "one", test: crosses });
        }
        else if (char === "[") {
            const set = parseSet(pattern, at, dialect.negations);
            if (set === undefined)
                return undefined;
            tokens.push({ kind: "one", test: (one) => crosses(one) && set.test(one) });
            at = set.end;
        }
        else {
            if (char === "\\")
                at += 1;
            if (at >= pattern.length)
                return undefined;
            const literal = pattern.charAt(at);
            tokens.push({ kind: "one", test: (one) => one === literal });
        }
    }
    return tokens;
}
function isWholeSegment(pattern, at, run) {
    const before = at === 0 || pattern.charAt(at - 1) === "/";
    return before && (at + run >= pattern.length || pattern.charAt(at + run) === "/");
}
function parseSet(pattern, open, negations) {
    let at = open + 1;
    const negated = at < pattern.length && negations.includes(pattern.charAt(at));
    if (negated)
        at += 1;
    const ranges = [];
    for (; at < pattern.length; at += 1) {
        if (pattern.charAt(at) === "]" && ranges.length > 0) {
            return { test: (char) => ranges.some(([low, high]) => low <= char && char <= high) !== negated, end: at };
        }
        if (pattern.charAt(at) === "\\")
            at += 1;
        const low = pattern.charAt(at);
        if (pattern.charAt(at + 1) === "-" && !["]", ""].includes(pattern.charAt(at + 2))) {
            ranges.push([low, pattern.charAt(at + 2)]);
            at += 2;
        }
        else {
            ranges.push([low, low]);
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/glob.js

const dialects = {
    gobwas: { separator: "", braces: true, negations: "!", doubleStar: "any" },
    gobwasPath: { separator: "/", braces: true, negations: "!", doubleStar: "any" },
    goPath: { separator: "/", braces: false, negations: "^", doubleStar: "none" },
    doubleStar: { separator: "/", braces: true, negations: "!^", doubleStar: "segments" },
    pathspec: { separator: "", braces: false, negations: "!^", doubleStar: "any" },
};
const cacheLimit = 5000;
const cache = new Map();
function matches(name, pattern, text) {
    const key = `${name} ${pattern}`;
    let alternatives = cache.get(key);
    if (alternatives === undefined) {
        if (cache.size >= cacheLimit)
            cache.clear();
        alternatives = parsePattern(pattern, dialects[name]) ?? [];
        cache.set(key, alternatives);
    }
    return alternatives.some((tokens) => accepts(tokens, text));
}
function accepts(tokens, text) {
    let states = new Set();
    enter(tokens, 0, states);
    for (const char of text) {
        const next = new Set();
        for (const state of states)
            step(tokens, state >> 1, char, next);
        if (next.size === 0)
            return false;
        states = next;
    }
    return states.has(tokens.length * 2);
}
function enter(tokens, index, states) {
    states.add(index * 2);
    const token = tokens[index];
    if (token !== undefined && token.kind !== "one")
        enter(tokens, index + 1, states);
}
function step(tokens, index, char, next) {
    const token = tokens[index];
    if (token === undefined)
        return;
    if (token.kind === "segments") {
        if (char === "/")
            enter(tokens, index, next);
        else
            next.add(index * 2 + 1);
    }
    else if (token.test(char)) {
        enter(tokens, token.kind === "one" ? index + 1 : index, next);
    }
}
function matchesGlob(pattern, text, separator = "") {
    return matches(separator === "" ? "gobwas" : "gobwasPath", pattern, text);
}
function matchesPath(pattern, text) {
    return matches("goPath", pattern, text);
}
function matchesDoubleStar(pattern, text) {
    return matches("doubleStar", pattern, text);
}
function matchesPathspec(pattern, text) {
    const directory = pattern.replace(/\/+$/, "");
    return text === pattern || text.startsWith(`${directory}/`) || matches("pathspec", pattern, text);
}


/***/ }),

/***/ 5606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Le: () => (/* binding */ withoutNulls),
/* harmony export */   _Y: () => (/* binding */ stableJson),
/* harmony export */   bX: () => (/* binding */ stringAt),
/* harmony export */   lJ: () => (/* binding */ objectAt)
/* harmony export */ });
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function objectAt(value, ...path) {
    let at = value;
    for (const key of path)
        at = isObject(at) ? at[key] : undefined;
    return isObject(at) ? at : undefined;
}
function stringAt(value, ...path) {
    const parent = objectAt(value, ...path.slice(0, -1));
    const found = parent?.[path.at(-1) ?? ""];
    return typeof found === "string" ? found : undefined;
}
function withoutNulls(value, keep = new Set(["valuesObject", "elements"])) {
    if (Array.isArray(value))
        return value.map((item) => withoutNulls(item, keep));
    if (!isObject(value))
        return value;
    const out = {};
    for (const [key, item] of Object.entries(value)) {
        if (item === null)
            continue;
        out[key] = keep.has(key) ? item : withoutNulls(item, keep);
    }
    return out;
}
function isJson(value, depth = 0) {
    if (value === null || typeof value === "string" || typeof value === "boolean")
        return true;
    if (typeof value === "number")
        return Number.isFinite(value);
    if (typeof value !== "object" || depth > 200)
        return false;
    if (Array.isArray(value))
        return value.every((item) => isJson(item, depth + 1));
    const prototype = Object.getPrototypeOf(value);
    return ((prototype === Object.prototype || prototype === null) &&
        Object.values(value).every((item) => isJson(item, depth + 1)));
}
function stableJson(value) {
    return JSON.stringify(value, (_key, item) => isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item);
}


/***/ }),

/***/ 6553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ gitopsRules)
/* harmony export */ });
const gitopsRules = {
    "gitops/invalid-application": ["error", "An Application that Argo CD or its CRD would refuse"],
    "gitops/invalid-applicationset": ["error", "An ApplicationSet that Argo CD or its CRD would refuse"],
    "gitops/invalid-project": ["error", "An AppProject that Argo CD or its CRD would refuse"],
    "gitops/generator-failed": ["error", "An ApplicationSet generator or template that fails"],
    "gitops/generator-unknown": ["notice", "An ApplicationSet generator whose result is known only to live systems"],
    "gitops/duplicate-application": ["error", "An ApplicationSet that generates one name twice"],
    "gitops/rolling-sync": ["notice", "An ApplicationSet whose RollingSync order is not simulated"],
    "gitops/pinned-revision": ["notice", "A source pinned to a revision this clone does not have"],
    "gitops/cycle": ["warning", "Applications that create each other"],
    "gitops/repeated-resource": [
        "warning",
        "A resource that several places of one Application define; the last one wins",
    ],
    "gitops/destination": ["error", "A destination that names no cluster, two, or one that is not declared"],
    "gitops/jsonnet": ["notice", "A Jsonnet file, which is not evaluated here"],
    "gitops/plugin": ["notice", "A config-management plugin, which is not run here"],
    "gitops/hydrator": ["notice", "A source hydrator, whose dry source is rendered instead of its sync branch"],
    "gitops/unreadable-document": ["notice", "A document that looks like an Argo CD object but cannot be read"],
    "gitops/project-missing": ["warning", "An Application whose AppProject is not in the repository"],
    "gitops/project-source": ["error", "A source repository the AppProject does not allow"],
    "gitops/project-destination": ["error", "A destination the AppProject does not allow"],
    "gitops/project-resource": ["error", "A kind of resource the AppProject does not allow"],
    "gitops/project-namespace": ["error", "An Application in a namespace the AppProject does not allow"],
    "gitops/project-signature": ["notice", "An AppProject that requires signed commits, which is not verified here"],
    "render/failed": ["error", "An Application that does not render"],
    "render/limit": ["error", "A rendering stopped at a limit"],
    "render/refused": ["error", "A rendering that asked for something it may not have"],
    "render/source-unavailable": ["warning", "A source in another repository that could not be fetched"],
    "sources/unlocked": ["notice", "A chart from elsewhere that the lock file does not pin"],
    "sources/digest-mismatch": ["error", "A fetched source that is not the one the lock file names"],
};


/***/ }),

/***/ 7589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sourceSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional();
const flag = zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional();
const texts = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional();
const textMap = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional();
const openObject = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({});
const helm = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    valueFiles: texts,
    values: text,
    valuesObject: openObject.optional(),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: text, value: text, forceString: flag })).optional(),
    fileParameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: text, path: text })).optional(),
    releaseName: text,
    ignoreMissingValueFiles: flag,
    skipCrds: flag,
    skipTests: flag,
    skipSchemaValidation: flag,
    kubeVersion: text,
    apiVersions: texts,
    namespace: text,
    version: text,
    passCredentials: flag,
});
const patchTarget = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    group: text,
    version: text,
    kind: text,
    name: text,
    namespace: text,
    labelSelector: text,
    annotationSelector: text,
});
const kustomize = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    namePrefix: text,
    nameSuffix: text,
    namespace: text,
    images: texts,
    replicas: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()]) })).optional(),
    commonLabels: textMap,
    commonAnnotations: textMap,
    commonAnnotationsEnvsubst: flag,
    forceCommonLabels: flag,
    forceCommonAnnotations: flag,
    labelWithoutSelector: flag,
    labelIncludeTemplates: flag,
    patches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        path: text,
        patch: text,
        target: patchTarget.optional(),
        options: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()).optional(),
    }))
        .optional(),
    components: texts,
    ignoreMissingComponents: flag,
    kubeVersion: text,
    apiVersions: texts,
    version: text,
});
const directory = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    recurse: flag,
    include: text,
    exclude: text,
    disableExtensionFilter: flag,
    jsonnet: openObject.optional(),
});
const plugin = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: text });
const sourceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    repoURL: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: text,
    chart: text,
    targetRevision: text,
    ref: text,
    name: text,
    helm: helm.optional(),
    kustomize: kustomize.optional(),
    directory: directory.optional(),
    plugin: plugin.optional(),
});


/***/ }),

/***/ 5582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ groupOf),
/* harmony export */   r: () => (/* binding */ scopeLookup)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5606);

const clusterKinds = {
    "": ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
    "admissionregistration.k8s.io": [
        "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding",
        "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration",
    ],
    "apiextensions.k8s.io": ["CustomResourceDefinition"],
    "apiregistration.k8s.io": ["APIService"],
    "authentication.k8s.io": ["SelfSubjectReview", "TokenReview"],
    "authorization.k8s.io": ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
    "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
    "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
    "internal.apiserver.k8s.io": ["StorageVersion"],
    "networking.k8s.io": ["IPAddress", "IngressClass", "ServiceCIDR"],
    "node.k8s.io": ["RuntimeClass"],
    policy: ["PodSecurityPolicy"],
    "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
    "resource.k8s.io": ["DeviceClass", "DeviceTaintRule", "ResourceSlice"],
    "scheduling.k8s.io": ["PriorityClass"],
    "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"],
    "storagemigration.k8s.io": ["StorageVersionMigration"],
};
const builtInGroups = new Set([
    ...Object.keys(clusterKinds),
    "apps",
    "autoscaling",
    "batch",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
]);
function groupOf(apiVersion) {
    const slash = apiVersion.indexOf("/");
    return slash < 0 ? "" : apiVersion.slice(0, slash);
}
function builtInScope(apiVersion, kind) {
    const group = groupOf(apiVersion);
    if (clusterKinds[group]?.includes(kind) === true)
        return "Cluster";
    return builtInGroups.has(group) ? "Namespaced" : undefined;
}
function scopeLookup(manifests, fallback = () => undefined) {
    const declared = new Map();
    for (const manifest of manifests) {
        if (manifest["kind"] !== "CustomResourceDefinition")
            continue;
        const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(manifest, "spec");
        const scope = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(spec, "scope");
        if (scope === "Namespaced" || scope === "Cluster") {
            declared.set(`${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(spec, "group")}/${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(spec, "names", "kind")}`, scope);
        }
    }
    return (apiVersion, kind) => builtInScope(apiVersion, kind) ?? declared.get(`${groupOf(apiVersion)}/${kind}`) ?? fallback(apiVersion, kind);
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   N0: () => (/* binding */ fileInSource),
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   fj: () => (/* binding */ join)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5380);


function sourcePath(path) {
    if (path.startsWith("/"))
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .RenderFailure */ .bh("render/failed", `The source path ${path} is absolute; Argo CD wants it relative to the repository`);
    const clean = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/\/$/, "");
    if (clean === ".." || clean.startsWith("../")) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .RenderFailure */ .bh("render/refused", `The source path ${path} leads out of the repository`);
    }
    return clean === "." ? "" : clean;
}
function fileInSource(directory, file) {
    const joined = file.startsWith("/") ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(file.slice(1)) : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(directory, file));
    if (joined === ".." || joined.startsWith("../")) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .RenderFailure */ .bh("render/refused", `The file ${file} leads out of the repository`);
    }
    return joined.replace(/^\.?\/+/, "");
}
function join(directory, name) {
    return directory === "" ? name : `${directory}/${name}`;
}
function* walk(tree, directory, enter) {
    const entries = [...(tree.list(directory) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
        const path = join(directory, entry.name);
        if (!entry.directory)
            yield path;
        else if (enter(path))
            yield* walk(tree, path, enter);
    }
}


/***/ }),

/***/ 6958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ kustomizationNames),
/* harmony export */   Mx: () => (/* binding */ sourceType),
/* harmony export */   Sn: () => (/* binding */ withOverrides)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5606);
/* harmony import */ var _schema_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _source_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8028);
/* harmony import */ var _yaml_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9147);





const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function sourceType(source, tree, directory) {
    const explicit = ["kustomize", "helm", "directory", "plugin"].filter((type) => source[type] !== undefined);
    const [type, other] = explicit;
    if (other !== undefined) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .RenderFailure */ .bh("render/failed", `The source is declared as several types at once: ${explicit.join(", ")}`);
    }
    if (type !== undefined)
        return type;
    const has = (name) => tree.lookup((0,_source_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(directory, name))?.type === "file";
    if (kustomizationNames.some(has))
        return "kustomize";
    return has("Chart.yaml") ? "helm" : "directory";
}
function withOverrides(source, tree, directory, application) {
    let merged;
    for (const name of [".argocd-source.yaml", `.argocd-source-${application}.yaml`]) {
        const file = (0,_source_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(directory, name);
        const content = tree.read(file);
        if (content === undefined)
            continue;
        merged = mergePatch(merged ?? toJson(source), readPatch(file, content));
    }
    if (merged === undefined)
        return source;
    const fixed = {
        repoURL: source.repoURL,
        path: source.path,
        chart: source.chart,
        targetRevision: source.targetRevision,
    };
    const parsed = _schema_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceSchema */ .d.safeParse((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutNulls */ .Le)({ ...merged, ...toJson(fixed) }));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .RenderFailure */ .bh("render/failed", `${(0,_source_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(directory, ".argocd-source.yaml")} sets ${issue?.path.join(".") ?? "a field"} to a value of the wrong type`);
}
function readPatch(file, content) {
    let value;
    try {
        value = (0,_yaml_read_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYaml */ .hN)(new TextDecoder().decode(content)) ?? {};
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .RenderFailure */ .bh("render/failed", `${file} is not readable YAML`, {
            at: [{ file, line: 1, column: 1 }],
            cause: error,
        });
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJson */ .Fh)(value))
        return value;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .RenderFailure */ .bh("render/failed", `${file} is not a YAML object`, { at: [{ file, line: 1, column: 1 }] });
}
function toJson(value) {
    const plain = JSON.parse(JSON.stringify(value));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(plain) ? plain : {};
}
function mergePatch(target, patch) {
    const out = { ...target };
    for (const [key, value] of Object.entries(patch)) {
        const current = out[key];
        if (value === null)
            delete out[key];
        else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
            out[key] = mergePatch((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(current) ? current : {}, value);
        else
            out[key] = value;
    }
    return out;
}


/***/ }),

/***/ 7021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LH: () => (/* binding */ createSources),
  Vc: () => (/* reexport */ emptyLock),
  PC: () => (/* reexport */ homeEnvironment),
  $Z: () => (/* reexport */ planLock),
  mF: () => (/* reexport */ readLock),
  writeLock: () => (/* reexport */ writeLock)
});

// UNUSED EXPORTS: runnerEnvironment, secretTexts

;// CONCATENATED MODULE: ./build/src/gitops/sources/problem.js
class SourceProblem extends Error {
    name = "SourceProblem";
    rule;
    hint;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.rule = options.rule ?? "sources/unavailable";
        this.hint = options.hint;
    }
}
async function orUnavailable(fetching, mask) {
    try {
        return await fetching();
    }
    catch (error) {
        if (!(error instanceof SourceProblem))
            throw error;
        const hint = error.hint === undefined ? {} : { hint: error.hint };
        return { unavailable: mask(error.message), rule: error.rule, ...hint };
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/address.js

const loopback = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/;
const ociName = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const scheme = /^([a-z][a-z0-9+.-]*):\/\//i;
function isLoopback(hostname) {
    return loopback.test(hostname);
}
function describeUrl(url) {
    const parsed = typeof url === "string" ? URL.parse(url) : url;
    return parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : String(url).replace(/\/\/[^/@]*@/, "//");
}
function refuseUserInfo(url) {
    if (url.password === "")
        return;
    throw new SourceProblem(`the address ${describeUrl(url)} carries a password`, {
        hint: "take it out, change it, and give the new one in SLIPWAY_REPOSITORY_CREDENTIALS",
    });
}
function parseOci(address, shown) {
    const [registry = "", ...path] = address.split("/");
    const repository = path.join("/");
    if (!URL.canParse(`https://${registry}`) || registry === "" || registry.includes("@")) {
        throw new SourceProblem(`${shown} names no OCI registry`);
    }
    if (!ociName.test(repository))
        throw new SourceProblem(`"${repository}" is not a repository name of an OCI registry`);
    return { kind: "oci", registry, repository };
}
function parseChartAddress(repository, chart) {
    const protocol = scheme.exec(repository)?.[1]?.toLowerCase();
    const tail = chart === "" ? "" : `/${chart}`;
    if (protocol === "oci" || protocol === undefined) {
        if (/^(?:@|alias:|file:)/.test(repository) || repository === "") {
            throw new SourceProblem(`repository "${repository}" is not an address that can be fetched`);
        }
        const rest = repository.replace(scheme, "").replace(/\/+$/, "");
        return parseOci(`${rest}${tail}`, describeUrl(repository));
    }
    const url = URL.parse(repository);
    if ((protocol !== "https" && protocol !== "http") || !url) {
        throw new SourceProblem(`repository "${describeUrl(repository)}" is neither an http(s) nor an oci address`);
    }
    refuseUserInfo(url);
    if (chart === "")
        throw new SourceProblem(`no chart is named for the repository ${describeUrl(url)}`);
    url.username = "";
    return { kind: "http", url: url.href };
}
function normalRepository(repository) {
    return repository
        .trim()
        .replace(/\/+$/, "")
        .replace(/^([a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?([^/]*)/i, (_, before, host) => `${before}${host}`.toLowerCase());
}
function registryBase(registry) {
    const secure = new URL(`https://${registry}`);
    return isLoopback(secure.hostname) ? new URL(`http://${registry}`) : secure;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/gitops/sources/archive.js


const defaultArchiveLimits = { packed: 20 * 2 ** 20, unpacked: 100 * 2 ** 20 };
const tarBlock = 512;
const checksumAt = 148;
const checksumLength = 8;
function isTarHeader(block) {
    const field = block.toString("latin1", checksumAt, checksumAt + checksumLength).replace(/[\0 ]+$/, "");
    const spaces = checksumLength * " ".charCodeAt(0);
    const others = block.reduce((sum, byte, i) => (i >= checksumAt && i < checksumAt + checksumLength ? sum : sum + byte), 0);
    return /^[ 0-7]+$/.test(field) && Number.parseInt(field, 8) === others + spaces;
}
function describeStart(bytes) {
    const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1").trimStart();
    if (start.startsWith("<"))
        return "it is a web page";
    return bytes.length === 0 ? "it is empty" : "it does not start as gzip does";
}
async function checkArchive(bytes, what, limits) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
        throw new SourceProblem(`${what} is not a gzipped archive: ${describeStart(bytes)}`);
    }
    const gunzip = (0,external_node_zlib_.createGunzip)();
    gunzip.end(bytes);
    let first = Buffer.alloc(0);
    let length = 0;
    try {
        for await (const chunk of gunzip) {
            if (!Buffer.isBuffer(chunk))
                continue;
            length += chunk.length;
            if (length > limits.unpacked) {
                throw new SourceProblem(`${what} unpacks to more than ${limits.unpacked / 2 ** 20} MiB`);
            }
            if (first.length < tarBlock)
                first = Buffer.concat([first, chunk]);
        }
    }
    catch (error) {
        if (error instanceof SourceProblem)
            throw error;
        throw new SourceProblem(`${what} is damaged or cut off: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (first.length < tarBlock || !isTarHeader(first.subarray(0, tarBlock))) {
        throw new SourceProblem(`${what} is gzipped, but holds no tar archive`);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/gitops/sources/digest.js


const hexadecimal = /^(?:sha256:)?([0-9a-f]{64})$/i;
function digest_sha256(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}
function parseDigest(text) {
    const hex = hexadecimal.exec(text.trim())?.[1];
    return hex === undefined ? undefined : `sha256:${hex.toLowerCase()}`;
}
function digestMismatch(what, promise, actual) {
    return new SourceProblem(`${what} has digest ${actual}, but ${promise.by} says ${promise.digest}`, {
        rule: "sources/digest-mismatch",
        hint: `if its publisher replaced it on purpose, look at what changed and run "slipway lock --update"; otherwise do not deploy it`,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/gitops/sources/files.js



async function readIfPresent(file) {
    try {
        return await (0,promises_.readFile)(file);
    }
    catch (error) {
        if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
            return undefined;
        throw error;
    }
}
async function writeAtomically(file, bytes) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const scratch = `${file}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        await (0,promises_.writeFile)(scratch, bytes);
        await (0,promises_.rename)(scratch, file);
    }
    catch (error) {
        await (0,promises_.rm)(scratch, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/archive-store.js



function folderStore(folder) {
    const fileOf = (digest) => (0,external_node_path_.join)(folder, `${digest.slice("sha256:".length)}.tgz`);
    return {
        find: async (digest) => fileOf(digest),
        keep: async (digest, bytes) => {
            await writeAtomically(fileOf(digest), bytes);
            return fileOf(digest);
        },
    };
}
async function findIntact(store, digest) {
    const file = await store.find(digest);
    const bytes = file === undefined ? undefined : await readIfPresent(file);
    return bytes && digest_sha256(bytes) === digest ? file : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/found-chart.js

function requireOnline(offline, what) {
    if (offline)
        throw new SourceProblem(`${what} is not cached, and this run is offline`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./build/src/gitops/sources/registry-auth.js



const parameterPattern = /([a-z_]+)=(?:"([^"]*)"|([^",\s]+))/gi;
function parseChallenge(header) {
    const match = /(?:^|,\s*)(basic|bearer)(?:\s+(.*))?$/i.exec(header ?? "");
    if (!match)
        return undefined;
    const found = [...(match[2] ?? "").matchAll(parameterPattern)].map(([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""]);
    return { scheme: match[1]?.toLowerCase() === "bearer" ? "bearer" : "basic", parameters: Object.fromEntries(found) };
}
const tokenAnswer = schemas/* object */.Ikc({ token: schemas/* string */.YjP().optional(), access_token: schemas/* string */.YjP().optional() })
    .transform(({ token, access_token: access }) => token ?? access)
    .pipe(schemas/* string */.YjP().min(1));
const largestToken = 2 ** 20;
function tokenUrl({ parameters }, registry, repository) {
    const realm = URL.parse(parameters["realm"] ?? "");
    const where = describeUrl(registry);
    if (!realm)
        throw new SourceProblem(`${where} asks for a token without saying where to get it`);
    if (realm.protocol !== "https:" && !(isLoopback(realm.hostname) && isLoopback(registry.hostname))) {
        throw new SourceProblem(`${where} wants its token fetched from ${describeUrl(realm)}, which is not https`);
    }
    if (parameters["service"] !== undefined)
        realm.searchParams.set("service", parameters["service"]);
    realm.searchParams.set("scope", `repository:${repository}:pull`);
    return realm;
}
async function answerChallenge(options) {
    const { challenge, registry, repository, basic, http, signal } = options;
    const name = `${registry.host}/${repository}`;
    const hint = "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS";
    if (challenge?.scheme === "bearer") {
        const url = tokenUrl(challenge, registry, repository);
        const response = await http({ url, authorization: basic, maxBytes: largestToken, signal });
        if (response.status !== 200) {
            throw new SourceProblem(`no token for ${name}: ${describeUrl(url)} answered ${response.status}`, { hint });
        }
        try {
            return `Bearer ${tokenAnswer.parse(JSON.parse(Buffer.from(response.body).toString("utf8")))}`;
        }
        catch (error) {
            throw new SourceProblem(`${describeUrl(url)} answered without a token`, { cause: error });
        }
    }
    if (basic === undefined || !challenge)
        throw new SourceProblem(`${name} asks for credentials`, { hint });
    return basic;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./build/src/gitops/sources/registry-manifest.js



const chartConfig = "application/vnd.cncf.helm.config.v1+json";
const chartLayer = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const legacyChartLayer = "application/tar+gzip";
const contentTypes = /(?:tar\+gzip|tar\.gzip)$/;
const manifestTypes = [
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
const digest = schemas/* string */.YjP().transform((text, context) => {
    const parsed = parseDigest(text);
    if (parsed)
        return parsed;
    context.addIssue({ code: "custom", message: `"${text}" is not a sha256 digest` });
    return core/* NEVER */.tm;
});
const descriptor = schemas/* object */.Ikc({ mediaType: schemas/* string */.YjP(), digest, artifactType: schemas/* string */.YjP().optional() });
const manifest = schemas/* object */.Ikc({ config: schemas/* object */.Ikc({ mediaType: schemas/* string */.YjP() }), layers: schemas/* array */.YOg(descriptor) });
const manifestIndex = schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(descriptor).min(1) });
const tagList = schemas/* object */.Ikc({ tags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() });
function parse(schema, bytes, what) {
    let value;
    try {
        value = JSON.parse(Buffer.from(bytes).toString("utf8"));
    }
    catch (error) {
        throw new SourceProblem(`${what} is not JSON`, { cause: error });
    }
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new SourceProblem(`${what} is not valid: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}
function readManifest(bytes, name) {
    const read = parse(schemas/* union */.KCZ([manifest, manifestIndex]), bytes, `the manifest of ${name}`);
    if (!("manifests" in read))
        return read;
    const chosen = read.manifests.find(({ artifactType }) => artifactType === chartConfig) ?? read.manifests[0];
    if (!chosen)
        throw new SourceProblem(`${name} has an index without manifests`);
    return { manifest: chosen.digest };
}
function contentLayer({ config, layers }, name) {
    const isChart = config.mediaType === chartConfig;
    const found = isChart
        ? [
            layers.find(({ mediaType }) => mediaType === chartLayer) ??
                layers.find(({ mediaType }) => mediaType === legacyChartLayer),
        ]
        : layers.filter(({ mediaType }) => contentTypes.test(mediaType));
    const [layer, ...others] = found.filter((candidate) => candidate !== undefined);
    if (layer && others.length === 0)
        return { digest: layer.digest, contents: isChart ? "chart" : "files" };
    const types = layers.map(({ mediaType }) => mediaType).join(", ") || "no layers";
    const wanted = isChart ? "no chart archive" : "no gzipped tar, or several";
    throw new SourceProblem(`${name} has ${wanted} among its layers (${types})`);
}
function readTags(bytes, name) {
    return parse(tagList, bytes, `the list of tags of ${name}`).tags ?? [];
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/registry.js





const largestManifest = 4 * 2 ** 20;
const mostTagPages = 200;
const mostManifests = 3;
function nextPage(response, from) {
    const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(response.headers.get("link") ?? "")?.[1];
    const url = target === undefined ? undefined : URL.parse(target, from.href);
    return url && url.origin === from.origin ? url : undefined;
}
function openRegistry(registry, repository, options) {
    const base = registryBase(registry);
    const name = `oci://${registry}/${repository}`;
    let authorization;
    async function get(url, maxBytes, accept) {
        const headers = { "accept-encoding": "identity", ...(accept === undefined ? {} : { accept }) };
        const request = { url, headers, maxBytes, signal: options.signal };
        const first = await options.http({ ...request, authorization: await authorization });
        if (first.status !== 401)
            return first;
        authorization = answerChallenge({
            challenge: parseChallenge(first.headers.get("www-authenticate")),
            registry: base,
            repository,
            basic: options.authorize(new URL(`/${repository}`, base)),
            ...options,
        });
        const second = await options.http({ ...request, authorization: await authorization });
        if (second.status !== 401)
            return second;
        throw new SourceProblem(`${name} refuses the credentials it was given (401)`);
    }
    function expect(response, what) {
        if (response.status !== 200)
            throw new SourceProblem(`${what} of ${name} cannot be had: ${registry} answered ${response.status}`);
    }
    async function manifest(reference) {
        const response = await get(new URL(`/v2/${repository}/manifests/${reference}`, base), largestManifest, manifestTypes);
        if (response.status === 404)
            return undefined;
        expect(response, `manifest ${reference}`);
        const promised = parseDigest(reference) ?? parseDigest(response.headers.get("docker-content-digest") ?? "");
        const actual = digest_sha256(response.body);
        if (promised !== undefined && promised !== actual) {
            throw new SourceProblem(`manifest ${reference} of ${name} has digest ${actual}, but ${registry} says ${promised}`, {
                rule: "sources/digest-mismatch",
            });
        }
        return response.body;
    }
    return {
        tags: async () => {
            const tags = [];
            let url = new URL(`/v2/${repository}/tags/list`, base);
            for (let page = 0; url && page < mostTagPages; page += 1) {
                const response = await get(url, largestManifest);
                expect(response, "the list of tags");
                tags.push(...readTags(response.body, name));
                url = nextPage(response, url);
            }
            return tags;
        },
        layer: async (reference) => {
            let next = reference;
            for (let depth = 0; depth < mostManifests; depth += 1) {
                const bytes = await manifest(next);
                if (!bytes)
                    return undefined;
                const read = readManifest(bytes, name);
                if ("layers" in read)
                    return contentLayer(read, name);
                next = read.manifest;
            }
            throw new SourceProblem(`${name} nests its manifests too deeply`);
        },
        blob: async (layer, maxBytes) => {
            const response = await get(new URL(`/v2/${repository}/blobs/${layer.digest}`, base), maxBytes);
            expect(response, `the content ${layer.digest}`);
            const actual = digest_sha256(response.body);
            if (actual === layer.digest)
                return response.body;
            throw new SourceProblem(`${name} was answered with digest ${actual}, but its manifest says ${layer.digest}`, {
                rule: "sources/digest-mismatch",
                hint: "the registry or something on the way changed the content; do not deploy it",
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/version.js
const longestVersion = 256;
const uint64Max = 2n ** 64n - 1n;
const identifiers = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const loose = new RegExp(`^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-(${identifiers}))?(?:\\+${identifiers})?$`);
const strict = new RegExp(`^[0-9]+\\.[0-9]+\\.[0-9]+(?:-${identifiers})?(?:\\+${identifiers})?$`);
const leadingZero = /(?:^|\.)0[0-9]+(?:\.|$)/;
function uint64(digits) {
    const value = BigInt(digits ?? "0");
    return value > uint64Max ? undefined : value;
}
function parseVersion(text) {
    const match = text.length > longestVersion ? null : loose.exec(text);
    if (!match)
        return undefined;
    const [major, minor, patch] = [uint64(match[1]), uint64(match[2]), uint64(match[3])];
    const pre = match[4] ?? "";
    if (major === undefined || minor === undefined || patch === undefined || leadingZero.test(pre))
        return undefined;
    return { major, minor, patch, pre, original: text };
}
function isStrictVersion(text) {
    return strict.test(text) && !leadingZero.test(text.split(/[-+]/, 1)[0] ?? "") && parseVersion(text) !== undefined;
}
function compareNumbers(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}
function compareIdentifiers(a, b) {
    if (a === b)
        return 0;
    if (a === "" || b === "")
        return a === "" ? -1 : 1;
    const numericA = /^[0-9]+$/.test(a) && BigInt(a) <= uint64Max;
    const numericB = /^[0-9]+$/.test(b) && BigInt(b) <= uint64Max;
    if (numericA && numericB)
        return compareNumbers(BigInt(a), BigInt(b));
    if (numericA !== numericB)
        return numericA ? -1 : 1;
    return a < b ? -1 : 1;
}
function comparePrereleases(a, b) {
    const left = a.split(".");
    const right = b.split(".");
    for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
        const order = compareIdentifiers(left[i] ?? "", right[i] ?? "");
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareVersions(a, b) {
    const core = compareNumbers(a.major, b.major) || compareNumbers(a.minor, b.minor) || compareNumbers(a.patch, b.patch);
    if (core !== 0)
        return core;
    if (a.pre === "" || b.pre === "")
        return a.pre === b.pre ? 0 : a.pre === "" ? 1 : -1;
    return comparePrereleases(a.pre, b.pre);
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/constraint.js

const longestConstraint = 512;
const mostAlternatives = 32;
const space = "[\\t\\n\\f\\r ]";
const part = "[0-9|xX*]+";
const constraint_identifiers = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const versionPattern = `v?(${part})(?:\\.(${part}))?(?:\\.(${part}))?(-${constraint_identifiers})?(?:\\+${constraint_identifiers})?`;
const comparisonPattern = new RegExp(`(=|!=|>|<|>=|=>|<=|=<|~|~>|\\^|)${space}*(${versionPattern})`, "y");
const separatorPattern = new RegExp(`${space}*,${space}*|${space}+|$`, "y");
const hyphenRange = new RegExp(`${space}*(${versionPattern})${space}+-${space}+(${versionPattern})${space}*`, "g");
const secondBound = 6;
function expandHyphenRanges(text) {
    let expanded = text;
    for (const match of text.matchAll(hyphenRange)) {
        expanded = expanded.replace(match[0], () => `>= ${match[1]}, <= ${match[secondBound]} `);
    }
    return expanded;
}
const isWildcard = (text) => text === undefined || /^[xX*]$/.test(text);
function parseComparison(match) {
    const [, operator = "", whole = "", major, minor, patch, pre = ""] = match;
    const [text, precision] = isWildcard(major)
        ? [`0.0.0${pre}`, "none"]
        : isWildcard(minor)
            ? [`${major}.0.0${pre}`, "major"]
            : isWildcard(patch)
                ? [`${major}.${minor}.0${pre}`, "minor"]
                : [whole, "full"];
    const bound = parseVersion(text);
    return bound && { operator, bound, precision };
}
function parseAlternative(text) {
    const comparisons = [];
    let position = text.length - text.replace(new RegExp(`^${space}+`), "").length;
    do {
        comparisonPattern.lastIndex = position;
        const match = comparisonPattern.exec(text);
        const comparison = match && parseComparison(match);
        if (!match || !comparison)
            return undefined;
        comparisons.push(comparison);
        separatorPattern.lastIndex = position + match[0].length;
        const separator = separatorPattern.exec(text);
        if (!separator)
            return undefined;
        position = separatorPattern.lastIndex = separator.index + separator[0].length;
        if (position === text.length && separator[0].includes(","))
            return undefined;
    } while (position < text.length);
    return comparisons;
}
function parseConstraint(text) {
    if (text.length > longestConstraint)
        return undefined;
    const alternatives = [];
    for (const alternative of expandHyphenRanges(text).split("||")) {
        const comparisons = parseAlternative(alternative);
        if (!comparisons || alternatives.length === mostAlternatives)
            return undefined;
        alternatives.push({ comparisons, prereleases: comparisons.some(({ bound }) => bound.pre !== "") });
    }
    return { alternatives };
}
function sharesParts(version, bound, parts) {
    return ((parts < 1 || version.major === bound.major) &&
        (parts < 2 || version.minor === bound.minor) &&
        (parts < 3 || version.patch === bound.patch));
}
function tildeParts({ bound, precision }) {
    if (precision === "major")
        return 1;
    const everything = bound.major === 0n && bound.minor === 0n && bound.patch === 0n && precision !== "minor";
    return everything ? 0 : 2;
}
function caretParts({ bound, precision }) {
    if (bound.major > 0n || precision === "major")
        return 1;
    return bound.minor > 0n || precision === "minor" ? 2 : 3;
}
function compareWritten(version, { bound, precision }) {
    const coarse = (v) => ({ ...v, minor: precision === "major" ? 0n : v.minor, patch: 0n, pre: "" });
    return compareVersions(coarse(version), coarse(bound));
}
function isDifferent(version, comparison) {
    const { bound, precision } = comparison;
    if (precision === "major")
        return !sharesParts(version, bound, 1);
    if (precision !== "minor")
        return compareVersions(version, bound) !== 0;
    const prerelease = version.pre !== "" || bound.pre !== "";
    return !sharesParts(version, bound, 2) || (prerelease && comparePrereleases(version.pre, bound.pre) !== 0);
}
function holds(version, comparison) {
    const { operator, bound, precision } = comparison;
    const order = compareVersions(version, bound);
    switch (operator) {
        case "!=":
            return isDifferent(version, comparison);
        case ">":
            return precision === "major" || precision === "minor" ? compareWritten(version, comparison) > 0 : order > 0;
        case "<":
            return order < 0;
        case ">=":
        case "=>":
            return order >= 0;
        case "<=":
        case "=<":
            return precision === "full" ? order <= 0 : compareWritten(version, comparison) <= 0;
        case "^":
            return order >= 0 && sharesParts(version, bound, caretParts(comparison));
        case "~":
        case "~>":
            return order >= 0 && sharesParts(version, bound, tildeParts(comparison));
        default:
            return precision === "full" ? order === 0 : order >= 0 && sharesParts(version, bound, tildeParts(comparison));
    }
}
function satisfies(version, constraint) {
    return constraint.alternatives.some(({ comparisons, prereleases }) => (prereleases || version.pre === "") && comparisons.every((comparison) => holds(version, comparison)));
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/selection.js


const listed = 5;
function newest(versions) {
    const parsed = versions.flatMap((version) => parseVersion(version) ?? []);
    const names = parsed.toSorted((a, b) => compareVersions(b, a)).map(({ original }) => original);
    if (names.length === 0)
        return "none of its versions can be read";
    return `its newest ${names.length === 1 ? "version is" : "versions are"} ${names.slice(0, listed).join(", ")}`;
}
function selectVersion(published, wanted) {
    if (wanted !== "" && published.includes(wanted))
        return { version: wanted };
    const constraint = parseConstraint(wanted === "" ? "*" : wanted);
    if (!constraint)
        return { absent: `"${wanted}" is neither a published version nor a version constraint` };
    const matching = published
        .flatMap((text) => parseVersion(text) ?? [])
        .filter((version) => satisfies(version, constraint))
        .toSorted((a, b) => compareVersions(b, a) || Number(isStrictVersion(b.original)) - Number(isStrictVersion(a.original)));
    const best = matching[0];
    if (best)
        return { version: best.original };
    const asked = wanted === "" ? "there is no stable version" : `no version satisfies "${wanted}"`;
    return { absent: published.length === 0 ? `${asked}, nothing is published` : `${asked}; ${newest(published)}` };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/chart-registry.js





const tagOf = (version) => version.replaceAll("+", "_");
const versionOfTag = (tag) => tag.replaceAll("_", "+");
async function findTag(registry, wanted, name) {
    const isTag = /^(?:sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9_.+-]{0,127})$/.test(wanted);
    const exact = isTag ? await registry.layer(tagOf(wanted)) : undefined;
    if (exact)
        return { version: wanted, layer: exact };
    if (isTag && parseVersion(wanted))
        throw new SourceProblem(`${name} has no version ${wanted}`);
    const selected = selectVersion((await registry.tags()).map(versionOfTag), wanted);
    if ("absent" in selected)
        throw new SourceProblem(`${name}: ${selected.absent}`);
    const layer = await registry.layer(tagOf(selected.version));
    if (!layer)
        throw new SourceProblem(`${name} lists the tag ${tagOf(selected.version)}, but has no manifest for it`);
    return { version: selected.version, layer };
}
async function findInRegistry(address, wanted, options) {
    const name = `oci://${address.registry}/${address.repository}`;
    requireOnline(options.offline, name);
    const registry = openRegistry(address.registry, address.repository, {
        http: options.http,
        authorize: (url) => options.authorize(url, "registry"),
        signal: options.signal,
    });
    const { version, layer } = await findTag(registry, wanted, name);
    const download = async () => registry.blob(layer, options.limits.packed);
    return { version, promised: layer.digest, contents: layer.contents, download };
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./build/src/gitops/sources/index-entry.js


const indexEntry = schemas/* object */.Ikc({
    version: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP().default(""),
    urls: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
function parseYaml(text) {
    return text.trimStart().startsWith("{") ? JSON.parse(text) : (0,js_yaml/* load */.Hh)(text, { schema: js_yaml/* FAILSAFE_SCHEMA */.uH });
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/index-scan.js

function* structuralLines(text, from) {
    for (let start = from; start < text.length;) {
        const newline = text.indexOf("\n", start);
        const end = newline < 0 ? text.length : newline;
        let first = start;
        while (first < end && text[first] === " ")
            first += 1;
        const blank = first === end || text[first] === "\r" || text[first] === "#";
        if (!blank)
            yield { start, end, indent: first - start };
        start = end + 1;
    }
}
const topKey = /^entries:[ \t]*(?:#.*)?\r?$/m;
const keyLine = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{[][^\s:#]*)):[ \t]*(?:#.*)?\r?$/;
const versionLine = /^version:[ \t]+(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{[][^#\r]*?))[ \t]*(?:#.*)?\r?$/;
const firstGroup = (match) => match?.[1] ?? match?.[2] ?? match?.[3];
function chartBlock(text, chart) {
    const top = topKey.exec(text);
    if (!top)
        return undefined;
    let keyIndent;
    let from;
    for (const line of structuralLines(text, top.index + top[0].length + 1)) {
        keyIndent ??= line.indent;
        const listItem = text[line.start + line.indent] === "-";
        if (line.indent > keyIndent || (line.indent === keyIndent && listItem))
            continue;
        if (from !== undefined)
            return text.slice(from, line.start);
        if (line.indent < keyIndent)
            return undefined;
        const key = firstGroup(keyLine.exec(text.slice(line.start + line.indent, line.end)));
        if (key === undefined)
            return undefined;
        if (key === chart)
            from = line.end + 1;
    }
    return from === undefined ? undefined : text.slice(from);
}
function parseItem(text) {
    try {
        const entry = indexEntry.safeParse(parseYaml(text.replace("-", " ")));
        return entry.success ? entry.data : undefined;
    }
    catch {
        return undefined;
    }
}
function scanIndex(text, chart) {
    const block = chartBlock(text, chart);
    if (block === undefined)
        return undefined;
    const items = [];
    let dash;
    let fields;
    for (const line of structuralLines(block, 0)) {
        dash ??= line.indent;
        let at = line.start + line.indent;
        if (line.indent < dash)
            return undefined;
        if (line.indent === dash) {
            const gap = /^-( +)(?=[^ #])/.exec(block.slice(at, line.end));
            if (!gap)
                return undefined;
            items.push({ start: line.start });
            at += gap[0].length;
            fields = dash + gap[0].length;
        }
        else if (line.indent < (fields ?? 0))
            return undefined;
        else if (line.indent > (fields ?? 0))
            continue;
        const item = items.at(-1);
        if (!item || !block.startsWith("version:", at))
            continue;
        const version = firstGroup(versionLine.exec(block.slice(at, line.end)))?.trim();
        if (version === undefined || item.version !== undefined)
            return undefined;
        item.version = version;
    }
    const listed = items.flatMap(({ start, version }, i) => {
        const end = items[i + 1]?.start ?? block.length;
        return version === undefined ? [] : [{ version, read: () => parseItem(block.slice(start, end)) }];
    });
    return listed.length === items.length && listed.length > 0 ? listed : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/chart-index.js






const indexSchema = schemas/* object */.Ikc({ entries: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* unknown */.L5J()).catch([])) });
function parseWhole(text, chart, where) {
    let value;
    try {
        value = parseYaml(text);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
        throw new SourceProblem(`the index of ${where} is not valid YAML: ${reason}`, { cause: error });
    }
    const index = indexSchema.safeParse(value);
    if (!index.success)
        throw new SourceProblem(`${where} is not a chart repository: its index.yaml has no "entries"`);
    const entries = Object.hasOwn(index.data.entries, chart) ? index.data.entries[chart] : undefined;
    if (!entries)
        throw new SourceProblem(`the repository ${where} has no chart "${chart}"`);
    return entries.flatMap((item) => {
        const entry = indexEntry.safeParse(item);
        return entry.success ? [{ version: entry.data.version, read: () => entry.data }] : [];
    });
}
function choose(listed, chart, wanted, where) {
    const selected = selectVersion(listed.map(({ version }) => version), wanted);
    if ("absent" in selected)
        throw new SourceProblem(`chart ${chart} in ${where}: ${selected.absent}`);
    return listed.find(({ version }) => version === selected.version)?.read();
}
function findEntry(text, chart, wanted, where) {
    const scanned = scanIndex(text, chart);
    const entry = (scanned && choose(scanned, chart, wanted, where)) ?? choose(parseWhole(text, chart, where), chart, wanted, where);
    if (!entry?.urls[0])
        throw new SourceProblem(`chart ${chart} ${entry?.version ?? wanted} in ${where} has no download address`);
    return entry;
}
function archiveUrl(repository, reference) {
    const absolute = URL.parse(reference);
    if (absolute) {
        refuseUserInfo(absolute);
        return absolute;
    }
    const base = new URL(repository);
    base.pathname = `${base.pathname.replace(/\/+$/, "")}/`;
    const resolved = URL.parse(reference, base.href);
    if (!resolved)
        throw new SourceProblem(`"${reference}" is not a download address`);
    resolved.search = repository.search;
    return resolved;
}
function indexUrl(repository) {
    return archiveUrl(repository, "index.yaml");
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/chart-repository.js






async function downloadFromRegistry(url, version, options) {
    const [, repository = "", tag = version] = /^\/(.*?)(?::([^/]*))?$/.exec(url.pathname) ?? [];
    const found = await findInRegistry({ kind: "oci", registry: url.host, repository }, versionOfTag(tag), options);
    return found.download();
}
async function downloadEntry(repository, chart, entry, options) {
    const what = `${chart} ${entry.version}`;
    const url = archiveUrl(repository, entry.urls[0] ?? "");
    if (url.protocol === "oci:")
        return downloadFromRegistry(url, entry.version, options);
    if (url.protocol !== "https:" && (url.protocol !== "http:" || repository.protocol === "https:")) {
        const scheme = url.protocol.slice(0, -1);
        throw new SourceProblem(`the index of ${describeUrl(repository)} points to an address of scheme "${scheme}" for ${what}`);
    }
    requireOnline(options.offline, `the archive of ${what}`);
    const response = await options.http({
        url,
        headers: { "accept-encoding": "identity" },
        authorization: options.authorize(url, "path"),
        maxBytes: options.limits.packed,
        signal: options.signal,
    });
    if (response.status === 200)
        return response.body;
    throw new SourceProblem(`the archive of ${what} cannot be had: ${describeUrl(url)} answered ${response.status}`);
}
async function findInIndex(repository, chart, wanted, options) {
    const where = describeUrl(repository);
    const entry = findEntry(await options.readIndex(indexUrl(repository)), chart, wanted, where);
    const promised = entry.digest === "" ? undefined : parseDigest(entry.digest);
    if (entry.digest !== "" && promised === undefined) {
        throw new SourceProblem(`the index of ${where} gives "${entry.digest}" as digest of ${chart} ${entry.version}, which is not sha256`);
    }
    const download = async () => downloadEntry(repository, chart, entry, options);
    return { version: entry.version, promised, contents: "chart", download };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/charts.js







const describe = ({ repository, chart, version }) => `${chart === "" ? repository : chart}${version === "" ? "" : ` ${version}`}`;
async function find(ref, wanted, options) {
    const address = parseChartAddress(ref.repository, ref.chart);
    if (address.kind === "oci")
        return findInRegistry(address, wanted, options);
    return findInIndex(new URL(address.url), ref.chart, wanted, options);
}
async function download(found, what, options) {
    const bytes = await found.download();
    await checkArchive(bytes, what, options.limits);
    return { bytes, digest: digest_sha256(bytes) };
}
async function fetchUnlocked(ref, options) {
    const found = await find(ref, ref.version.trim(), options);
    const { version, promised, contents } = found;
    const kept = promised && (await findIntact(options.archives, promised));
    if (promised && kept !== undefined)
        return { file: kept, id: promised, version, locked: false, contents };
    const what = `${describe({ ...ref, version })} from ${ref.repository}`;
    const { bytes, digest } = await download(found, what, options);
    if (promised && promised !== digest)
        throw digestMismatch(what, { by: "its repository", digest: promised }, digest);
    return { file: await options.archives.keep(digest, bytes), id: digest, version, locked: false, contents };
}
async function fetchLocked(ref, entry, options) {
    const digest = parseDigest(entry.digest);
    if (!digest)
        throw new SourceProblem(`the lock file has no usable digest for ${describe(ref)}`);
    const { resolved: version } = entry;
    const contents = entry.contents ?? "chart";
    const kept = await findIntact(options.archives, digest);
    if (kept !== undefined)
        return { file: kept, id: digest, version, locked: true, contents };
    const found = await find(ref, version, options);
    const what = `${describe({ ...ref, version })} from ${ref.repository}`;
    const got = await download(found, what, options);
    if (got.digest !== digest)
        throw digestMismatch(what, { by: "the lock file", digest }, got.digest);
    return {
        file: await options.archives.keep(digest, got.bytes),
        id: digest,
        version,
        locked: true,
        contents: found.contents,
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/gitops/sources/lock.js



const lock_digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits")
    .describe("sha256 of the chart's archive, the same over HTTP and OCI");
const commit = schemas/* string */.YjP()
    .regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits")
    .describe("The commit the revision meant when it was locked");
const lockedChart = schemas/* strictObject */.rej({
    repository: schemas/* string */.YjP().min(1).describe("Chart repository (https://…) or registry (oci://…), as declared"),
    chart: schemas/* string */.YjP().describe("Name of the chart; empty for an artifact that is the OCI address itself"),
    version: schemas/* string */.YjP().describe("Version or constraint, as declared"),
    resolved: schemas/* string */.YjP().min(1).describe("The version that was chosen"),
    digest: lock_digest,
    contents: schemas/* literal */.euz("files").optional().describe("Set on an OCI artifact that holds plain files, not a Helm chart"),
})
    .meta({ id: "LockedChart" });
const lockedGit = schemas/* strictObject */.rej({
    repoURL: schemas/* string */.YjP().min(1).describe("Git repository, as declared"),
    revision: schemas/* string */.YjP().describe("Branch, tag, constraint or commit, as declared"),
    commit,
})
    .meta({ id: "LockedGit" });
const chartLock = schemas/* strictObject */.rej({
    apiVersion: schemas/* literal */.euz("slipway.dev/v1alpha1"),
    kind: schemas/* literal */.euz("ChartLock"),
    charts: schemas/* array */.YOg(lockedChart).default([]),
    git: schemas/* array */.YOg(lockedGit).default([]),
})
    .meta({
    title: "Slipway chart lock",
    description: "Pins every chart and Git source outside the repository to its content. Written by `slipway lock`.",
});
const emptyLock = { apiVersion: "slipway.dev/v1alpha1", kind: "ChartLock", charts: [], git: [] };
function chartKey({ repository, chart, version, }) {
    return JSON.stringify([normalRepository(repository), chart, version.trim()]);
}
function gitKey({ repoURL, revision }) {
    return JSON.stringify([normalRepository(repoURL), revision.trim() === "" ? "HEAD" : revision.trim()]);
}
function repeated(lock) {
    const seen = new Map();
    const entries = [
        ...lock.charts.map((entry, i) => ({
            path: ["charts", i],
            key: chartKey(entry),
            name: entry.chart || entry.repository,
        })),
        ...lock.git.map((entry, i) => ({ path: ["git", i], key: gitKey(entry), name: entry.repoURL })),
    ];
    return entries.flatMap(({ path, key, name }) => {
        if (!seen.has(key))
            return seen.set(key, name) && [];
        return [{ path, message: `${name} is locked twice` }];
    });
}
function readLock(text) {
    const lines = new dist/* LineCounter */.HN();
    const at = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        return { message, line, column: col };
    };
    let document;
    let value;
    try {
        document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
        const problems = document.errors.map(({ message, pos }) => at(pos[0], message.split("\n", 1)[0] ?? message));
        if (problems.length > 0)
            return { problems };
        value = document.toJS();
    }
    catch (error) {
        return { problems: [{ message: error instanceof Error ? error.message : String(error), line: 1, column: 1 }] };
    }
    const parsed = chartLock.safeParse(value);
    const issues = parsed.success ? repeated(parsed.data) : parsed.error.issues;
    if (parsed.success && issues.length === 0)
        return { lock: parsed.data };
    return {
        problems: issues.map(({ path, message }) => at(offsetOf(document, path), path.length === 0 ? message : `${path.join(".")}: ${message}`)),
    };
}
function offsetOf(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if ((0,dist/* isNode */.Ll)(node) && node.range)
            return node.range[0];
    }
    return 0;
}
function chartLockJsonSchema() {
    const { $schema, ...schema } = z.toJSONSchema(chartLock, { io: "input" });
    return {
        $schema,
        $id: "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/chart-lock.v1.json",
        ...schema,
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/memo.js
function createMemo() {
    const outcomes = new Map();
    return async (key, task) => {
        const known = outcomes.get(key);
        if (known)
            return known;
        const outcome = task();
        outcomes.set(key, outcome);
        return outcome;
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/gitops/sources/clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }),
    random: () => Math.random(),
};

// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(1729);
;// CONCATENATED MODULE: ./build/src/gitops/sources/credentials.js



const credential = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().min(1).describe("Prefix of the repositories it is for, such as https://charts.example.com/private"),
    username: schemas/* string */.YjP(),
    password: schemas/* string */.YjP().min(1),
});
const shape = `[{"url": "https://charts.example.com", "username": "…", "password": "…"}]`;
function parseCredentials(text) {
    if (text === undefined || text.trim() === "")
        return [];
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", "SLIPWAY_REPOSITORY_CREDENTIALS is not JSON", {
            hint: `it should be ${shape}`,
        });
    }
    const parsed = schemas/* array */.YOg(credential).safeParse(value);
    if (parsed.success)
        return parsed.data;
    const where = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "value"}: ${message}`);
    throw new error/* SlipwayError */.GQ("SLW-CONFIG", `SLIPWAY_REPOSITORY_CREDENTIALS is not valid: ${where.join("; ")}`, {
        hint: `it should be ${shape}`,
    });
}
function prefixUrl(prefix) {
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(prefix) ? prefix.replace(/^oci:/i, "https:") : `https://${prefix}`;
    return URL.parse(withScheme);
}
function covers(prefix, url, registry) {
    const sameOrigin = prefix.host === url.host && (prefix.protocol === url.protocol || registry);
    const base = prefix.pathname.replace(/\/+$/, "");
    return sameOrigin && (url.pathname === base || url.pathname.startsWith(`${base}/`));
}
function basicAuthorization(credentials, url, kind = "path") {
    if (url.protocol !== "https:" && !isLoopback(url.hostname))
        return undefined;
    const matching = credentials
        .flatMap((entry) => ({ entry, prefix: prefixUrl(entry.url) }))
        .filter(({ prefix }) => prefix !== null && covers(prefix, url, kind === "registry"))
        .toSorted((a, b) => b.entry.url.length - a.entry.url.length);
    const found = matching[0]?.entry;
    return found && `Basic ${Buffer.from(`${found.username}:${found.password}`).toString("base64")}`;
}
function secretTexts(credentials) {
    return credentials.flatMap(({ username, password }) => [
        password,
        encodeURIComponent(password),
        Buffer.from(`${username}:${password}`).toString("base64"),
    ]);
}
function maskSecrets(text, credentials) {
    const secrets = secretTexts(credentials).toSorted((a, b) => b.length - a.length);
    return secrets.reduce((masked, secret) => masked.replaceAll(secret, "***"), text).replace(/\/\/[^/@\s]*@/g, "//");
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/git-address.js


const scpLike = /^[A-Za-z0-9._~-]+@[A-Za-z0-9.-]+:(?!\/\/)[^\s]+$/;
function gitProtocol(repoURL, allowed) {
    if (scpLike.test(repoURL) && !repoURL.startsWith("-"))
        return "ssh";
    const url = /^[a-z]+:\/\//i.test(repoURL) ? URL.parse(repoURL) : null;
    const protocol = url?.protocol.slice(0, -1);
    if (url)
        refuseUserInfo(url);
    if (url && protocol === "http" && isLoopback(url.hostname))
        return protocol;
    if (url && (protocol === "https" || protocol === "ssh" || protocol === "file") && allowed.includes(protocol)) {
        if (protocol === "ssh" && url.hostname.startsWith("-"))
            throw new SourceProblem(`"${describeUrl(url)}" names no host`);
        return protocol;
    }
    throw new SourceProblem(`the repository ${describeUrl(repoURL)} cannot be fetched: only ${allowed.join(" and ")} addresses are`);
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/git-environment.js
const kept = /^(?!GIT_)|^GIT_(?:CONFIG|SSH)/;
function fetchEnvironment(env, protocol, config) {
    const given = Number.parseInt(env["GIT_CONFIG_COUNT"] ?? "0", 10) || 0;
    const entries = config.flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${given + i}`, key],
        [`GIT_CONFIG_VALUE_${given + i}`, value],
    ]);
    return {
        ...Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name))),
        ...Object.fromEntries(entries),
        GIT_CONFIG_COUNT: String(given + config.length),
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "true",
        GIT_SSH_COMMAND: env["GIT_SSH_COMMAND"] ?? "ssh -o BatchMode=yes",
        GIT_ALLOW_PROTOCOL: protocol,
        LC_ALL: "C",
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/git-revision.js


const fullCommit = /^[0-9a-f]{40}$/i;
const abbreviatedCommit = /^[0-9a-f]{7,39}$/i;
const tagPrefix = "refs/tags/";
const shortPrefixes = ["refs/heads/", tagPrefix, "refs/remotes/", "refs/"];
const peeled = "^{}";
function isCommit(revision) {
    return fullCommit.test(revision);
}
function parseRemoteRefs(text) {
    const refs = new Map();
    for (const line of text.split("\n")) {
        const [commit = "", name = ""] = line.split("\t");
        if (!fullCommit.test(commit) || name === "")
            continue;
        const ref = name.endsWith(peeled) ? name.slice(0, -peeled.length) : name;
        refs.set(ref, { name: ref, commit });
    }
    return [...refs.values()];
}
function newestTag(tags, revision) {
    const constraint = parseVersion(revision) ? undefined : parseConstraint(revision);
    if (!constraint)
        return undefined;
    const versions = tags.flatMap((tag) => parseVersion(tag) ?? []).filter((version) => satisfies(version, constraint));
    return versions.toSorted((a, b) => compareVersions(b, a))[0]?.original;
}
function resolveRevision(refs, revision) {
    if (isCommit(revision))
        return { commit: revision.toLowerCase() };
    const tags = refs.flatMap(({ name }) => (name.startsWith(tagPrefix) ? [name.slice(tagPrefix.length)] : []));
    const wanted = newestTag(tags, revision) ?? (revision === "" ? "HEAD" : revision);
    const names = new Set([wanted, ...shortPrefixes.map((prefix) => prefix + wanted)]);
    const ref = refs.find(({ name }) => names.has(name));
    if (ref)
        return { commit: ref.commit, ref: ref.name };
    if (abbreviatedCommit.test(revision))
        return { abbreviated: revision.toLowerCase() };
    return { absent: `it has no branch, tag or commit "${wanted}"` };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/limiter.js
function createLimiter(limit) {
    const running = new Map();
    const waiting = new Map();
    async function enter(key) {
        const count = running.get(key) ?? 0;
        if (count < limit) {
            running.set(key, count + 1);
            return;
        }
        await new Promise((resolve) => {
            const queue = waiting.get(key) ?? [];
            queue.push(resolve);
            waiting.set(key, queue);
        });
    }
    function leave(key) {
        const next = waiting.get(key)?.shift();
        if (next)
            next();
        else
            running.set(key, (running.get(key) ?? 1) - 1);
    }
    return async (key, task) => {
        await enter(key);
        try {
            return await task();
        }
        finally {
            leave(key);
        }
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/git.js









const mostOutput = 64 * 2 ** 20;
const switchedOff = [
    "core.hooksPath=/dev/null",
    "gc.auto=0",
    "maintenance.auto=false",
    "submodule.recurse=false",
    "protocol.version=2",
];
function createGit(options) {
    const oneAtATime = createLimiter(1);
    function environment(repoURL) {
        const url = URL.parse(repoURL);
        const authorization = url ? options.authorize(url) : undefined;
        const headers = url && authorization !== undefined
            ? [[`http.${url.origin}/.extraHeader`, `Authorization: ${authorization}`]]
            : [];
        return fetchEnvironment(options.env, gitProtocol(repoURL, options.protocols), headers);
    }
    async function git(repoURL, args) {
        const limit = AbortSignal.timeout(options.timeout);
        const signal = AbortSignal.any([options.signal, limit]);
        const all = [...switchedOff.flatMap((setting) => ["-c", setting]), ...args];
        try {
            return await options.run("git", all, { env: environment(repoURL), signal, maxOutput: mostOutput });
        }
        catch (error) {
            if (options.signal.aborted)
                throw error;
            const reason = limit.aborted ? `took longer than ${options.timeout / 1_000} s` : `could not be started`;
            throw new SourceProblem(`git for ${describeUrl(repoURL)} ${reason}`, { cause: error });
        }
    }
    function failure(doing, repoURL, { stderr }) {
        const lines = stderr.split("\n").filter((line) => /^(?:fatal|error|remote|ssh|Host key)/i.test(line));
        const said = options.mask((lines.at(-1) ?? stderr.trim().split("\n").at(-1) ?? "").replace(/^(?:fatal|error): /, ""));
        return new SourceProblem(`${doing} ${describeUrl(repoURL)} failed: ${said || "git said nothing"}`);
    }
    async function bareRepository(repoURL) {
        const directory = (0,external_node_path_.join)(options.folder, `${(0,external_node_crypto_.createHash)("sha256").update(repoURL).digest("hex")}.git`);
        await (0,promises_.mkdir)(options.folder, { recursive: true });
        const made = await git(repoURL, ["init", "--quiet", "--bare", directory]);
        if (made.code !== 0)
            throw failure("making a cache for", repoURL, made);
        return directory;
    }
    async function revParse(repoURL, directory, name) {
        const found = await git(repoURL, ["--git-dir", directory, "rev-parse", "--verify", "--quiet", name]);
        return found.code === 0 ? found.stdout.trim() : undefined;
    }
    async function fetchRefs(repoURL, directory, depth, refs) {
        const quiet = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--force"];
        return git(repoURL, ["--git-dir", directory, "fetch", ...quiet, ...depth, "--", repoURL, ...refs]);
    }
    async function expand(repoURL, abbreviated) {
        const directory = await bareRepository(repoURL);
        const refs = ["+refs/heads/*:refs/full/heads/*", "+refs/tags/*:refs/full/tags/*"];
        const fetched = await fetchRefs(repoURL, directory, [], refs);
        if (fetched.code !== 0)
            throw failure("fetching", repoURL, fetched);
        const commit = await revParse(repoURL, directory, `${abbreviated}^{commit}`);
        if (commit !== undefined)
            return commit;
        throw new SourceProblem(`${describeUrl(repoURL)} has no commit that starts with ${abbreviated}`);
    }
    return {
        resolve: async (repoURL, revision) => {
            gitProtocol(repoURL, options.protocols);
            if (isCommit(revision))
                return revision.toLowerCase();
            if (options.offline)
                throw new SourceProblem(`what "${revision}" is in ${describeUrl(repoURL)} is not known, and this run is offline`);
            const listed = await git(repoURL, ["ls-remote", "--", repoURL]);
            if (listed.code !== 0)
                throw failure("reading", repoURL, listed);
            const meant = resolveRevision(parseRemoteRefs(listed.stdout), revision);
            if ("absent" in meant)
                throw new SourceProblem(`${describeUrl(repoURL)}: ${meant.absent}`);
            return "commit" in meant ? meant.commit : oneAtATime(repoURL, async () => expand(repoURL, meant.abbreviated));
        },
        fetch: async (repoURL, commit) => {
            gitProtocol(repoURL, options.protocols);
            return oneAtATime(repoURL, async () => {
                const directory = await bareRepository(repoURL);
                const kept = await revParse(repoURL, directory, `refs/slipway/${commit}`);
                if (kept !== undefined)
                    return { directory, commit };
                if (options.offline)
                    throw new SourceProblem(`commit ${commit} of ${describeUrl(repoURL)} is not cached, and this run is offline`);
                const fetched = await fetchRefs(repoURL, directory, ["--depth=1"], [`+${commit}:refs/slipway/${commit}`]);
                if (fetched.code !== 0)
                    throw failure("fetching", repoURL, fetched);
                return { directory, commit };
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/redirect.js


const redirectStatuses = new Set([301, 302, 303, 307, 308]);
function redirectTarget(response, from) {
    const location = response.headers.get("location");
    if (!redirectStatuses.has(response.status) || location === null)
        return undefined;
    const target = URL.parse(location, from.href);
    if (!target || (target.protocol !== "https:" && target.protocol !== "http:")) {
        throw new SourceProblem(`${describeUrl(from)} redirects to an address that is not http(s)`);
    }
    if (from.protocol === "https:" && target.protocol === "http:") {
        throw new SourceProblem(`${describeUrl(from)} redirects from https to plain http (${describeUrl(target)})`);
    }
    target.username = "";
    target.password = "";
    return target;
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/response-body.js

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
class TruncatedBody extends Error {
    code = "UND_ERR_SOCKET";
}
function announcedLength(headers) {
    const length = headers.get("content-length");
    const encoded = headers.has("content-encoding") && headers.get("content-encoding") !== "identity";
    return length === null || encoded || !/^[0-9]+$/.test(length) ? undefined : Number(length);
}
async function readBody(response, maxBytes, where) {
    const announced = announcedLength(response.headers);
    const tooLarge = new SourceProblem(`${where} is larger than the ${megabytes(maxBytes)} that are read`);
    const chunks = [];
    let length = 0;
    if (announced !== undefined && announced > maxBytes) {
        await response.body?.cancel();
        throw tooLarge;
    }
    if (!response.body)
        return new Uint8Array();
    try {
        for await (const chunk of response.body) {
            length += chunk.length;
            if (length > maxBytes)
                throw tooLarge;
            chunks.push(chunk);
        }
    }
    catch (error) {
        if (error instanceof SourceProblem || (error instanceof Error && error.name !== "TypeError"))
            throw error;
        throw new TruncatedBody(brokenOff(length, announced), { cause: error });
    }
    if (announced !== undefined && length !== announced)
        throw new TruncatedBody(brokenOff(length, announced));
    return Buffer.concat(chunks);
}
function brokenOff(length, announced) {
    return `the answer broke off after ${length}${announced === undefined ? "" : ` of ${announced}`} bytes`;
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/retry.js
const defaultRetryPolicy = { attempts: 4, base: 500, longest: 8_000, longestRetryAfter: 60_000 };
function retryAfterMs(header, now) {
    if (header === null)
        return undefined;
    if (/^[0-9]+$/.test(header.trim()))
        return Number(header) * 1_000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
async function withRetries(attempt, context) {
    const { clock, signal, policy, onRetry } = context;
    for (let tried = 1;; tried += 1) {
        signal.throwIfAborted();
        const outcome = await attempt();
        if ("value" in outcome)
            return outcome.value;
        const asked = outcome.retryAfter ?? 0;
        if (tried === policy.attempts || asked > policy.longestRetryAfter)
            throw outcome.failed;
        const backOff = Math.min(policy.longest, policy.base * 2 ** (tried - 1)) * clock.random();
        const wait = Math.ceil(Math.max(asked, backOff));
        onRetry(outcome.failed, wait);
        await clock.sleep(wait, signal);
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/http.js






const mostRedirects = 5;
const retriedCodes = /^(?:ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/;
function causeOf(error) {
    if (!(error instanceof Error))
        return { code: "", text: String(error) };
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    if (code === "" && error.cause instanceof Error)
        return causeOf(error.cause);
    return { code, text: error.message || code || error.name };
}
function createHttp(options) {
    const { clock, timeout } = options;
    const limited = createLimiter(options.perHost);
    async function send(request, signal) {
        let url = request.url;
        let authorization = request.authorization;
        for (let redirects = 0;; redirects += 1) {
            const headers = {
                "user-agent": "slipway",
                ...request.headers,
                ...(authorization === undefined ? {} : { authorization }),
            };
            const response = await options.fetch(url, { headers, redirect: "manual", signal });
            const target = redirectTarget(response, url);
            if (!target) {
                const body = response.status === 200 ? await readBody(response, request.maxBytes, describeUrl(url)) : undefined;
                if (!body)
                    await response.body?.cancel();
                return { status: response.status, headers: response.headers, body: body ?? new Uint8Array(), url };
            }
            await response.body?.cancel();
            if (redirects === mostRedirects) {
                throw new SourceProblem(`${describeUrl(request.url)} redirects more than ${mostRedirects} times`);
            }
            if (target.origin !== url.origin)
                authorization = undefined;
            url = target;
        }
    }
    async function attempt(request) {
        const where = describeUrl(request.url);
        const limit = AbortSignal.timeout(timeout);
        try {
            const response = await send(request, AbortSignal.any([request.signal, limit]));
            if (response.status !== 429 && response.status < 500)
                return { value: response };
            const retryAfter = retryAfterMs(response.headers.get("retry-after"), clock.now());
            const failed = new SourceProblem(`${where} answered ${response.status}`);
            return retryAfter === undefined ? { failed } : { failed, retryAfter };
        }
        catch (error) {
            if (error instanceof SourceProblem || request.signal.aborted)
                throw error;
            if (limit.aborted)
                throw new SourceProblem(`${where} did not answer within ${timeout / 1_000} s`, { cause: error });
            const { code, text } = causeOf(error);
            const failed = new SourceProblem(`${where} could not be read: ${text}`, { cause: error });
            if (retriedCodes.test(code))
                return { failed };
            throw failed;
        }
    }
    return async (request) => withRetries(async () => limited(request.url.host, async () => attempt(request)), {
        clock,
        signal: request.signal,
        policy: options.retry,
        onRetry: (failure, wait) => options.onRetry(request.url, failure, wait),
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/index-cache.js







const validators = schemas/* object */.Ikc({
    url: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
    etag: schemas/* string */.YjP().optional(),
    lastModified: schemas/* string */.YjP().optional(),
});
const largestIndex = 64 * 2 ** 20;
function refusal(status, url) {
    const where = describeUrl(url);
    if (status === 401 || status === 403) {
        return new SourceProblem(`${where} answered ${status}`, {
            hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
        });
    }
    return new SourceProblem(status === 404 ? `there is no chart repository at ${where} (404)` : `${where} answered ${status}`);
}
function createIndexCache(options) {
    const paths = (url) => {
        const folder = (0,external_node_path_.join)(options.folder, (0,external_node_crypto_.createHash)("sha256").update(url.href).digest("hex"));
        return { index: (0,external_node_path_.join)(folder, "index.yaml"), meta: (0,external_node_path_.join)(folder, "validators.json") };
    };
    async function cached(url) {
        const { index, meta } = paths(url);
        const [bytes, about] = await Promise.all([readIfPresent(index), readIfPresent(meta)]);
        if (!bytes || !about)
            return undefined;
        try {
            const { digest, etag, lastModified } = validators.parse(JSON.parse(about.toString("utf8")));
            return digest === digest_sha256(bytes) ? { text: bytes.toString("utf8"), etag, lastModified } : undefined;
        }
        catch {
            return undefined;
        }
    }
    async function keep(url, body, headers) {
        const { index, meta } = paths(url);
        const etag = headers.get("etag") ?? undefined;
        const lastModified = headers.get("last-modified") ?? undefined;
        await writeAtomically(index, body);
        await writeAtomically(meta, JSON.stringify({ url: describeUrl(url), digest: digest_sha256(body), etag, lastModified }));
    }
    return async (url) => {
        const known = await cached(url);
        if (options.offline) {
            if (known)
                return known.text;
            throw new SourceProblem(`${describeUrl(url)} was never read here, and this run is offline`);
        }
        const headers = {};
        if (known?.etag !== undefined)
            headers["if-none-match"] = known.etag;
        if (known?.lastModified !== undefined)
            headers["if-modified-since"] = known.lastModified;
        const request = {
            url,
            headers,
            authorization: options.authorize(url),
            maxBytes: largestIndex,
            signal: options.signal,
        };
        const response = await options.http(request);
        if (response.status === 304 && known)
            return known.text;
        if (response.status !== 200)
            throw refusal(response.status, url);
        await keep(url, response.body, response.headers);
        return Buffer.from(response.body).toString("utf8");
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/src/gitops/sources/process.js

const runProcess = async (file, args, { env, signal, maxOutput }) => {
    const child = (0,external_node_child_process_.spawn)(file, args, { env, signal, stdio: ["ignore", "pipe", "pipe"], killSignal: "SIGKILL" });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
        child[name].setEncoding("utf8").on("data", (text) => {
            output[name] += text;
            if (output[name].length > maxOutput)
                child.kill("SIGKILL");
        });
    }
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve({ code: code ?? undefined, ...output }));
    });
};

;// CONCATENATED MODULE: ./build/src/gitops/sources/setup.js












const connectionsPerHost = 6;
const minute = 60_000;
function assembleFetchers(options) {
    const { clock = systemClock, credentials = [], offline = false, onProgress, toolCacheDir } = options;
    const signal = options.signal ?? new AbortController().signal;
    const authorize = (url, kind) => basicAuthorization(credentials, url, kind);
    const mask = (text) => maskSecrets(text, credentials);
    const http = createHttp({
        fetch: options.fetch ?? globalThis.fetch,
        clock,
        retry: options.retry ?? defaultRetryPolicy,
        timeout: options.timeouts?.http ?? minute,
        perHost: connectionsPerHost,
        onRetry: (url, { message }, milliseconds) => onProgress?.({ kind: "retrying", source: describeUrl(url), reason: mask(message), milliseconds }),
    });
    const readIndex = createIndexCache({ folder: (0,external_node_path_.join)(toolCacheDir, "indexes"), http, offline, authorize, signal });
    const indexes = createMemo();
    return {
        charts: {
            http,
            readIndex: async (url) => indexes(url.href, async () => readIndex(url)),
            authorize,
            offline,
            limits: defaultArchiveLimits,
            signal,
            archives: options.archives ?? folderStore((0,external_node_path_.join)(toolCacheDir, "archives")),
        },
        git: createGit({
            folder: (0,external_node_path_.join)(toolCacheDir, "git"),
            run: options.run ?? runProcess,
            env: options.env,
            protocols: options.gitProtocols ?? ["https", "ssh"],
            offline,
            timeout: options.timeouts?.git ?? 5 * minute,
            signal,
            authorize,
            mask,
        }),
        clock,
        mask,
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/actions-cache.js



const tool = "slipway-source";
const arch = "noarch";
const file = "archive.tgz";
const versionOf = (digest) => `0.0.0-${digest.replace(":", "-")}`;
function actions_cache_toolCacheStore(load, temporary) {
    return {
        find: async (digest) => {
            const folder = (await load()).find(tool, versionOf(digest), arch);
            return folder === "" ? undefined : join(folder, file);
        },
        keep: async (digest, bytes) => {
            const scratch = await mkdtemp(join(temporary, `${tool}-`));
            try {
                await writeFile(join(scratch, file), bytes);
                return join(await (await load()).cacheFile(join(scratch, file), file, tool, versionOf(digest), arch), file);
            }
            finally {
                await rm(scratch, { recursive: true, force: true });
            }
        },
    };
}
const keyPrefix = "slipway-sources-v1-";
const keyOf = (lockText) => keyPrefix + sha256(lockText).slice("sha256:".length);
function actions_cache_createSourceCache(options) {
    let restored;
    async function optional(doing, work) {
        try {
            const cache = await options.load();
            return cache.isFeatureAvailable() ? await work(cache) : undefined;
        }
        catch (error) {
            options.onWarning(`${doing} failed: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    }
    return {
        restore: async (lockText) => {
            const key = keyOf(lockText);
            restored = await optional("restoring fetched sources from the actions cache", async (cache) => cache.restoreCache([...options.paths], key, [keyPrefix]));
            if (restored === undefined)
                return "nothing";
            return restored === key ? "exact" : "older";
        },
        save: async (lockText) => {
            const key = keyOf(lockText);
            if (restored === key)
                return;
            await optional("keeping fetched sources in the actions cache", async (cache) => cache.saveCache([...options.paths], key));
        },
    };
}
function actions_cache_toolCacheFolder(runnerToolCache) {
    return join(runnerToolCache, tool);
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/environment.js





const readCredentials = (env) => parseCredentials(env["SLIPWAY_REPOSITORY_CREDENTIALS"]);
function homeEnvironment(env, home) {
    const configured = env["XDG_CACHE_HOME"];
    const base = configured?.startsWith("/") ? configured : (0,external_node_path_.join)(home, ".cache");
    const toolCacheDir = (0,external_node_path_.join)(base, "slipway");
    return { toolCacheDir, archives: folderStore((0,external_node_path_.join)(toolCacheDir, "archives")), credentials: readCredentials(env) };
}
function runnerEnvironment(env, onWarning) {
    const { RUNNER_TOOL_CACHE: toolCache, RUNNER_TEMP: temporary } = env;
    if (!toolCache || !temporary) {
        throw new SlipwayError("SLW-CONFIG", "RUNNER_TOOL_CACHE and RUNNER_TEMP are not both set", {
            hint: "a GitHub Actions runner sets them; use the slipway command elsewhere",
        });
    }
    return {
        toolCacheDir: join(temporary, "slipway-sources"),
        archives: toolCacheStore(async () => Promise.all(/* import() */[__webpack_require__.e(507), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 9805)), temporary),
        credentials: readCredentials(env),
        jobCache: createSourceCache({
            load: async () => Promise.all(/* import() */[__webpack_require__.e(507), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 5735)),
            paths: [toolCacheFolder(toolCache)],
            onWarning,
        }),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/sources/lock-plan.js

async function plan(current, needed, update, kind) {
    const known = new Map(current.map((entry) => [kind.key(entry), entry]));
    const wanted = new Map(needed.map((ref) => [kind.key(ref), ref]));
    const removed = [...known].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry);
    const outcomes = await Promise.all([...wanted].map(async ([key, ref]) => {
        const name = kind.name(ref);
        const before = known.get(key);
        if (before && !update)
            return { entry: before, change: { kind: "kept", name, to: kind.pin(before) } };
        const made = await kind.make(ref);
        if ("unavailable" in made) {
            const failed = { kind: "failed", name, reason: made.unavailable };
            return before ? { entry: before, change: { ...failed, to: kind.pin(before) } } : { change: failed };
        }
        if (!before)
            return { entry: made, change: { kind: "added", name, to: kind.pin(made) } };
        const [from, to] = [kind.pin(before), kind.pin(made)];
        return from === to
            ? { entry: before, change: { kind: "kept", name, to } }
            : { entry: made, change: { kind: "updated", name, from, to } };
    }));
    const entries = outcomes.flatMap(({ entry }) => entry ?? []);
    return {
        entries: entries.toSorted((a, b) => (kind.key(a) < kind.key(b) ? -1 : 1)),
        changes: [
            ...outcomes.map(({ change }) => change),
            ...removed.map((entry) => ({ kind: "removed", name: kind.name(entry), from: kind.pin(entry) })),
        ],
    };
}
async function planLock(current, needed, resolver, options) {
    const charts = await plan(current.charts, needed.charts, options.update, {
        key: chartKey,
        name: ({ repository, chart }) => (chart === "" ? repository : `${chart} from ${repository}`),
        pin: ({ resolved, digest }) => `${resolved} ${digest}`,
        make: async ({ repository, chart, version }) => {
            const found = await resolver.chart({ repository, chart, version });
            return "unavailable" in found ? found : { repository, chart, version, ...found };
        },
    });
    const git = await plan(current.git, needed.git, options.update, {
        key: gitKey,
        name: ({ repoURL, revision }) => `${repoURL} at ${revision === "" ? "HEAD" : revision}`,
        pin: ({ commit }) => commit,
        make: async ({ repoURL, revision }) => {
            const found = await resolver.git({ repoURL, revision });
            return "unavailable" in found ? found : { repoURL, revision, commit: found.commit };
        },
    });
    return {
        lock: { ...current, charts: charts.entries, git: git.entries },
        changes: [...charts.changes, ...git.changes].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(9567);
;// CONCATENATED MODULE: ./build/src/gitops/sources/lock-write.js




const header = ` Written by "slipway lock": charts and Git sources from elsewhere, pinned to their content.`;
const chartNode = schemas/* object */.Ikc({ repository: schemas/* string */.YjP(), chart: schemas/* string */.YjP(), version: coerce/* string */.Yj() })
    .transform(chartKey);
const gitNode = schemas/* object */.Ikc({ repoURL: schemas/* string */.YjP(), revision: schemas/* string */.YjP() }).transform(gitKey);
function sequence(document, name) {
    const existing = document.get(name, true);
    if ((0,dist/* isSeq */.oP)(existing))
        return existing;
    const made = document.createNode([]);
    document.set(name, made);
    return made;
}
function arrange(document, name, entries, keyOf) {
    if (entries.length === 0) {
        document.delete(name);
        return;
    }
    const list = sequence(document, name);
    const [first] = list.items;
    if ((0,dist/* isMap */.jh)(first)) {
        first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join("\n") || null;
        list.commentBefore = null;
    }
    const nodes = new Map();
    for (const item of list.items) {
        const key = (0,dist/* isMap */.jh)(item) ? keyOf.safeParse(item.toJS(document)) : undefined;
        if ((0,dist/* isMap */.jh)(item) && key?.success)
            nodes.set(key.data, item);
    }
    list.flow = false;
    list.items = entries.map(({ key, fields }) => {
        const node = nodes.get(key);
        if (!node)
            return document.createNode(fields);
        node.items = node.items.filter(({ key: field }) => (0,dist/* isScalar */.jn)(field) && String(field.value) in fields);
        for (const [field, value] of Object.entries(fields)) {
            const scalar = node.get(field, true);
            if ((0,dist/* isScalar */.jn)(scalar))
                scalar.value = value;
            else
                node.set(field, value);
        }
        return node;
    });
}
function formatLock(lock, previous) {
    const { charts, git, ...head } = lock;
    const parsed = previous === undefined ? undefined : (0,dist/* parseDocument */.Tp)(previous);
    const usable = parsed?.errors.length === 0 && (0,dist/* isMap */.jh)(parsed.contents);
    const document = usable ? parsed : new dist/* Document */.yo(head);
    if (!usable)
        document.commentBefore = header;
    const chartEntries = charts.map((entry) => ({ key: chartKey(entry), fields: { ...entry } }));
    const gitEntries = git.map((entry) => ({ key: gitKey(entry), fields: { ...entry } }));
    arrange(document, "charts", chartEntries, chartNode);
    arrange(document, "git", gitEntries, gitNode);
    return document.toString({ lineWidth: 0 });
}
async function writeLock(file, lock, previous) {
    const text = formatLock(lock, previous);
    if (text === previous)
        return false;
    await writeAtomically(file, text);
    return true;
}

;// CONCATENATED MODULE: ./build/src/gitops/sources.js











function chartName({ repository, chart, version }) {
    const name = [chart, version].filter((part) => part !== "").join(" ");
    return name === "" ? describeUrl(repository) : `${name} from ${describeUrl(repository)}`;
}
function createSources(options) {
    const { lock = emptyLock, onProgress } = options;
    const { charts, git, clock, mask } = assembleFetchers(options);
    const lockedCharts = new Map(lock.charts.map((entry) => [chartKey(entry), entry]));
    const lockedGit = new Map(lock.git.map((entry) => [gitKey(entry), entry]));
    const chartMemo = createMemo();
    const gitMemo = createMemo();
    const commitMemo = createMemo();
    async function observed(source, fetching) {
        const started = clock.now();
        onProgress?.({ kind: "started", source });
        const result = await orUnavailable(fetching, mask);
        const outcome = "unavailable" in result ? "unavailable" : "fetched";
        onProgress?.({ kind: "finished", source, outcome, milliseconds: clock.now() - started });
        return result;
    }
    const unlockedChart = async (ref) => chartMemo(`unlocked ${chartKey(ref)}`, async () => observed(chartName(ref), async () => fetchUnlocked(ref, charts)));
    return {
        chart: async (ref) => {
            const entry = lockedCharts.get(chartKey(ref));
            if (!entry)
                return unlockedChart(ref);
            return chartMemo(`locked ${chartKey(ref)}`, async () => observed(chartName(ref), async () => fetchLocked(ref, entry, charts)));
        },
        git: async (repoURL, revision) => {
            const key = gitKey({ repoURL, revision });
            return gitMemo(key, async () => observed(describeUrl(repoURL), async () => {
                const pinned = lockedGit.get(key)?.commit;
                const commit = pinned ?? (await git.resolve(repoURL, revision));
                return { ...(await git.fetch(repoURL, commit)), locked: pinned !== undefined || commit === revision };
            }));
        },
        resolver: {
            chart: async (ref) => {
                const found = await unlockedChart(ref);
                if ("unavailable" in found)
                    return found;
                const { version: resolved, id: digest, contents } = found;
                return contents === "files" ? { resolved, digest, contents } : { resolved, digest };
            },
            git: async (ref) => commitMemo(gitKey(ref), async () => observed(describeUrl(ref.repoURL), async () => ({ commit: await git.resolve(ref.repoURL, ref.revision) }))),
        },
    };
}


/***/ }),

/***/ 9366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ PositionedDocument),
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

class PositionedDocument {
    document;
    counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    firstLine;
    constructor(source) {
        this.document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(source.text, {
            lineCounter: this.counter,
            uniqueKeys: false,
            logLevel: "silent",
            merge: true,
        });
        this.firstLine = source.line;
    }
    nearest(path) {
        let node = this.document.contents;
        let offset = startOf(node) ?? 0;
        let found = 0;
        while (found < path.length) {
            const next = child((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.resolve(this.document) : node, path.slice(found));
            if (next === undefined)
                break;
            offset = startOf(next.key) ?? startOf(next.value) ?? offset;
            node = next.value;
            found += next.steps;
        }
        const { line, col } = this.counter.linePos(offset);
        const position = { line: this.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? { position, found, scalar: node.value } : { position, found };
    }
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}
function child(node, path) {
    const [step] = path;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const value = typeof step === "number" ? node.items[step] : itemOf(node.items, step);
        return value === undefined ? undefined : { key: value, value, steps: 1 };
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return undefined;
    const plain = path.findIndex((one) => typeof one === "object");
    const longest = plain < 0 ? path.length : plain;
    for (let steps = 1; steps <= longest; steps += 1) {
        const name = path.slice(0, steps).join(".");
        const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value) === name);
        if (pair !== undefined)
            return { key: pair.key, value: pair.value, steps };
    }
    return undefined;
}
function itemOf(items, step) {
    if (typeof step !== "object")
        return undefined;
    return items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(item) && String(item.get(step.key)) === step.value);
}
function formatPath(path) {
    return path.reduce((text, segment) => typeof segment === "number" ? `${text}[${segment}]` : text === "" ? segment : `${text}.${segment}`, "");
}


/***/ }),

/***/ 9147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yv: () => (/* binding */ contentLine),
/* harmony export */   ZF: () => (/* binding */ splitDocuments),
/* harmony export */   hN: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
/* harmony import */ var _yaml_flow_indent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);


function resolveInteger(source) {
    const match = /^([-+]?)(0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]*|[1-9][0-9_]*)$/.exec(source);
    if (match === null)
        return js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg;
    const digits = (match[2] ?? "").replaceAll("_", "");
    const octal = /^0o?([0-7]+)$/.exec(digits);
    const value = octal ? Number.parseInt(octal[1] ?? "", 8) : Number(digits);
    return Number.isNaN(value) ? js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg : value * (match[1] === "-" ? -1 : 1);
}
const integerTag = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineScalarTag */ .Gf)("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: "-+0123456789".split(""),
    resolve: resolveInteger,
    identify: () => false,
});
const schema = new js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .Schema */ .Sj([js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .strTag */ .ym, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .seqTag */ .UD, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mapTag */ .pj, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mergeTag */ .LJ, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .nullYaml11Tag */ .L2, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .boolYaml11Tag */ .iE, integerTag, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .floatCoreTag */ .ok]);
function splitDocuments(text) {
    const documents = [];
    const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
    let start = 0;
    let line = 1;
    for (const match of source.matchAll(/^---(?=\s|$)/gm)) {
        if (match.index > start) {
            documents.push({ text: source.slice(start, match.index), line });
            line += countLines(source, start, match.index);
            start = match.index;
        }
    }
    documents.push({ text: source.slice(start), line });
    return documents.filter((document) => document.text.replace(/^---|^\s*#.*$/gm, "").trim() !== "");
}
function countLines(text, from, to) {
    let total = 0;
    for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1))
        total += 1;
    return total;
}
function parseYaml(text) {
    const [document] = splitDocuments(text);
    if (document === undefined)
        return undefined;
    const { value } = (0,_yaml_flow_indent_js__WEBPACK_IMPORTED_MODULE_1__/* .readFlowsAsGo */ .G)(document.text, (source) => (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .load */ .Hh)(source, { schema, json: true, maxAliases: 100 }));
    if (document.text.includes("*"))
        refuseExpansion(value);
    return value;
}
const expandedValues = 100_000;
function refuseExpansion(root) {
    const sizes = new Map();
    const sizeOf = (value) => {
        if (typeof value !== "object" || value === null)
            return 1;
        const known = sizes.get(value);
        if (known === "open")
            throw new RangeError("an alias contains itself");
        if (known !== undefined)
            return known;
        sizes.set(value, "open");
        const size = Object.values(value).reduce((sum, item) => sum + sizeOf(item), 1);
        if (size > expandedValues)
            throw new RangeError(`its aliases expand to more than ${expandedValues} values`);
        sizes.set(value, size);
        return size;
    };
    sizeOf(root);
}
function contentLine(document) {
    const before = /^(?:---[ \t]*(?:#.*)?\r?\n|[ \t]*#.*\r?\n|[ \t]*\r?\n)*/.exec(document.text)?.[0] ?? "";
    return document.line + countLines(before, 0, before.length);
}


/***/ }),

/***/ 1729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ SlipwayError),
/* harmony export */   fv: () => (/* binding */ errorCodes),
/* harmony export */   hS: () => (/* binding */ exitCodes)
/* harmony export */ });
const exitCodes = { fine: 0, findings: 1, usage: 2, outside: 3, internal: 4 };
const errorCodes = {
    "SLW-USAGE": exitCodes.usage,
    "SLW-CONFIG": exitCodes.usage,
    "SLW-NODE": exitCodes.usage,
    "SLW-BASE": exitCodes.usage,
    "SLW-GIT": exitCodes.outside,
    "SLW-SOURCE": exitCodes.outside,
    "SLW-GITHUB": exitCodes.outside,
    "SLW-ENGINE": exitCodes.internal,
};
class SlipwayError extends Error {
    name = "SlipwayError";
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
    }
    get exitCode() {
        return errorCodes[this.code];
    }
}


/***/ }),

/***/ 5382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ["error", "warning", "notice"];


/***/ }),

/***/ 8205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ reportVersion)
/* harmony export */ });
const reportVersion = 1;


/***/ }),

/***/ 3955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ resourceKey)
/* harmony export */ });
function resourceKey(id) {
    const slash = id.apiVersion.indexOf("/");
    const group = slash < 0 ? "" : id.apiVersion.slice(0, slash);
    return `${group}/${id.kind} ${id.namespace ?? ""}/${id.name}`;
}


/***/ }),

/***/ 8073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findingsOf),
/* harmony export */   y: () => (/* binding */ ruleDocs)
/* harmony export */ });
const docsRoot = "https://github.com/slipway-dev/slipway/blob/main/docs/rules";
function ruleDocs(rule) {
    return `${docsRoot}/${rule.replace("/", "-")}.md`;
}
function findingsOf(rules) {
    return (rule, message, details = {}) => ({
        severity: rules[rule]?.[0] ?? "error",
        at: [],
        ...details,
        rule,
        message,
        docs: ruleDocs(rule),
    });
}


/***/ }),

/***/ 6179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coloured: () => (/* binding */ coloured),
/* harmony export */   plain: () => (/* binding */ plain),
/* harmony export */   wantsColour: () => (/* binding */ wantsColour)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

const formats = {
    error: ["bold", "red"],
    warning: ["bold", "yellow"],
    notice: ["bold", "cyan"],
    heading: ["bold"],
    added: ["green"],
    removed: ["red"],
    dim: ["dim"],
};
const plain = (_, text) => text;
const coloured = (tone, text) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)([...formats[tone]], text, { validateStream: false });
function wantsColour(environment, isTerminal) {
    if (environment.NO_COLOR)
        return false;
    const forced = environment.FORCE_COLOR;
    if (forced !== undefined && forced !== "")
        return forced !== "0" && forced !== "false";
    return isTerminal && environment.TERM !== "dumb";
}


/***/ }),

/***/ 4041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ failOnLevels),
/* harmony export */   W: () => (/* binding */ verdict)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1272);

const failOnLevels = ["error", "warning", "never"];
function verdict(report, failOn) {
    const { error: errors, warning: warnings, notice: notices } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .severityCounts */ .ur)(report.findings);
    const counted = { error: errors, warning: errors + warnings, never: 0 }[failOn];
    return { exitCode: counted > 0 ? 1 : 0, errors, warnings, notices };
}


/***/ }),

/***/ 1272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ changeNotes),
/* harmony export */   Hn: () => (/* binding */ totalDuration),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Zg: () => (/* binding */ changeCounts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   oI: () => (/* binding */ changedOf),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rf: () => (/* binding */ signs),
/* harmony export */   s_: () => (/* binding */ findingCounts),
/* harmony export */   ur: () => (/* binding */ severityCounts)
/* harmony export */ });
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5382);

const number = (n) => n.toLocaleString("en-US");
function plural(n, one, many = `${one}s`) {
    return `${number(n)} ${n === 1 ? one : many}`;
}
function severityCounts(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
function findingCounts(findings) {
    const counts = severityCounts(findings);
    return _model_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g
        .filter((severity) => counts[severity] > 0)
        .map((severity) => plural(counts[severity], severity))
        .join(", ");
}
function changedOf(changed, applications) {
    if (changed === 0)
        return applications === 1
            ? "the Application does not change"
            : `none of ${number(applications)} Applications changes`;
    return `${number(changed)} of ${plural(Math.max(changed, applications), "Application")} ${changed === 1 ? "changes" : "change"}`;
}
const kindOrder = ["removed", "changed", "added", "renamed", "moved"];
function changeCounts(changes) {
    return kindOrder
        .map((kind) => [kind, changes.filter((change) => change.kind === kind).length])
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${number(count)} ${kind}`)
        .join(", ");
}
function resourceName({ kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}
const signs = {
    added: "+",
    removed: "-",
    changed: "~",
    renamed: "~",
    moved: ">",
};
function changeNotes({ kind, previous, effects, fields }) {
    const from = kind === "moved" && previous?.application !== undefined ? [`moved from ${previous.application}`] : [];
    const was = previous?.resource === undefined ? [] : [`was ${previous.resource.name}`];
    const same = kind === "moved" && fields.length === 0 ? ["unchanged"] : [];
    return [...from, ...was, ...same, ...effects.map((effect) => effect.message)];
}
function duration(milliseconds) {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
function totalDuration({ stats }) {
    return stats.durations.total ?? Object.values(stats.durations).reduce((sum, phase) => sum + phase, 0);
}


/***/ }),

/***/ 4971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hv: () => (/* binding */ openSources),
/* harmony export */   Ke: () => (/* binding */ lockFile),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _gitops_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7021);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1729);



const lockFile = "manifests/charts.lock.yaml";
function lockOf(tree) {
    const bytes = tree.read(lockFile);
    if (bytes === undefined)
        return undefined;
    const read = (0,_gitops_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .readLock */ .mF)(new TextDecoder().decode(bytes));
    if ("lock" in read)
        return read.lock;
    const problems = read.problems.map(({ line, column, message }) => `${lockFile}:${line}:${column} ${message}`);
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_2__/* .SlipwayError */ .GQ("SLW-CONFIG", problems.join("\n"), { hint: "`slipway lock` writes the file anew." });
}
const environmentOf = ({ sources, env }) => sources ?? (0,_gitops_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .homeEnvironment */ .PC)(env, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)());
function openSources(tree, options, ports) {
    const { toolCacheDir, archives, credentials } = environmentOf(ports);
    return (0,_gitops_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .createSources */ .LH)({
        lock: lockOf(tree),
        toolCacheDir,
        archives,
        credentials,
        offline: options.offline,
        env: ports.env,
        signal: ports.signal,
        onProgress: (event) => ports.onProgress?.({ kind: "source", event }),
    });
}


/***/ }),

/***/ 4466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ renderSide)
});

// EXTERNAL MODULE: ./build/src/gitops/json.js
var gitops_json = __webpack_require__(5606);
;// CONCATENATED MODULE: ./build/src/gitops/argo-namespace.js

function argoNamespaceOf({ projects, applications, applicationSets }) {
    return mostUsed(projects) ?? mostUsed([...applications, ...applicationSets]) ?? "argocd";
}
function mostUsed(objects) {
    const counts = new Map();
    for (const { object } of objects) {
        const namespace = (0,gitops_json/* stringAt */.bX)(object, "metadata", "namespace");
        if (namespace)
            counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/gitops/schema-source.js
var schema_source = __webpack_require__(7589);
;// CONCATENATED MODULE: ./build/src/gitops/schema.js


const schema_text = schemas/* string */.YjP().optional();
const textMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional();
const metadataSchema = schemas/* looseObject */._H3({
    name: schema_text,
    namespace: schema_text,
    labels: textMap,
    annotations: textMap,
});
const destination = schemas/* looseObject */._H3({ server: schema_text, name: schema_text, namespace: schema_text });
const syncPolicy = schemas/* looseObject */._H3({
    syncOptions: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    managedNamespaceMetadata: schemas/* looseObject */._H3({ labels: textMap, annotations: textMap }).optional(),
});
const ignoreDifference = schemas/* looseObject */._H3({
    group: schema_text,
    kind: schemas/* string */.YjP(),
    name: schema_text,
    namespace: schema_text,
    jsonPointers: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    jqPathExpressions: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    managedFieldsManagers: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const hydrator = schemas/* looseObject */._H3({
    drySource: schema_source/* sourceSchema */.d,
    syncSource: schemas/* looseObject */._H3({ targetBranch: schemas/* string */.YjP(), path: schema_text, repoURL: schema_text }),
});
const applicationSpecSchema = schemas/* looseObject */._H3({
    project: schemas/* string */.YjP(),
    destination,
    source: schema_source/* sourceSchema */.d.optional(),
    sources: schemas/* array */.YOg(schema_source/* sourceSchema */.d).optional(),
    sourceHydrator: hydrator.optional(),
    syncPolicy: syncPolicy.optional(),
    ignoreDifferences: schemas/* array */.YOg(ignoreDifference).optional(),
});
const applicationSchema = schemas/* looseObject */._H3({ metadata: metadataSchema, spec: applicationSpecSchema });
const groupKind = schemas/* looseObject */._H3({ group: schemas/* string */.YjP(), kind: schemas/* string */.YjP() });
const projectSpecSchema = schemas/* looseObject */._H3({
    sourceRepos: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    sourceNamespaces: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    destinations: schemas/* array */.YOg(destination).optional(),
    clusterResourceWhitelist: schemas/* array */.YOg(groupKind.extend({ name: schema_text })).optional(),
    clusterResourceBlacklist: schemas/* array */.YOg(groupKind.extend({ name: schema_text })).optional(),
    namespaceResourceWhitelist: schemas/* array */.YOg(groupKind).optional(),
    namespaceResourceBlacklist: schemas/* array */.YOg(groupKind).optional(),
    signatureKeys: schemas/* array */.YOg(schemas/* looseObject */._H3({})).optional(),
});
const projectSchema = schemas/* looseObject */._H3({ metadata: metadataSchema, spec: projectSpecSchema });

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/schema.js



const applicationset_schema_text = schemas/* string */.YjP().optional();
const schema_textMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional();
const flag = schemas/* boolean */.zMY().optional();
const json = schemas/* custom */.IeY((value) => (0,gitops_json/* isJson */.Fh)(value), "not JSON data");
const jsonObject = schemas/* record */.g1P(schemas/* string */.YjP(), json).transform((value) => value);
const selectorSchema = schemas/* looseObject */._H3({
    matchLabels: schema_textMap,
    matchExpressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ key: schemas/* string */.YjP(), operator: schemas/* string */.YjP(), values: schemas/* array */.YOg(schemas/* string */.YjP()).optional() }))
        .optional(),
});
const pathRule = schemas/* looseObject */._H3({ path: schemas/* string */.YjP(), exclude: flag });
const template = jsonObject.optional();
const terminal = {
    selector: selectorSchema.optional(),
    list: schemas/* looseObject */._H3({ elements: schemas/* array */.YOg(json).optional(), elementsYaml: applicationset_schema_text, template }).optional(),
    git: schemas/* looseObject */._H3({
        repoURL: schemas/* string */.YjP(),
        revision: schemas/* string */.YjP(),
        directories: schemas/* array */.YOg(pathRule).optional(),
        files: schemas/* array */.YOg(pathRule).optional(),
        pathParamPrefix: applicationset_schema_text,
        values: schema_textMap,
        template,
    })
        .optional(),
    clusters: schemas/* looseObject */._H3({ selector: selectorSchema.optional(), values: schema_textMap, flatList: flag, template })
        .optional(),
    pullRequest: schemas/* looseObject */._H3({ values: schema_textMap, template }).optional(),
    scmProvider: schemas/* looseObject */._H3({}).optional(),
    clusterDecisionResource: schemas/* looseObject */._H3({}).optional(),
    plugin: schemas/* looseObject */._H3({}).optional(),
    oci: schemas/* looseObject */._H3({}).optional(),
};
const combined = (generators) => ({
    matrix: schemas/* looseObject */._H3({ generators, template }).optional(),
    merge: schemas/* looseObject */._H3({ generators, mergeKeys: schemas/* array */.YOg(schemas/* string */.YjP()), template }).optional(),
});
const terminalSchema = schemas/* looseObject */._H3(terminal);
const generatorSchema = schemas/* lazy */.RZV(() => schemas/* looseObject */._H3({ ...terminal, ...combined(schemas/* array */.YOg(generatorSchema)) }));
const applicationSetSpecSchema = schemas/* looseObject */._H3({
    generators: schemas/* array */.YOg(generatorSchema),
    template: jsonObject,
    templatePatch: applicationset_schema_text,
    goTemplate: flag,
    goTemplateOptions: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    strategy: schemas/* looseObject */._H3({ type: applicationset_schema_text }).optional(),
});
const applicationSetSchema = schemas/* looseObject */._H3({ metadata: metadataSchema, spec: applicationSetSpecSchema });

// EXTERNAL MODULE: ./build/src/gitops/yaml-positions.js
var yaml_positions = __webpack_require__(9366);
;// CONCATENATED MODULE: ./build/src/gitops/object-issues.js




const argoKinds = {
    Application: { schema: applicationSchema, rule: "gitops/invalid-application" },
    ApplicationSet: { schema: applicationSetSchema, rule: "gitops/invalid-applicationset" },
    AppProject: { schema: projectSchema, rule: "gitops/invalid-project" },
};
function isArgoKind(kind) {
    return kind !== undefined && Object.hasOwn(argoKinds, kind);
}
function objectIssues(kind, object) {
    const parsed = argoKinds[kind].schema.safeParse(object);
    const issues = parsed.success ? [] : schemaIssues(parsed.error);
    if (!(0,gitops_json/* stringAt */.bX)(object, "metadata", "name")) {
        issues.push({ path: ["metadata", "name"], message: "`metadata.name` is required" });
    }
    if (kind === "Application" && parsed.success)
        issues.push(...sourceIssues(applicationSchema.parse(object).spec));
    return issues;
}
function schemaIssues(error) {
    return error.issues.map((issue) => {
        const path = issue.path.map((segment) => (typeof segment === "symbol" ? String(segment) : segment));
        const field = `\`${(0,yaml_positions/* formatPath */.j)(path)}\``;
        if (issue.code !== "invalid_type")
            return { path, message: `${field} is not valid: ${issue.message}` };
        const missing = /received undefined/.test(issue.message);
        return { path, message: `${field} must be ${typeName(issue.expected)}${missing ? ", and it is missing" : ""}` };
    });
}
function typeName(type) {
    const name = type === "record" ? "object" : type === "array" ? "list" : type;
    return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
function sourceIssues(spec) {
    if (spec.sourceHydrator !== undefined)
        return [];
    const issues = [];
    const multiple = spec.sources !== undefined && spec.sources.length > 0;
    if (multiple && spec.source !== undefined) {
        const message = "`spec.source` is ignored because `spec.sources` is set";
        issues.push({ path: ["spec", "source"], message, severity: "warning" });
    }
    if (!multiple && spec.source === undefined) {
        issues.push({ path: ["spec"], message: "it has neither `spec.source` nor `spec.sources`" });
    }
    const sources = multiple ? spec.sources : spec.source === undefined ? [] : [spec.source];
    for (const [index, source] of (sources ?? []).entries()) {
        const path = multiple ? ["spec", "sources", index] : ["spec", "source"];
        const field = `\`${(0,yaml_positions/* formatPath */.j)(path)}\``;
        const located = [source.path, source.chart, multiple ? source.ref : undefined].some(Boolean);
        if (source.repoURL === "" || !located) {
            const choices = multiple ? "`path`, `chart` or `ref`" : "`path` or `chart`";
            issues.push({ path, message: `${field} needs \`repoURL\` and one of ${choices}` });
        }
        else if (source.chart && !source.targetRevision) {
            issues.push({ path, message: `${field} is a chart and needs \`targetRevision\`, its version` });
        }
    }
    return issues;
}

// EXTERNAL MODULE: ./build/src/gitops/yaml-read.js
var yaml_read = __webpack_require__(9147);
;// CONCATENATED MODULE: ./build/src/gitops/facts.js




const versionMention = /["']?apiVersion["']?\s*:\s*["']?argoproj\.io\/v1alpha1/;
const kindMention = /["']?kind["']?\s*:\s*["']?(?:Application|ApplicationSet|AppProject)["']?(?=[\s,}]|$)/;
const documentLimit = 2_000_000;
function applicationFacts(text) {
    const facts = { declared: [], problems: [] };
    if (!text.includes("argoproj.io/"))
        return facts;
    for (const document of (0,yaml_read/* splitDocuments */.ZF)(text)) {
        if (!versionMention.test(document.text) || !kindMention.test(document.text))
            continue;
        readDocument(document, facts);
    }
    return facts;
}
function readDocument(document, facts) {
    const unreadable = (why) => {
        const message = `This document looks like an Argo CD object but was not read: ${why}`;
        facts.problems.push({ rule: "gitops/unreadable-document", message, line: (0,yaml_read/* contentLine */.Yv)(document), column: 1 });
    };
    if (document.text.length > documentLimit)
        return unreadable(`it has more than ${documentLimit} characters`);
    try {
        const value = (0,yaml_read/* parseYaml */.hN)(document.text);
        if ((0,gitops_json/* isJson */.Fh)(value))
            visit(value, [], document, facts);
    }
    catch (error) {
        unreadable(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
}
function visit(value, at, document, facts) {
    if (!(0,gitops_json/* isObject */.Gv)(value))
        return;
    const kind = (0,gitops_json/* stringAt */.bX)(value, "kind");
    if (Array.isArray(value["items"]) && kind?.endsWith("List") === true) {
        for (const [index, item] of value["items"].entries())
            visit(item, [...at, "items", index], document, facts);
    }
    else if (value["apiVersion"] === "argoproj.io/v1alpha1" && isArgoKind(kind)) {
        const object = (0,gitops_json/* withoutNulls */.Le)(value);
        if ((0,gitops_json/* isObject */.Gv)(object))
            declare(kind, object, at, document, facts);
    }
}
function declare(kind, object, at, document, facts) {
    const issues = objectIssues(kind, object);
    const positions = issues.length > 0 || at.length > 0 ? new yaml_positions/* PositionedDocument */.e(document) : undefined;
    const name = (0,gitops_json/* stringAt */.bX)(object, "metadata", "name") ?? "without a name";
    for (const { path, message, severity } of issues) {
        facts.problems.push({
            rule: argoKinds[kind].rule,
            ...(severity && { severity }),
            message: `${kind} ${name}: ${message}`,
            ...(path.length > 0 && { path: (0,yaml_positions/* formatPath */.j)(path) }),
            ...(positions?.nearest([...at, ...path]).position ?? { line: (0,yaml_read/* contentLine */.Yv)(document), column: 1 }),
        });
    }
    facts.declared.push({
        kind,
        object,
        line: positions?.nearest(at).position.line ?? (0,yaml_read/* contentLine */.Yv)(document),
        valid: issues.every((issue) => issue.severity === "warning"),
    });
}

// EXTERNAL MODULE: ./build/src/model/rule.js
var rule = __webpack_require__(8073);
// EXTERNAL MODULE: ./build/src/gitops/rules.js
var rules = __webpack_require__(6553);
;// CONCATENATED MODULE: ./build/src/gitops/finding.js


const finding = (0,rule/* findingsOf */.W)(rules/* gitopsRules */.G);

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/gitops/kustomization-facts.js


const pathLists = [
    "resources",
    "bases",
    "components",
    "crds",
    "configurations",
    "generators",
    "transformers",
    "validators",
    "patchesStrategicMerge",
];
const pathFields = {
    patches: ["path"],
    patchesJson6902: ["path"],
    replacements: ["path"],
    configMapGenerator: ["files", "env", "envs"],
    secretGenerator: ["files", "env", "envs"],
    helmCharts: ["valuesFile", "additionalValuesFiles"],
};
function kustomizationFacts(text) {
    let value;
    try {
        value = (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch {
        value = undefined;
    }
    if (!(0,gitops_json/* isObject */.Gv)(value))
        return { component: false, references: [] };
    const references = [];
    const add = (item) => {
        if (Array.isArray(item))
            item.forEach(add);
        else if (typeof item === "string" && isLocal(item))
            references.push(item.replace(/^[^=/]+=/, ""));
    };
    for (const list of pathLists)
        add(value[list]);
    for (const [list, fields] of Object.entries(pathFields)) {
        const items = value[list];
        if (Array.isArray(items))
            for (const item of items)
                if ((0,gitops_json/* isObject */.Gv)(item))
                    for (const field of fields)
                        add(item[field]);
    }
    if ((0,gitops_json/* isObject */.Gv)(value["openapi"]))
        add(value["openapi"]["path"]);
    return { component: value["kind"] === "Component", references };
}
function isLocal(reference) {
    return (!reference.includes("\n") && !/^[a-z+]+:\/\/|^git@|\?ref=/.test(reference) && !reference.trimStart().startsWith("{"));
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/names.js
function normalizeName(name) {
    return name
        .toLowerCase()
        .replace(/[^-a-z0-9.]/gsu, "-")
        .slice(0, 253)
        .replace(/^[-.]+|[-.]+$/g, "");
}
const slugLimit = 50;
function branchSlug(branch) {
    const plain = branch
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replaceAll("ß", "ss")
        .replaceAll("_", "-")
        .replaceAll("&", " and ")
        .replaceAll("@", " at ");
    const slug = plain
        .toLowerCase()
        .replace(/[^a-z0-9-]/g, "-")
        .replace(/-+/g, "-")
        .replace(/^-|-$/g, "");
    if (slug.length <= slugLimit)
        return slug;
    const cut = slug.slice(0, slugLimit);
    if (slug.charAt(slugLimit) === "-")
        return cut;
    const dash = cut.lastIndexOf("-");
    return dash > 0 ? cut.slice(0, dash) : cut;
}
function baseName(path) {
    const clean = path.replace(/\/+$/, "");
    if (clean === "")
        return path === "" ? "." : "/";
    return clean.slice(clean.lastIndexOf("/") + 1);
}
function directoryName(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash) || "/";
}

// EXTERNAL MODULE: ./build/src/gitops/source-type.js
var source_type = __webpack_require__(6958);
;// CONCATENATED MODULE: ./build/src/gitops/layout.js






const rememberNothing = (_kind, _id, make) => make();
function readLayout(tree, ignore, remember = rememberNothing) {
    const documents = [];
    const kustomizations = new Map();
    const chartFolders = [];
    for (const file of tree.files()) {
        if (ignore(file))
            continue;
        const name = file.slice(file.lastIndexOf("/") + 1);
        const directory = layout_parent(file);
        if (name === "Chart.yaml")
            chartFolders.push(directory);
        if (source_type/* kustomizationNames */.KF.some((known) => known === name)) {
            const facts = remember("kustomization", tree.lookup(file)?.id ?? file, () => kustomizationFacts(textOf(tree, file)));
            kustomizations.set(directory, { ...facts, directory, file });
        }
        else if (/\.(?:ya?ml|json)$/.test(name)) {
            documents.push(file);
        }
    }
    const folders = new Set(chartFolders);
    const outer = chartFolders.filter((folder) => ![...ancestors(folder)].some((above) => folders.has(above)));
    const charts = new Map(outer.map((directory) => [directory, { directory, library: isLibrary(tree, directory) }]));
    const chartAround = (path) => [path, ...ancestors(path)].find((above) => charts.has(above));
    const referenced = new Set();
    for (const { directory, references } of kustomizations.values()) {
        for (const reference of references)
            referenced.add(resolve(directory, reference));
    }
    const closureOf = closures(kustomizations);
    return {
        documents,
        kustomizations,
        charts,
        roots: [...kustomizations.values()]
            .filter(({ component, directory }) => !component && !referenced.has(directory) && chartAround(directory) === undefined)
            .map(({ directory }) => directory)
            .sort(),
        closureOf,
        owned: new Set([...kustomizations.keys()].flatMap((directory) => [...closureOf(directory)])),
        chartAround,
    };
}
function closures(kustomizations) {
    const known = new Map();
    return (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const files = new Set();
        const visited = new Set();
        const pending = [directory];
        for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
            const kustomization = kustomizations.get(at);
            if (kustomization === undefined || visited.has(at))
                continue;
            visited.add(at);
            files.add(kustomization.file);
            for (const reference of kustomization.references) {
                const path = resolve(at, reference);
                if (kustomizations.has(path))
                    pending.push(path);
                else
                    files.add(path);
            }
        }
        known.set(directory, files);
        return files;
    };
}
function resolve(directory, reference) {
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(directory, reference)).replace(/\/$/, "");
    return path === "." ? "" : path;
}
function layout_parent(file) {
    const directory = directoryName(file);
    return directory === "." ? "" : directory;
}
function* ancestors(path) {
    for (let at = path; at !== "";) {
        at = at.includes("/") ? layout_parent(at) : "";
        yield at;
    }
}
function textOf(tree, file) {
    const content = tree.read(file);
    return content === undefined ? "" : new TextDecoder().decode(content);
}
function isLibrary(tree, directory) {
    try {
        const chart = (0,yaml_read/* parseYaml */.hN)(textOf(tree, directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`));
        return (0,gitops_json/* isObject */.Gv)(chart) && chart["type"] === "library";
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/discover.js



const nothing = { declared: [], problems: [] };
const mention = Buffer.from("argoproj.io/");
function discover(tree, layout = readLayout(tree, () => false), remember = rememberNothing) {
    const found = { applications: [], applicationSets: [], projects: [], findings: [] };
    const lists = { Application: found.applications, ApplicationSet: found.applicationSets, AppProject: found.projects };
    for (const file of layout.documents) {
        if (isChartTemplate(file, layout))
            continue;
        const facts = factsOf(tree, file, remember);
        for (const declared of facts.declared)
            if (declared.valid)
                lists[declared.kind].push({ ...declared, file });
        for (const { rule, message, severity, path, line, column } of facts.problems) {
            const rest = { ...(severity && { severity }), ...(path !== undefined && { path }) };
            found.findings.push(finding(rule, message, { ...rest, at: [{ file, line, column }] }));
        }
    }
    return found;
}
function factsOf(tree, file, remember) {
    return remember("applications", tree.lookup(file)?.id ?? file, () => {
        const content = tree.read(file);
        if (content === undefined ||
            Buffer.from(content.buffer, content.byteOffset, content.byteLength).indexOf(mention) < 0) {
            return nothing;
        }
        return applicationFacts(new TextDecoder().decode(content));
    });
}
function isChartTemplate(file, layout) {
    const chart = layout.chartAround(file);
    return chart !== undefined && /(?:^|\/)templates\//.test(file.slice(chart.length));
}

;// CONCATENATED MODULE: ./build/src/gitops/application.js


function readApplication(manifest, at) {
    const object = (0,gitops_json/* withoutNulls */.Le)(manifest);
    const { metadata, spec } = applicationSchema.parse(object);
    return {
        name: metadata.name ?? "",
        namespace: metadata.namespace ?? "",
        annotations: metadata.annotations ?? {},
        spec,
        object: (0,gitops_json/* isObject */.Gv)(object) ? object : {},
        at,
    };
}
function sourcesOf(spec) {
    if (spec.sourceHydrator !== undefined)
        return [spec.sourceHydrator.drySource];
    if (spec.sources !== undefined && spec.sources.length > 0)
        return spec.sources;
    return spec.source === undefined ? [] : [spec.source];
}
function hasMultipleSources(spec) {
    return spec.sourceHydrator === undefined && (spec.sources?.length ?? 0) > 0;
}
function describeSource(source) {
    const revision = source.targetRevision ? `@${source.targetRevision}` : "";
    if (source.chart)
        return `${source.repoURL} ${source.chart}${revision}`;
    return `${source.repoURL}${source.path ? ` ${source.path}` : ""}${revision}`;
}
function waveOf(object) {
    for (const key of ["argocd.argoproj.io/sync-wave", "helm.sh/hook-weight"]) {
        const text = (0,gitops_json/* stringAt */.bX)(object, "metadata", "annotations", key);
        if (text !== undefined && /^[+-]?\d+$/.test(text))
            return Number(text);
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/fasttemplate.js
function renderClassic(text, parameters) {
    if (!/\{\{.*\}\}/.test(text))
        return text;
    let out = "";
    let at = 0;
    for (;;) {
        const open = text.indexOf("{{", at);
        if (open < 0)
            return out + text.slice(at);
        const close = text.indexOf("}}", open + 2);
        if (close < 0)
            throw new Error(`Cannot find end tag="}}" in the template=${JSON.stringify(text)} starting from ${open + 2}`);
        const tag = text.slice(open + 2, close);
        const name = tag.trim();
        const value = name !== "" && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        out += text.slice(at, open) + (typeof value === "string" ? value : `{{${tag}}}`);
        at = close + 2;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/context.js

class UnknownGenerator extends Error {
    generator;
    constructor(generator, why) {
        super(why);
        this.generator = generator;
    }
}
function templatingOf(spec) {
    let missingKey = "default";
    for (const option of spec.goTemplateOptions ?? []) {
        const value = /^missingkey=(default|invalid|zero|error)$/.exec(option)?.[1];
        if (value === undefined)
            throw new Error(`unrecognized goTemplateOptions entry ${JSON.stringify(option)}`);
        if (value === "default" || value === "invalid" || value === "zero" || value === "error")
            missingKey = value;
    }
    return { goTemplate: spec.goTemplate === true, missingKey };
}
async function renderTexts(texts, parameters, context, missingKey = context.missingKey) {
    if (!context.goTemplate)
        return texts.map((text) => renderClassic(text, parameters));
    const templated = texts.map((text, index) => ({ text, index })).filter(({ text }) => text.includes("{{"));
    if (templated.length === 0)
        return [...texts];
    const answers = await context.render(templated.map(({ text }) => ({ template: text, data: parameters, missingKey })));
    const rendered = [...texts];
    for (const [at, { index }] of templated.entries()) {
        const answer = answers[at];
        if (answer === undefined || "error" in answer)
            throw new Error(answer?.error ?? "the template engine did not answer");
        rendered[index] = answer.text;
    }
    return rendered;
}
async function withValues(parameters, values, context) {
    const keys = Object.keys(values ?? {});
    if (values === undefined || keys.length === 0)
        return parameters;
    const rendered = await renderTexts(keys.map((key) => values[key] ?? ""), parameters, context);
    const pairs = keys.map((key, index) => [key, rendered[index] ?? ""]);
    return context.goTemplate
        ? { ...parameters, values: Object.fromEntries(pairs) }
        : { ...parameters, ...Object.fromEntries(pairs.map(([key, value]) => [`values.${key}`, value])) };
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/deep-replace.js


async function deepReplace(value, parameters, context) {
    const texts = [];
    const collect = (text) => texts.push(text) - 1;
    const plan = walk(value, collect);
    const rendered = await renderTexts(texts, parameters, context);
    return plan((index) => rendered[index] ?? "");
}
function walk(value, collect) {
    if (typeof value === "string") {
        const index = collect(value);
        return (textOf) => textOf(index);
    }
    if (Array.isArray(value)) {
        const items = value.map((item) => walk(item, collect));
        return (textOf) => items.map((item) => item(textOf));
    }
    if (!(0,gitops_json/* isObject */.Gv)(value))
        return () => value;
    const entries = Object.entries(value).map(([key, item]) => ({ key: collect(key), item: walk(item, collect) }));
    return (textOf) => {
        const out = {};
        for (const { key, item } of entries)
            out[textOf(key)] = item(textOf);
        return out;
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/selector.js
function selects(selector, labels) {
    if (selector === undefined)
        return true;
    const exact = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => labels[key] === value);
    const sets = (selector.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
        checkValues(operator, values);
        const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
        if (operator === "Exists")
            return value !== undefined;
        if (operator === "DoesNotExist")
            return value === undefined;
        const listed = value !== undefined && values.includes(value);
        return operator === "In" ? listed : !listed;
    });
    return [...exact, ...sets].every(Boolean);
}
function checkValues(operator, values) {
    const needsValues = operator === "In" || operator === "NotIn";
    if (!needsValues && operator !== "Exists" && operator !== "DoesNotExist") {
        throw new Error(`"${operator}" is not a valid selector operator; use In, NotIn, Exists or DoesNotExist`);
    }
    if (needsValues === (values.length === 0)) {
        throw new Error(`operator ${operator} ${needsValues ? "needs" : "must not have"} values`);
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/clusters.js



const inCluster = { name: "in-cluster", server: "https://kubernetes.default.svc" };
const privateAnnotations = new Set([
    "argocd.argoproj.io/refresh",
    "argocd.argoproj.io/refresh-timestamp",
    "argocd.argoproj.io/hydrate",
    "argocd.argoproj.io/hydrate-timestamp",
    "argocd.argoproj.io/tracking-id",
    "argocd.argoproj.io/installation-id",
    "kubectl.kubernetes.io/last-applied-configuration",
]);
async function clusterParameters(generator, context) {
    const { matchLabels = {}, matchExpressions = [] } = generator.selector ?? {};
    const selective = Object.keys(matchLabels).length > 0 || matchExpressions.length > 0;
    const declared = context.clusters.filter((cluster) => cluster.server !== inCluster.server || cluster.labels !== undefined);
    const chosen = declared
        .filter((cluster) => selects(generator.selector, { ...cluster.labels, "argocd.argoproj.io/secret-type": "cluster" }))
        .map((cluster) => parametersOf(cluster, context.goTemplate));
    if (!selective && !declared.some((cluster) => cluster.server === inCluster.server)) {
        chosen.push({ ...inCluster, nameNormalized: inCluster.name, project: "" });
    }
    const out = [];
    for (const parameters of chosen)
        out.push(await withValues(parameters, generator.values, context));
    return generator.flatList === true ? [{ clusters: out }] : out;
}
function parametersOf(cluster, goTemplate) {
    const base = {
        name: cluster.name,
        nameNormalized: normalizeName(cluster.name),
        server: cluster.server,
        project: cluster.project ?? "",
    };
    const labels = Object.entries(cluster.labels ?? {});
    const annotations = Object.entries(cluster.annotations ?? {}).filter(([key]) => !privateAnnotations.has(key));
    if (goTemplate) {
        const metadata = {
            ...(cluster.annotations && { annotations: Object.fromEntries(annotations) }),
            ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
        };
        return { ...base, metadata };
    }
    return {
        ...base,
        ...Object.fromEntries(annotations.map(([key, value]) => [`metadata.annotations.${key}`, value])),
        ...Object.fromEntries(labels.map(([key, value]) => [`metadata.labels.${key}`, value])),
    };
}

// EXTERNAL MODULE: ./build/src/gitops/glob.js + 1 modules
var glob = __webpack_require__(9357);
;// CONCATENATED MODULE: ./build/src/gitops/applicationset/parameters.js

function flatten(value, prefix = "", out = {}) {
    const entries = Array.isArray(value)
        ? value.map((item, index) => [String(index), item])
        : (0,gitops_json/* isObject */.Gv)(value)
            ? Object.entries(value)
            : [];
    for (const [key, item] of entries) {
        const name = prefix === "" ? key : `${prefix}.${key}`;
        if ((0,gitops_json/* isObject */.Gv)(item) || Array.isArray(item))
            flatten(item, name, out);
        else
            out[name] = item;
    }
    return out;
}
function printed(value) {
    if (value === null || value === undefined)
        return "<nil>";
    if (typeof value === "number")
        return printedNumber(value);
    if (Array.isArray(value))
        return `[${value.map(printed).join(" ")}]`;
    if ((0,gitops_json/* isObject */.Gv)(value)) {
        const keys = Object.keys(value).sort();
        return `map[${keys.map((key) => `${key}:${printed(value[key])}`).join(" ")}]`;
    }
    return String(value);
}
function printedNumber(value) {
    const size = Math.abs(value);
    const text = value !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential() : String(value);
    return text.replace(/e([+-])(\d)$/, "e$10$2");
}
function flattenToText(value) {
    return Object.fromEntries(Object.entries(flatten(value)).map(([key, item]) => [key, printed(item)]));
}
function mergeDeep(base, override) {
    const out = { ...base };
    for (const [key, value] of Object.entries(override)) {
        const current = out[key];
        if ((0,gitops_json/* isObject */.Gv)(current) && (0,gitops_json/* isObject */.Gv)(value))
            out[key] = mergeDeep(current, value);
        else if (!isEmpty(value) || !(key in out))
            out[key] = value;
    }
    return out;
}
function isEmpty(value) {
    if (value === undefined || value === null || value === "" || value === 0 || value === false)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,gitops_json/* isObject */.Gv)(value) && Object.keys(value).length === 0;
}
function fillFrom(base, filler) {
    const out = { ...base };
    for (const [key, value] of Object.entries(filler)) {
        const current = out[key];
        if ((0,gitops_json/* isObject */.Gv)(current) && (0,gitops_json/* isObject */.Gv)(value))
            out[key] = fillFrom(current, value);
        else if (isEmpty(current))
            out[key] = value;
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/git.js






async function gitParameters(git, context) {
    const tree = await context.treeOf(git.repoURL, git.revision);
    if ("unavailable" in tree)
        throw new UnknownGenerator("git", `${git.repoURL} is not available: ${tree.unavailable}`);
    const found = git.directories !== undefined && git.directories.length > 0
        ? matching(directoriesOf(tree), git.directories, glob/* matchesPath */.$h).map((path) => pathParameters(path, git, context.goTemplate))
        : git.files !== undefined && git.files.length > 0
            ? matching([...tree.files()].sort(), git.files, glob/* matchesPathspec */.e5).flatMap((path) => fileParameters(tree, path, git, context))
            : undefined;
    if (found === undefined)
        throw new Error("the git generator has neither `directories` nor `files`");
    const out = [];
    for (const parameters of found)
        out.push(await withValues(parameters, git.values, context));
    return out;
}
function directoriesOf(tree) {
    const found = new Set();
    for (const file of tree.files()) {
        const segments = file.split("/").slice(0, -1);
        for (let depth = 1; depth <= segments.length; depth += 1) {
            if (segments[depth - 1]?.startsWith(".") === true)
                break;
            found.add(segments.slice(0, depth).join("/"));
        }
    }
    return [...found].sort();
}
function matching(paths, rules, matches) {
    const hit = (path, excluding) => rules.some((rule) => (rule.exclude === true) === excluding && matches(rule.path, path));
    return paths.filter((path) => hit(path, false) && !hit(path, true));
}
function pathParameters(path, git, goTemplate, file) {
    const own = { basename: baseName(path), basenameNormalized: normalizeName(baseName(path)) };
    if (file !== undefined) {
        own["filename"] = baseName(file);
        own["filenameNormalized"] = normalizeName(baseName(file));
    }
    const prefix = git.pathParamPrefix ?? "";
    if (goTemplate) {
        const nested = { path: { path, ...own, segments: path.split("/") } };
        return prefix === "" ? nested : { [prefix]: nested };
    }
    const name = prefix === "" ? "path" : `${prefix}.path`;
    const segments = path.split("/").map((segment, index) => [`${name}[${index}]`, segment]);
    return {
        [name]: path,
        ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${name}.${key}`, value])),
        ...Object.fromEntries(segments.filter(([, segment]) => segment !== "")),
    };
}
function fileParameters(tree, path, git, { goTemplate }) {
    const content = tree.read(path);
    const value = parseFile(path, content === undefined ? "" : new TextDecoder().decode(content));
    const objects = Array.isArray(value) ? value : [value ?? {}];
    return objects.map((object) => {
        if (!(0,gitops_json/* isObject */.Gv)(object))
            throw new Error(`${path} is neither an object nor a list of objects`);
        const parameters = goTemplate ? object : flattenToText(object);
        return { ...parameters, ...pathParameters(directoryName(path), git, goTemplate, path) };
    });
}
function parseFile(path, text) {
    try {
        return (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch (error) {
        throw new Error(`${path} is not readable as YAML or JSON`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/list.js


function listParameters(list, { goTemplate }) {
    const elements = (list.elements ?? []).map((element, index) => {
        if (!(0,gitops_json/* isObject */.Gv)(element))
            throw new Error(`element ${index} of the list is not an object`);
        return goTemplate ? element : classicElement(element, index);
    });
    if (!list.elementsYaml)
        return elements;
    const more = (0,yaml_read/* parseYaml */.hN)(list.elementsYaml);
    if (!Array.isArray(more) || !more.every(gitops_json/* isObject */.Gv))
        throw new Error("`elementsYaml` is not a list of objects");
    return [...elements, ...more];
}
function classicElement(element, index) {
    const out = {};
    const put = (name, value) => {
        if (typeof value !== "string")
            throw new Error(`\`${name}\` of element ${index} is not a string, which only goTemplate accepts`);
        out[name] = value;
    };
    for (const [key, value] of Object.entries(element)) {
        if (key !== "values")
            put(key, value);
        else if ((0,gitops_json/* isObject */.Gv)(value))
            for (const [name, inner] of Object.entries(value))
                put(`values.${name}`, inner);
        else
            throw new Error(`\`values\` of element ${index} is not a map`);
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/matrix.js


async function matrixParameters(matrix, context, childParameters) {
    const [first, second, ...rest] = matrix.generators;
    if (first === undefined || second === undefined || rest.length > 0) {
        throw new Error(`the matrix generator takes exactly two generators and has ${matrix.generators.length}`);
    }
    const out = [];
    for (const outer of await childParameters(first, {})) {
        for (const inner of await childParameters(second, outer)) {
            out.push(context.goTemplate ? mergeDeep(mergeDeep({}, inner), outer) : combineTexts(outer, inner));
        }
    }
    return out;
}
function combineTexts(outer, inner) {
    const out = {};
    for (const [key, value] of [...Object.entries(outer), ...Object.entries(inner)]) {
        const text = printed(value);
        if (Object.hasOwn(out, key) && out[key] !== text) {
            throw new Error(`both generators of the matrix set \`${key}\`, to ${(0,gitops_json/* stableJson */._Y)(out[key])} and ${(0,gitops_json/* stableJson */._Y)(text)}`);
        }
        out[key] = text;
    }
    return out;
}
async function mergeParameters(merge, context, childParameters) {
    if (merge.generators.length < 2)
        throw new Error("the merge generator needs at least two generators");
    if (merge.mergeKeys.length === 0)
        throw new Error("the merge generator needs at least one of `mergeKeys`");
    const [base, ...overrides] = await Promise.all(merge.generators.map(async (generator) => byMergeKey(await childParameters(generator, {}), merge.mergeKeys)));
    const merged = base ?? new Map();
    for (const override of overrides) {
        for (const [key, parameters] of merged) {
            const own = override.get(key);
            if (own === undefined)
                continue;
            merged.set(key, context.goTemplate ? mergeDeep(parameters, own) : { ...parameters, ...own });
        }
    }
    return [...merged.values()];
}
function byMergeKey(sets, mergeKeys) {
    const out = new Map();
    for (const parameters of sets) {
        const key = (0,gitops_json/* stableJson */._Y)(Object.fromEntries(mergeKeys.map((name) => [name, parameters[name] ?? null])));
        if (out.has(key))
            throw new Error(`a generator inside merge has the merge key ${key} twice`);
        out.set(key, parameters);
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/pull-requests.js


async function pullRequestParameters(generator, context) {
    if (context.pullRequests.length === 0) {
        throw new UnknownGenerator("pullRequest", "open pull requests are known to the forge only, and no sample is given");
    }
    const out = [];
    for (const sample of context.pullRequests) {
        out.push(await withValues(pull_requests_parametersOf(sample, context.goTemplate), generator.values, context));
    }
    return out;
}
function pull_requests_parametersOf(sample, goTemplate) {
    return {
        number: String(sample.number),
        title: sample.title,
        branch: sample.branch,
        branch_slug: branchSlug(sample.branch),
        target_branch: sample.targetBranch,
        target_branch_slug: branchSlug(sample.targetBranch),
        head_sha: sample.headSha,
        head_short_sha: sample.headSha.slice(0, 8),
        head_short_sha_7: sample.headSha.slice(0, 7),
        author: sample.author,
        ...(goTemplate && { labels: [...(sample.labels ?? [])] }),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/generators.js











const kinds = [
    "list",
    "clusters",
    "git",
    "scmProvider",
    "clusterDecisionResource",
    "pullRequest",
    "plugin",
    "oci",
    "matrix",
    "merge",
];
const depthLimit = 3;
async function generate(generator, template, context) {
    const present = kinds.filter((kind) => generator[kind] !== undefined);
    if (present.length === 0)
        throw new Error("an entry of `generators` names no generator that Argo CD has");
    const out = [];
    for (const kind of present) {
        const own = generator[kind];
        const ownTemplate = (0,gitops_json/* isObject */.Gv)(own) && (0,gitops_json/* isObject */.Gv)(own["template"]) && (0,gitops_json/* isJson */.Fh)(own["template"]) ? own["template"] : {};
        const found = await generators_parametersOf(kind, generator, context, 1);
        out.push({
            parameters: found.filter((parameters) => selects(generator.selector, flattenToText(parameters))),
            template: fillFrom(ownTemplate, template),
        });
    }
    return out;
}
async function generators_parametersOf(kind, generator, context, depth) {
    const child = (inner, outer) => childParameters(inner, outer, context, depth + 1);
    if (kind === "list" && generator.list)
        return listParameters(generator.list, context);
    if (kind === "git" && generator.git)
        return gitParameters(generator.git, context);
    if (kind === "clusters" && generator.clusters)
        return clusterParameters(generator.clusters, context);
    if (kind === "pullRequest" && generator.pullRequest)
        return pullRequestParameters(generator.pullRequest, context);
    if (kind === "matrix" && generator.matrix)
        return matrixParameters(generator.matrix, context, child);
    if (kind === "merge" && generator.merge)
        return mergeParameters(generator.merge, context, child);
    throw new UnknownGenerator(kind, "its result is known to a live system only");
}
async function childParameters(generator, outer, context, depth) {
    if (depth > depthLimit)
        throw new Error("matrix and merge generators nest at most twice");
    const rendered = Object.keys(outer).length === 0 ? generator : await interpolate(generator, outer, context);
    const present = kinds.filter((kind) => rendered[kind] !== undefined);
    const [kind] = present;
    if (kind === undefined)
        throw new Error("a nested generator names no generator that Argo CD has");
    if (present.length > 1)
        throw new Error(`a nested entry holds more than one generator: ${present.join(", ")}`);
    const found = await generators_parametersOf(kind, rendered, context, depth);
    return found.filter((parameters) => selects(generator.selector, flattenToText(parameters)));
}
async function interpolate(generator, outer, context) {
    const { own, values } = splitValues(generator);
    const rendered = await deepReplace(own, outer, context);
    if (!(0,gitops_json/* isObject */.Gv)(rendered))
        throw new Error("the nested generator is not an object");
    for (const [kind, texts] of Object.entries(values)) {
        const target = rendered[kind];
        if (!(0,gitops_json/* isObject */.Gv)(target))
            continue;
        const resolved = {};
        for (const [key, text] of Object.entries(texts))
            resolved[key] = await early(text, outer, context);
        target["values"] = resolved;
    }
    return generatorSchema.parse(rendered);
}
function splitValues(generator) {
    const own = {};
    const values = {};
    for (const [kind, options] of Object.entries(generator)) {
        if (!(0,gitops_json/* isJson */.Fh)(options) || kind === "selector")
            continue;
        const inner = (0,gitops_json/* isObject */.Gv)(options) ? options["values"] : undefined;
        if ((0,gitops_json/* isObject */.Gv)(options) && (0,gitops_json/* isObject */.Gv)(inner)) {
            const { values: _taken, ...rest } = options;
            own[kind] = rest;
            values[kind] = Object.fromEntries(Object.entries(inner).filter((pair) => typeof pair[1] === "string"));
        }
        else {
            own[kind] = options;
        }
    }
    return { own, values };
}
async function early(text, outer, context) {
    try {
        return String(await deepReplace(text, outer, { ...context, missingKey: "error" }));
    }
    catch (error) {
        if (error instanceof Error && /map has no entry for key|can't evaluate field/.test(error.message))
            return text;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/template-patch.js


function applyTemplatePatch(application, patchText) {
    const patch = (0,yaml_read/* parseYaml */.hN)(patchText);
    if (patch === undefined || patch === null)
        return application;
    if (!(0,gitops_json/* isObject */.Gv)(patch) || !(0,gitops_json/* isJson */.Fh)(patch))
        throw new Error("`templatePatch` does not render to a YAML object");
    const patched = merge(application, patch);
    const project = (0,gitops_json/* isObject */.Gv)(application["spec"]) ? application["spec"]["project"] : undefined;
    const spec = patched["spec"];
    if ((0,gitops_json/* isObject */.Gv)(spec) && project !== undefined)
        spec["project"] = project;
    return patched;
}
function merge(base, patch) {
    if (patch["$patch"] === "replace")
        return clean(patch);
    const out = { ...base };
    for (const [key, value] of Object.entries(patch)) {
        if (key === "$patch" || key === "$retainKeys")
            continue;
        if (value === null || ((0,gitops_json/* isObject */.Gv)(value) && value["$patch"] === "delete"))
            delete out[key];
        else
            out[key] = (0,gitops_json/* isObject */.Gv)(value) ? merge(objectOr(out[key]), value) : value;
    }
    return out;
}
function objectOr(value) {
    return (0,gitops_json/* isObject */.Gv)(value) ? value : {};
}
function clean(value) {
    return Object.fromEntries(Object.entries(value).filter(([key, item]) => key !== "$patch" && item !== null));
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/applications.js






const applicationsPerSetLimit = 2000;
async function generateApplications(object, world) {
    const { metadata, spec } = applicationSetSchema.parse(object);
    const out = { applications: [], problems: [] };
    let context;
    try {
        context = { ...world, ...templatingOf(spec) };
    }
    catch (error) {
        return { ...out, problems: [problem(error, 0)] };
    }
    for (const [index, generator] of spec.generators.entries()) {
        try {
            for (const { parameters, template } of await generate(generator, spec.template, context)) {
                for (const one of parameters) {
                    if (out.applications.length >= applicationsPerSetLimit) {
                        throw new Error(`it makes more than ${applicationsPerSetLimit} Applications; the rest is left out`);
                    }
                    await addApplication({ spec, template, parameters: one, generator: index, namespace: metadata.namespace }, context, out);
                }
            }
        }
        catch (error) {
            out.problems.push(problem(error, index));
        }
    }
    return out;
}
async function addApplication(draft, context, out) {
    try {
        const object = await instantiate(draft, context);
        const name = (0,gitops_json/* stringAt */.bX)(object, "metadata", "name");
        if (!name)
            throw new Error("an Application it generates has no `metadata.name`");
        if (out.applications.some((other) => (0,gitops_json/* stringAt */.bX)(other.object, "metadata", "name") === name)) {
            const message = `it generates ${name} more than once; Argo CD refuses the second, made from ${(0,gitops_json/* stableJson */._Y)(draft.parameters)}`;
            out.problems.push({ kind: "duplicate", message, generator: draft.generator });
            return;
        }
        out.applications.push({ object, generator: draft.generator, parameters: draft.parameters });
    }
    catch (error) {
        out.problems.push(problem(error, draft.generator));
    }
}
async function instantiate(draft, context) {
    const { parameters, spec, template } = draft;
    const base = { metadata: (0,gitops_json/* objectAt */.lJ)(template, "metadata") ?? {}, spec: (0,gitops_json/* objectAt */.lJ)(template, "spec") ?? {} };
    const untouched = Object.keys(parameters).length === 0;
    const rendered = untouched ? base : await deepReplace(base, parameters, context);
    if (!(0,gitops_json/* isObject */.Gv)(rendered))
        throw new Error("the template is not an object");
    let patched = rendered;
    if (spec.templatePatch !== undefined) {
        const [patch] = await renderTexts([spec.templatePatch], parameters, context);
        patched = applyTemplatePatch(rendered, patch ?? "");
    }
    const { namespace: _ignored, ...metadata } = (0,gitops_json/* objectAt */.lJ)(patched, "metadata") ?? {};
    const home = draft.namespace === undefined ? {} : { namespace: draft.namespace };
    return {
        apiVersion: "argoproj.io/v1alpha1",
        kind: "Application",
        metadata: { ...metadata, ...home },
        spec: patched["spec"] ?? {},
    };
}
function problem(error, generator) {
    if (error instanceof UnknownGenerator) {
        return {
            kind: "unknown",
            message: `its ${error.generator} generator cannot be run here: ${error.message}`,
            generator,
        };
    }
    return { kind: "failed", message: error instanceof Error ? error.message : String(error), generator };
}

;// CONCATENATED MODULE: ./build/src/gitops/unit.js

function identityOf(unit) {
    return `${unit.kind} ${unit.namespace}/${unit.name}`;
}
function sameSpec(a, b) {
    return (0,gitops_json/* stableJson */._Y)(a.application.spec) === (0,gitops_json/* stableJson */._Y)(b.application.spec);
}
function* lineage(unit) {
    for (let at = unit; at !== undefined; at = at.parent)
        yield at;
}
function isBareChart({ kind, application }) {
    return kind === "implicit" && application.spec.source?.helm !== undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/children.js








async function offspring(produced, context) {
    const found = { units: [], projects: [], findings: [] };
    for (const { manifest, at } of produced) {
        const kind = (0,gitops_json/* stringAt */.bX)(manifest, "kind");
        if (manifest["apiVersion"] !== "argoproj.io/v1alpha1" || !isArgoKind(kind))
            continue;
        const object = (0,gitops_json/* withoutNulls */.Le)(manifest);
        if (!(0,gitops_json/* isObject */.Gv)(object))
            continue;
        const issues = objectIssues(kind, object);
        for (const issue of issues) {
            const name = (0,gitops_json/* stringAt */.bX)(object, "metadata", "name") ?? "without a name";
            const severity = issue.severity ?? (context.parent && isBareChart(context.parent) ? "warning" : undefined);
            const rest = { path: (0,yaml_positions/* formatPath */.j)(issue.path), at, ...(severity && { severity }) };
            found.findings.push(finding(argoKinds[kind].rule, `${kind} ${name}: ${issue.message}`, rest));
        }
        if (issues.some((issue) => issue.severity === undefined))
            continue;
        if (kind === "Application")
            found.units.push(unitOf(object, at, context));
        else if (kind === "ApplicationSet")
            await addGenerated(object, at, context, found);
        else
            found.projects.push(projectOf(object, context));
    }
    return found;
}
function projectOf(object, { namespace }) {
    const { metadata, spec } = projectSchema.parse(object);
    return { project: { name: metadata.name ?? "", spec }, namespace: metadata.namespace ?? namespace };
}
function unitOf(object, at, { namespace, parent }) {
    const application = readApplication(object, at);
    return {
        kind: "Application",
        name: application.name,
        namespace: application.namespace || namespace,
        application,
        ...(parent && { parent }),
        depth: (parent?.depth ?? -1) + 1,
        at,
    };
}
const problemRules = {
    failed: "gitops/generator-failed",
    unknown: "gitops/generator-unknown",
    duplicate: "gitops/duplicate-application",
};
async function addGenerated(set, at, context, found) {
    const name = (0,gitops_json/* stringAt */.bX)(set, "metadata", "name") ?? "";
    const namespace = (0,gitops_json/* stringAt */.bX)(set, "metadata", "namespace") ?? context.namespace;
    const { applications, problems } = await generateApplications(set, context.world);
    for (const { kind, message, generator } of problems) {
        const path = `spec.generators[${generator}]`;
        found.findings.push(finding(problemRules[kind], `ApplicationSet ${name}: ${message}`, { path, at }));
    }
    if ((0,gitops_json/* stringAt */.bX)(set, "spec", "strategy", "type") === "RollingSync") {
        const message = `ApplicationSet ${name} syncs its Applications in steps; the order is not simulated here`;
        found.findings.push(finding("gitops/rolling-sync", message, { path: "spec.strategy", at }));
    }
    for (const { object, generator, parameters } of applications) {
        const via = `ApplicationSet ${name}, generator ${generator}, ${shorten((0,gitops_json/* stableJson */._Y)(parameters))}`;
        const origin = at.map((place, index) => (index === 0 ? { ...place, via } : place));
        const issues = objectIssues("Application", object);
        for (const issue of issues) {
            const application = (0,gitops_json/* stringAt */.bX)(object, "metadata", "name") ?? "without a name";
            const rest = { path: (0,yaml_positions/* formatPath */.j)(issue.path), at: origin, ...(issue.severity && { severity: issue.severity }) };
            found.findings.push(finding("gitops/invalid-application", `Application ${application}: ${issue.message}`, rest));
        }
        if (issues.every((issue) => issue.severity === "warning")) {
            found.units.push(unitOf(object, origin, { ...context, namespace }));
        }
    }
}
function shorten(text) {
    return text.length <= 160 ? text : `${text.slice(0, 157)}...`;
}

;// CONCATENATED MODULE: ./build/src/gitops/options.js
const limits = {
    depth: 20,
    applications: 5000,
};

;// CONCATENATED MODULE: ./build/src/gitops/forest.js




class Forest {
    units = [];
    projects = [];
    findings = [];
    byIdentity = new Map();
    read = new Set();
    context;
    full = false;
    constructor(context) {
        this.context = context;
    }
    async grow(seeds) {
        let generation = this.admit(seeds);
        while (generation.length > 0) {
            const outcomes = await Promise.all(generation.map((unit) => this.context.render(unit)));
            const children = [];
            for (const [index, unit] of generation.entries()) {
                const outcome = outcomes[index];
                if (outcome === undefined)
                    continue;
                unit.outcome = outcome;
                this.note(unit);
                if (outcome.ok)
                    children.push(...(await this.childrenOf(unit, outcome.rendering.produced)));
            }
            generation = this.admit(children);
        }
    }
    filesRead() {
        return this.read;
    }
    note({ outcome }) {
        const reads = outcome?.ok === true ? outcome.rendering.reads : outcome?.reads;
        for (const [file, id] of Object.entries(reads?.files ?? {}))
            if (id !== null)
                this.read.add(file);
    }
    async childrenOf(unit, produced) {
        const namespace = unit.application.spec.destination.namespace || this.context.argoNamespace;
        const found = await offspring(produced, { world: this.context.world, namespace, parent: unit });
        this.take(found);
        return found.units;
    }
    take(found) {
        this.projects.push(...found.projects.map(({ project }) => project));
        this.findings.push(...found.findings);
    }
    admit(candidates) {
        const admitted = [];
        for (const unit of candidates) {
            if (this.closesCycle(unit) || this.adopts(unit) || this.exceeds(unit))
                continue;
            const key = identityOf(unit);
            this.byIdentity.set(key, [...(this.byIdentity.get(key) ?? []), unit]);
            this.units.push(unit);
            admitted.push(unit);
        }
        return admitted;
    }
    closesCycle(unit) {
        if (unit.parent === undefined)
            return false;
        const path = [...lineage(unit.parent)];
        const again = path.findIndex((other) => identityOf(other) === identityOf(unit));
        if (again < 0)
            return false;
        this.reportCycle(path.slice(0, again + 1).reverse(), unit);
        return true;
    }
    reportCycle(loop, unit) {
        const names = [...loop.map(({ name }) => name), unit.name].join(" → ");
        const self = loop.length === 1;
        const message = self
            ? `Application ${unit.name} creates itself`
            : `Applications create each other in a circle: ${names}`;
        const hint = self
            ? "Argo CD accepts that, but deleting or renaming it deletes the Application under its own hands; keep the root out of the path it watches"
            : "Let one of them be created by something outside the circle";
        this.findings.push(finding("gitops/cycle", message, {
            ...(self && { severity: "notice" }),
            hint,
            application: unit.name,
            at: [...unit.at],
        }));
    }
    adopts(unit) {
        const known = this.byIdentity.get(identityOf(unit))?.find((other) => sameSpec(other, unit));
        if (known === undefined)
            return false;
        if (unit.parent !== undefined && known.parent === undefined && known !== unit.parent) {
            const path = [...lineage(unit.parent)];
            const again = path.indexOf(known);
            if (again >= 0)
                this.reportCycle(path.slice(0, again + 1).reverse(), unit);
            else
                known.parent = unit.parent;
        }
        return true;
    }
    exceeds(unit) {
        const deep = unit.depth > limits.depth;
        if (!deep && this.units.length < limits.applications)
            return false;
        if (!deep && this.full)
            return true;
        this.full ||= !deep;
        const message = deep
            ? `Application ${unit.name} lies more than ${limits.depth} Applications deep and is not followed`
            : `The repository has more than ${limits.applications} Applications; the rest is not rendered`;
        this.findings.push(finding("render/limit", message, { application: unit.name, at: [...unit.at] }));
        return true;
    }
}

// EXTERNAL MODULE: ./build/src/yaml/template.js
var yaml_template = __webpack_require__(5707);
;// CONCATENATED MODULE: ./build/src/gitops/implicit.js




const thisRepository = "slipway:this-repository";
function implicitUnit(name, source, at, namespace = "") {
    const application = {
        name,
        namespace: "",
        annotations: {},
        spec: {
            project: "default",
            destination: { server: "https://kubernetes.default.svc", ...(namespace !== "" && { namespace }) },
            source: { repoURL: thisRepository, ...source },
        },
        object: {},
        at: [],
    };
    return { kind: "implicit", name, namespace: "", application, depth: 0, at: [at] };
}
function nameOf(directory) {
    return directory === "" ? "(root)" : directory;
}
function kustomizationUnit(directory, layout) {
    const file = layout.kustomizations.get(directory)?.file ?? directory;
    return implicitUnit(nameOf(directory), { path: directory, kustomize: {} }, { file, line: 1, column: 1 });
}
function chartUnit(directory) {
    const releaseName = normalizeName(baseName(directory === "" ? "release" : directory)).replaceAll(".", "-") || "release";
    const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
    return implicitUnit(nameOf(directory), { path: directory, helm: { releaseName } }, { file, line: 1, column: 1 }, "default");
}
function uncoveredKustomizations(layout, read, pointedAt) {
    return layout.roots.filter((directory) => {
        const file = layout.kustomizations.get(directory)?.file;
        return file !== undefined && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
    });
}
function manifestsUnit(directory, files, layout) {
    const [first = directory] = files;
    const unit = implicitUnit(`${nameOf(directory)} (manifests)`, { path: directory }, { file: first, line: 1, column: 1 });
    const aside = [directory, ...ancestors(directory)].some((above) => layout.kustomizations.has(above));
    return { ...unit, files, ...(aside && { aside }) };
}
function uncoveredCharts(layout, read, pointedAt) {
    return [...layout.charts.values()]
        .filter(({ directory, library }) => {
        const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
        return !library && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
    })
        .map(({ directory }) => directory)
        .sort();
}
const isHidden = (path) => /(?:^|\/)\./.test(path);
function uncoveredManifests(tree, layout, read) {
    const folders = new Map();
    for (const file of layout.documents) {
        if (read.has(file) || layout.owned.has(file) || isHidden(file) || layout.chartAround(file) !== undefined)
            continue;
        if (!looksLikeManifest(file, textOf(tree, file)))
            continue;
        const folder = layout_parent(file);
        folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
    return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function isYaml(text) {
    try {
        for (const document of (0,yaml_read/* splitDocuments */.ZF)(text))
            (0,yaml_read/* parseYaml */.hN)(document.text);
        return true;
    }
    catch {
        return false;
    }
}
function looksLikeManifest(file, text) {
    const [version, kind] = file.endsWith(".json")
        ? [/"apiVersion"\s*:\s*"([^"]+)"/, /"kind"\s*:\s*"[^"]/]
        : [/^(?:--- *)?["']?apiVersion["']?\s*:\s*["']?([\w./-]+)/m, /^["']?kind["']?\s*:\s*["']?\w/m];
    const found = version.exec(text)?.[1];
    if (found === undefined || !kind.test(text))
        return false;
    if ((0,yaml_template/* looksLikeTemplate */.m)(text) && !isYaml(text))
        return false;
    return !found.startsWith("slipway.dev/") && !found.startsWith("kustomize.config.k8s.io/");
}

// EXTERNAL MODULE: ./build/src/model/resource.js
var model_resource = __webpack_require__(3955);
;// CONCATENATED MODULE: ./build/src/gitops/hooks.js

const syncPhases = ["PreSync", "Sync", "PostSync", "SyncFail"];
const argoHooks = [...syncPhases, "Skip", "PreDelete", "PostDelete"];
const helmHooks = {
    "pre-install": "PreSync",
    "pre-upgrade": "PreSync",
    "post-install": "PostSync",
    "post-upgrade": "PostSync",
};
const argoPolicies = (/* unused pure expression or super */ null && (["HookSucceeded", "HookFailed", "BeforeHookCreation"]));
const helmPolicies = {
    "hook-succeeded": "HookSucceeded",
    "hook-failed": "HookFailed",
    "before-hook-creation": "BeforeHookCreation",
};
function annotation(manifest, key) {
    return (0,gitops_json/* stringAt */.bX)(manifest, "metadata", "annotations", key);
}
function listed(manifest, key) {
    return (annotation(manifest, key) ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter(Boolean);
}
function hookTypes(manifest) {
    const own = listed(manifest, "argocd.argoproj.io/hook").flatMap((text) => argoHooks.find((type) => type === text) ?? []);
    if (own.length > 0)
        return own;
    return listed(manifest, "helm.sh/hook").flatMap((text) => helmHooks[text] ?? []);
}
function isHook(manifest) {
    if (annotation(manifest, "argocd.argoproj.io/hook") !== undefined)
        return !isSkipped(manifest);
    const helm = annotation(manifest, "helm.sh/hook");
    return helm !== undefined && helm !== "crd-install";
}
function isSkipped(manifest) {
    const types = hookTypes(manifest);
    return types.length === 1 && types[0] === "Skip";
}
function isDropped(manifest) {
    return isHook(manifest) && hookTypes(manifest).length === 0;
}
function phasesOf(manifest) {
    if (isSkipped(manifest))
        return [];
    if (!isHook(manifest))
        return ["Sync"];
    const types = hookTypes(manifest);
    return syncPhases.filter((phase) => types.includes(phase));
}
function hookDeletePolicies(manifest) {
    const own = listed(manifest, "argocd.argoproj.io/hook-delete-policy").flatMap((text) => argoPolicies.find((policy) => policy === text) ?? []);
    const helm = listed(manifest, "helm.sh/hook-delete-policy").flatMap((text) => helmPolicies[text] ?? []);
    const all = [...own, ...helm];
    return all.length > 0 ? all : ["BeforeHookCreation"];
}

;// CONCATENATED MODULE: ./build/src/gitops/normalize.js



function flattenLists(produced) {
    return produced.flatMap((one) => {
        const { items, spec, status } = one.manifest;
        if (Array.isArray(items)) {
            return flattenLists(items.filter(gitops_json/* isObject */.Gv).map((manifest) => ({ manifest, at: one.at })));
        }
        const isNullList = items === null && spec === undefined && status === undefined;
        return isNullList ? [] : [one];
    });
}
function normalize(produced, destinationNamespace, scopeOf) {
    const byKey = new Map();
    for (const [index, one] of produced.entries()) {
        if (isDropped(one.manifest))
            continue;
        const manifest = withNamespace(one.manifest, destinationNamespace, scopeOf);
        const id = idOf(manifest, index);
        const resource = { id, manifest, origin: one.at };
        const key = (0,model_resource/* resourceKey */.i)(id);
        const places = [...(byKey.get(key)?.places ?? []), one.at];
        byKey.set(key, { resource, places });
    }
    const entries = [...byKey.values()];
    return {
        resources: entries.map((entry) => entry.resource),
        repeated: entries
            .filter((entry) => entry.places.length > 1)
            .map(({ resource, places }) => ({ id: resource.id, times: places.length, places })),
    };
}
function withNamespace(manifest, destinationNamespace, scopeOf) {
    const scope = scopeOf(String(manifest["apiVersion"] ?? ""), String(manifest["kind"] ?? ""));
    const metadata = (0,gitops_json/* objectAt */.lJ)(manifest, "metadata");
    const current = (0,gitops_json/* stringAt */.bX)(metadata, "namespace") ?? "";
    if (scope === "Cluster") {
        if (current === "")
            return manifest;
        const { namespace: _gone, ...rest } = metadata ?? {};
        return { ...manifest, metadata: rest };
    }
    if (current !== "" || destinationNamespace === "")
        return manifest;
    return { ...manifest, metadata: { ...metadata, namespace: destinationNamespace } };
}
function idOf(manifest, index) {
    const metadata = (0,gitops_json/* objectAt */.lJ)(manifest, "metadata");
    const generated = (0,gitops_json/* stringAt */.bX)(metadata, "generateName");
    const namespace = (0,gitops_json/* stringAt */.bX)(metadata, "namespace");
    return {
        apiVersion: String(manifest["apiVersion"] ?? ""),
        kind: String(manifest["kind"] ?? ""),
        ...(namespace && { namespace }),
        name: (0,gitops_json/* stringAt */.bX)(metadata, "name") || (generated ? `${generated}${index}` : ""),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/order.js


function withoutSuperseded(units) {
    const readers = readersOf(units);
    const gone = new Set();
    for (const unit of units) {
        if (unit.declaredIn === undefined || unit.parent !== undefined)
            continue;
        const others = readers.get(unit.declaredIn) ?? [];
        if (others.some((reader) => ![...lineage(reader)].includes(unit)))
            gone.add(unit);
    }
    return units.filter((unit) => ![...lineage(unit)].some((ancestor) => gone.has(ancestor)));
}
function readersOf(units) {
    const readers = new Map(units.flatMap(({ declaredIn }) => (declaredIn === undefined ? [] : [[declaredIn, []]])));
    for (const unit of units) {
        if (unit.outcome?.ok !== true)
            continue;
        for (const [file, id] of Object.entries(unit.outcome.rendering.reads.files))
            if (id !== null)
                readers.get(file)?.push(unit);
    }
    return readers;
}
function ordered(units) {
    const children = new Map();
    for (const unit of units) {
        const siblings = children.get(unit.parent);
        if (siblings === undefined)
            children.set(unit.parent, [unit]);
        else
            siblings.push(unit);
    }
    const out = [];
    const visit = (unit) => {
        out.push(unit);
        for (const child of (children.get(unit) ?? []).toSorted(byWave))
            visit(child);
    };
    for (const root of (children.get(undefined) ?? []).toSorted(byPlace))
        visit(root);
    return out;
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function byWave(a, b) {
    return waveOf(a.application.object) - waveOf(b.application.object) || compare(a.name, b.name) || byPlace(a, b);
}
function byPlace(a, b) {
    const [first, second] = [a.at[0], b.at[0]];
    return (Number(a.kind === "implicit") - Number(b.kind === "implicit") ||
        compare(first?.file ?? "", second?.file ?? "") ||
        (first?.line ?? 0) - (second?.line ?? 0) ||
        compare(a.name, b.name));
}
const candidates = (unit) => [
    unit.name,
    `${unit.namespace}/${unit.name}`,
    `${unit.namespace}/${unit.name} (${unit.at[0]?.file ?? ""}:${unit.at[0]?.line ?? 0})`,
];
function uniqueNames(units) {
    const counts = new Map();
    for (const unit of units)
        for (const name of candidates(unit))
            counts.set(name, (counts.get(name) ?? 0) + 1);
    const taken = new Map();
    return new Map(units.map((unit) => {
        const all = candidates(unit);
        const name = all.find((candidate) => counts.get(candidate) === 1) ?? all.at(-1) ?? unit.name;
        const times = (taken.get(name) ?? 0) + 1;
        taken.set(name, times);
        return [unit, times === 1 ? name : `${name} #${times}`];
    }));
}

// EXTERNAL MODULE: ./build/src/gitops/scope.js
var gitops_scope = __webpack_require__(5582);
;// CONCATENATED MODULE: ./build/src/gitops/destination.js


function resolveDestination(destination, declared) {
    const { name = "", server = "" } = destination;
    if (name !== "" && server !== "")
        return { problem: `it has both \`server\` (${server}) and \`name\` (${name})` };
    if (name === "" && server === "")
        return { problem: "it has neither `server` nor `name`" };
    const known = declared.some((cluster) => cluster.server === inCluster.server) ? declared : [inCluster, ...declared];
    if (server !== "") {
        const url = server.replace(/\/+$/, "");
        const found = known.find((cluster) => cluster.server === url);
        if (found !== undefined)
            return { cluster: found };
        return declared.length === 0
            ? { cluster: { name: "", server: url } }
            : { problem: `no declared cluster has the server ${url}` };
    }
    const named = known.filter((cluster) => cluster.name === name);
    if (named.length > 1)
        return { problem: `${named.length} declared clusters have the name ${name}` };
    if (named[0] !== undefined)
        return { cluster: named[0] };
    return declared.length === 0
        ? { cluster: { name, server: "" } }
        : { problem: `no declared cluster has the name ${name}` };
}

;// CONCATENATED MODULE: ./build/src/gitops/repository.js

function normalizeRepoURL(url) {
    const trimmed = url.trim().toLowerCase();
    const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(trimmed);
    const standard = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?(\/.*)?$/.exec(trimmed);
    const [host, path] = standard ? [standard[1], standard[2] ?? ""] : scp ? [scp[1], scp[2]] : ["", trimmed];
    const clean = (path ?? "").replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
    return host === "" || host === undefined ? clean : `${host}/${clean}`;
}
function normalizeForProject(url) {
    const lower = url.trim().toLowerCase();
    const scp = /^[^:/\s]+@[^:/\s]+:(?!\/\/)/.test(lower) ? lower.replace(":", "/") : lower;
    return scp.replace(/\.git$/, "").replace(/^ssh:\/\//, "");
}
function repositoryIdentity(known, sources, exists) {
    const names = new Set(known.map(expandShorthand).map(normalizeRepoURL));
    const used = new Map();
    let knownInUse = false;
    for (const { repoURL, path } of sources) {
        const name = normalizeRepoURL(repoURL);
        knownInUse ||= names.has(name);
        if (path !== undefined && exists(external_node_path_.posix.normalize(path)))
            used.set(name, (used.get(name) ?? 0) + 1);
    }
    const inferred = [...used].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
    if (!knownInUse && inferred !== undefined)
        names.add(inferred);
    return { isThis: (url) => names.has(normalizeRepoURL(url)) };
}
function expandShorthand(repository) {
    return /^[\w.-]+\/[\w.-]+$/.test(repository) ? `https://github.com/${repository}` : repository;
}

;// CONCATENATED MODULE: ./build/src/gitops/project.js



const defaultProject = {
    name: "default",
    spec: {
        sourceRepos: ["*"],
        destinations: [{ server: "*", namespace: "*" }],
        clusterResourceWhitelist: [{ group: "*", kind: "*" }],
    },
};
const isDenial = (pattern) => pattern.startsWith("!");
function matches(pattern, value, separator = "") {
    if (isDenial(pattern))
        return !(0,glob/* matchesGlob */.kt)(pattern.slice(1), value, separator);
    return pattern === "*" || (0,glob/* matchesGlob */.kt)(pattern, value, separator);
}
function permitsSource(project, repoURL) {
    const wanted = normalizeForProject(repoURL);
    let permitted = false;
    for (const entry of project.spec.sourceRepos ?? []) {
        const pattern = isDenial(entry) ? `!${normalizeForProject(entry.slice(1))}` : normalizeForProject(entry);
        if (matches(pattern, wanted, "/"))
            permitted = true;
        else if (isDenial(pattern))
            return false;
    }
    return permitted;
}
function permitsDestination(project, cluster, namespace) {
    const permits = (pattern, value) => value === "" ? pattern !== "" && !isDenial(pattern) : matches(pattern, value);
    const denies = (pattern, value) => value !== "" && isDenial(pattern) && !matches(pattern, value);
    let permitted = false;
    for (const entry of project.spec.destinations ?? []) {
        const { name = "", server = "", namespace: wanted = "" } = entry;
        const byName = permits(name, cluster.name);
        const byServer = permits(server, cluster.server);
        const byNamespace = matches(wanted, namespace);
        if ((byName || byServer) && byNamespace)
            permitted = true;
        else if (byNamespace && (denies(name, cluster.name) || denies(server, cluster.server)))
            return false;
        else if (!byNamespace && isDenial(wanted) && byServer)
            return false;
    }
    return permitted;
}
function permitsKind(project, id, scope) {
    const { spec } = project;
    const listed = (list) => (list ?? []).some((item) => (0,glob/* matchesPath */.$h)(item.kind, id.kind) &&
        (0,glob/* matchesPath */.$h)(item.group, (0,gitops_scope/* groupOf */.F)(id.apiVersion)) &&
        (scope === "Namespaced" || !item.name || (0,glob/* matchesPath */.$h)(item.name, id.name)));
    if (scope === "Cluster")
        return listed(spec.clusterResourceWhitelist) && !listed(spec.clusterResourceBlacklist);
    const allowed = spec.namespaceResourceWhitelist === undefined || listed(spec.namespaceResourceWhitelist);
    return allowed && !listed(spec.namespaceResourceBlacklist);
}
function permitsApplicationNamespace(project, namespace, argoNamespace) {
    if (namespace === "" || namespace === argoNamespace)
        return true;
    return (project.spec.sourceNamespaces ?? []).some((entry) => {
        const expression = /^\/(.+)\/$/.exec(entry)?.[1];
        return (expression !== undefined && matchesExpression(expression, namespace)) || (0,glob/* matchesGlob */.kt)(entry, namespace);
    });
}
const expressionLimit = 200;
const repetitionLimit = 3;
function matchesExpression(expression, text) {
    const repetitions = expression.match(/[*+{]/g) ?? [];
    if (expression.length > expressionLimit || repetitions.length > repetitionLimit || /\)[*+{]/.test(expression))
        return false;
    try {
        return new RegExp(expression, "u").test(text);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/unit-findings.js






function judge(unit, normalized, context) {
    const { outcome } = unit;
    const found = [];
    if (outcome !== undefined && !outcome.ok) {
        const { rule, message, detail, hint, at } = outcome.failure;
        const places = at.length > 0 ? [...at, ...unit.at] : [...unit.at];
        const rest = { ...(detail && { detail }), ...(hint && { hint }), at: places };
        found.push(finding(rule, message, { ...rest, ...lenience(rule, unit) }));
    }
    else if (outcome !== undefined) {
        found.push(...outcome.rendering.notices.map(({ rule, message, at }) => finding(rule, message, { at })));
        found.push(...outcome.rendering.charts.filter(({ locked }) => !locked).map((chart) => unlocked(chart, unit)));
    }
    if (unit.files === undefined)
        found.push(...normalized.repeated.map(repeatedFinding));
    if (unit.kind === "Application")
        found.push(...judgeApplication(unit, normalized.resources, context));
    return found.map((one) => ({ ...one, application: unit.name }));
}
function lenience(rule, unit) {
    if (unit.kind === "Application")
        return {};
    if (rule === "render/refused")
        return { severity: "warning" };
    if (rule !== "render/failed" || !isBareChart(unit))
        return {};
    const hint = "No Application uses this chart, so it was rendered with its own values alone, and it may need others";
    return { severity: "warning", hint };
}
function unlocked({ ref }, unit) {
    const message = `Chart ${ref.chart || ref.repository} ${ref.version} is not in the lock file, so the next run may get other content`;
    return finding("sources/unlocked", message, {
        hint: "Run `slipway lock` and commit what it writes",
        at: [...unit.at],
    });
}
function repeatedFinding({ id, times, places }) {
    const name = id.namespace ? `${id.namespace}/${id.name}` : id.name;
    const message = `${id.kind} ${name} is defined ${times} times in this Application; Argo CD keeps the last one`;
    return finding("gitops/repeated-resource", message, {
        resource: id,
        at: places.toReversed().flatMap((place) => place.slice(0, 1)),
    });
}
function judgeApplication(unit, resources, context) {
    const { spec } = unit.application;
    const found = [];
    const add = (rule, message, path, doubtful = false) => {
        const details = { path, at: [...unit.at], ...(doubtful && { severity: "warning" }) };
        found.push(finding(rule, `Application ${unit.name}: ${message}`, details));
    };
    if (spec.sourceHydrator !== undefined) {
        add("gitops/hydrator", "its dry source is rendered here; what is on the sync branch is not read", "spec.sourceHydrator");
    }
    const destination = resolveDestination(spec.destination, context.clusters);
    if ("problem" in destination) {
        add("gitops/destination", destination.problem, "spec.destination", unit.parent && isBareChart(unit.parent));
    }
    const name = spec.project || "default";
    const project = context.projects.get(name);
    if (project === undefined)
        return found;
    if (!permitsApplicationNamespace(project, unit.namespace, context.argoNamespace)) {
        add("gitops/project-namespace", `the AppProject ${name} does not list its namespace ${unit.namespace} in sourceNamespaces`, "metadata.namespace");
    }
    for (const { repoURL } of sourcesOf(spec)) {
        if (!permitsSource(project, repoURL))
            add("gitops/project-source", `the AppProject ${name} does not allow the source ${repoURL}`, "spec.source.repoURL");
    }
    if ((project.spec.signatureKeys ?? []).length > 0) {
        add("gitops/project-signature", `the AppProject ${name} wants signed commits, which are not verified here`, "spec.project");
    }
    if ("cluster" in destination)
        found.push(...judgeResources(unit, resources, { ...context, project, cluster: destination.cluster }));
    return found;
}
function judgeResources(unit, resources, context) {
    const { project, cluster, scopeOf } = context;
    const { namespace = "" } = unit.application.spec.destination;
    const found = [];
    if (!permitsDestination(project, cluster, namespace)) {
        const where = cluster.name || cluster.server;
        const message = `Application ${unit.name}: the AppProject ${project.name} does not allow the destination ${where}, namespace ${namespace || "(none)"}`;
        found.push(finding("gitops/project-destination", message, { path: "spec.destination", at: [...unit.at] }));
    }
    for (const { id, manifest, origin } of resources) {
        if (isSkipped(manifest))
            continue;
        const scope = scopeOf(id.apiVersion, id.kind) ?? "Namespaced";
        if (!permitsKind(project, id, scope)) {
            const message = `The AppProject ${project.name} does not allow ${scope === "Cluster" ? "the cluster-scoped kind" : "the kind"} ${id.kind} of ${id.apiVersion}`;
            found.push(finding("gitops/project-resource", message, { resource: id, at: origin }));
        }
        else if (scope === "Namespaced" &&
            id.namespace &&
            id.namespace !== namespace &&
            !permitsDestination(project, cluster, id.namespace)) {
            const message = `The AppProject ${project.name} does not allow the namespace ${id.namespace}`;
            found.push(finding("gitops/project-destination", message, { resource: id, path: "metadata.namespace", at: origin }));
        }
    }
    return found;
}
function projectsByName(projects) {
    return new Map([defaultProject, ...projects].map((project) => [project.name, project]));
}

;// CONCATENATED MODULE: ./build/src/gitops/rendered-repository.js







function conclude({ forest, folders, discovered, options, argoNamespace, owned, }) {
    const units = [...ordered(withoutSuperseded(forest.units)), ...folders];
    const manifests = units.flatMap((unit) => producedOf(unit).map((one) => one.manifest));
    const declared = discovered.projects.map(({ object }) => {
        const { metadata, spec } = projectSchema.parse(object);
        return { name: metadata.name ?? "", spec };
    });
    const context = {
        projects: projectsByName([...declared, ...forest.projects]),
        clusters: options.clusters ?? [],
        argoNamespace,
        scopeOf: (0,gitops_scope/* scopeLookup */.r)(manifests, options.scopeOf),
    };
    const names = uniqueNames(units);
    const applications = units.map((unit) => {
        const normalized = normalize(producedOf(unit), unit.application.spec.destination.namespace ?? "", context.scopeOf);
        return conclusionOf(unit, normalized, names, context);
    });
    const findings = [...merged(discovered.findings, forest, owned), ...missingProjects(units, context.projects)];
    return { applications, findings };
}
function missingProjects(units, projects) {
    const members = new Map();
    for (const unit of units) {
        const project = unit.application.spec.project || "default";
        if (unit.kind === "Application" && !projects.has(project)) {
            members.set(project, [...(members.get(project) ?? []), unit]);
        }
    }
    return [...members].map(([project, [first, ...others]]) => {
        const also = others.length === 0 ? "" : ` and of ${others.length} more`;
        const message = `AppProject ${project}, that of Application ${first?.name}${also}, is not declared in this repository, so what it allows is not checked`;
        return finding("gitops/project-missing", message, { path: "spec.project", at: [...(first?.at ?? [])] });
    });
}
function merged(declared, forest, owned) {
    const read = forest.filesRead();
    const kept = declared.filter((one) => !one.at.some(({ file }) => owned.has(file) && read.has(file)));
    const told = new Set(kept.map(({ message }) => message));
    return [...kept, ...forest.findings.filter(({ message }) => !told.has(message))];
}
function producedOf({ outcome }) {
    return outcome?.ok === true ? outcome.rendering.produced : [];
}
function conclusionOf(unit, { resources, repeated }, names, context) {
    const name = names.get(unit) ?? unit.name;
    const findings = judge(unit, { resources, repeated }, context).map((one) => ({ ...one, application: name }));
    const { outcome } = unit;
    const [place] = unit.at;
    const parent = unit.parent && names.get(unit.parent);
    const { spec } = unit.application;
    return {
        report: {
            name,
            kind: unit.kind,
            ...(parent !== undefined && { parent }),
            ...(unit.kind === "Application" && { project: spec.project || "default" }),
            wave: waveOf(unit.application.object),
            file: place?.file ?? "",
            line: place?.line ?? 1,
            sources: unit.kind === "implicit" ? [unit.name] : sourcesOf(spec).map(describeSource),
            ...statusOf(unit),
            resources: resources.length,
        },
        rendered: {
            application: name,
            resources,
            reads: outcome?.ok === true ? outcome.rendering.reads : (outcome?.reads ?? { files: {}, listings: {} }),
            findings,
        },
        ...(unit.kind === "Application" && { spec }),
        ...(outcome?.ok === true && { rendering: outcome.rendering }),
        reused: outcome?.ok === true && outcome.reused,
        ...(unit.aside === true && { aside: true }),
    };
}
const notRendered = new Set(["render/source-unavailable", "gitops/pinned-revision", "sources/digest-mismatch"]);
function statusOf({ outcome }) {
    if (outcome === undefined)
        return { status: "not-rendered", reason: "It was not reached" };
    if (!outcome.ok) {
        const { rule, message } = outcome.failure;
        return { status: notRendered.has(rule) ? "not-rendered" : "failed", reason: message };
    }
    const plugin = outcome.rendering.notices.find((notice) => notice.rule === "gitops/plugin");
    if (plugin !== undefined && outcome.rendering.produced.length === 0)
        return { status: "not-rendered", reason: plugin.message };
    return { status: "rendered" };
}

;// CONCATENATED MODULE: ./build/src/gitops/seeds.js



function seedsOf(discovered, context) {
    const { layout, argoNamespace } = context;
    const applications = discovered.applications.map((declared) => ({
        declared,
        unit: declaredUnit(declared, argoNamespace),
    }));
    const areas = new Map();
    for (const { declared, unit } of applications) {
        for (const directory of areasOf(unit, context.identity)) {
            areas.set(directory, (areas.get(directory) ?? new Set()).add(declared));
        }
    }
    const inside = (declared) => layout.owned.has(declared.file) ||
        [...ancestors(declared.file)].some((above) => [...(areas.get(above) ?? [])].some((other) => other !== declared));
    const own = applications.map(({ declared, unit }) => ({
        file: declared.file,
        units: async () => ({ units: [unit], findings: [] }),
        inside: inside(declared),
    }));
    const sets = discovered.applicationSets.map((declared) => ({
        file: declared.file,
        units: () => generated(declared, context),
        inside: inside(declared),
    }));
    return [...own, ...sets].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
function declaredUnit({ object, file, line }, argoNamespace) {
    const at = [{ file, line, column: 1 }];
    return { ...unitOf(object, at, { namespace: argoNamespace, world: nowhere }), declaredIn: file };
}
async function generated({ object, file, line }, { world, argoNamespace }) {
    const at = [{ file, line, column: 1 }];
    const { units, findings } = await offspring([{ manifest: object, at }], { world, namespace: argoNamespace });
    return { units: units.map((unit) => ({ ...unit, declaredIn: file })), findings };
}
const nowhere = {
    treeOf: async () => ({ unavailable: "not asked" }),
    clusters: [],
    pullRequests: [],
    render: async () => [],
};
function areasOf(unit, identity) {
    return sourcesOf(unit.application.spec).flatMap(({ repoURL, path, chart }) => {
        if (chart || path === undefined || !identity.isThis(repoURL))
            return [];
        const clean = path.replace(/^(?:\.\/)+|\/+$/g, "");
        return [clean === "." ? "" : clean];
    });
}
function makesApplications(directory, tree) {
    const templates = directory === "" ? "templates" : `${directory}/templates`;
    for (const file of tree.files(templates)) {
        const content = tree.read(file);
        if (content !== undefined && Buffer.from(content).includes("argoproj.io/v1alpha1"))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/gitops/stages.js


async function growDeclared(seeds, stage) {
    const { forest, layout, tree } = stage;
    await plant(seeds.filter((seed) => !seed.inside), forest);
    const argoFiles = new Set(seeds.map((seed) => seed.file));
    await forest.grow(implicitUnits(stage, (directory) => [...layout.closureOf(directory)].some((file) => argoFiles.has(file)), (directory) => makesApplications(directory, tree)));
    const read = new Set(forest.filesRead());
    await plant(seeds.filter((seed) => seed.inside && !read.has(seed.file)), forest);
}
async function growImplicit(stage) {
    await stage.forest.grow(implicitUnits(stage, () => true, () => true));
}
async function plant(seeds, forest) {
    const planted = [];
    for (const seed of seeds) {
        const { units, findings } = await seed.units();
        forest.findings.push(...findings);
        planted.push(...units);
    }
    await forest.grow(planted);
}
function implicitUnits({ forest, layout, identity }, kustomization, chart) {
    const read = forest.filesRead();
    const pointedAt = new Set(forest.units.flatMap((unit) => areasOf(unit, identity)));
    return [
        ...uncoveredKustomizations(layout, read, pointedAt)
            .filter(kustomization)
            .map((directory) => kustomizationUnit(directory, layout)),
        ...uncoveredCharts(layout, read, pointedAt).filter(chart).map(chartUnit),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/gitops/failure.js
var failure = __webpack_require__(5380);
// EXTERNAL MODULE: ./build/src/gitops/source-paths.js
var source_paths = __webpack_require__(8028);
;// CONCATENATED MODULE: ./build/src/gitops/directory-source.js






const skipMarker = "+argocd:skip-file-rendering";
function manifestFiles(tree, directory, options) {
    const below = (path) => (directory === "" ? path : path.slice(directory.length + 1));
    const isLink = (path) => tree.realPath(path) !== (0,source_paths/* join */.fj)(tree.realPath(layout_parent(path)), baseName(path));
    return [...(0,source_paths/* walk */.GG)(tree, directory, (path) => options.recurse === true && !isLink(path))].filter((path) => {
        if (options.disableExtensionFilter !== true && !/\.(?:yaml|yml|json|jsonnet)$/.test(path))
            return false;
        if (options.exclude && (0,glob/* matchesGlob */.kt)(options.exclude, below(path)))
            return false;
        return !options.include || (0,glob/* matchesGlob */.kt)(options.include, below(path));
    });
}
async function renderFiles(tree, files, engines) {
    const jsonnet = files.filter((file) => file.endsWith(".jsonnet"));
    const texts = new Map();
    for (const file of files) {
        if (file.endsWith(".jsonnet"))
            continue;
        const text = decodeText(file, tree.read(file));
        if (!text.includes(skipMarker))
            texts.set(file, text);
    }
    const decoded = await engines.decode([...texts.values()]);
    const produced = [];
    for (const [index, [file, text]] of [...texts].entries()) {
        produced.push(...manifestsOf(file, text, decoded[index] ?? { documents: [], errors: [] }));
    }
    return { produced, jsonnet };
}
function decodeText(file, content) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(content);
    }
    catch (error) {
        throw new failure/* RenderFailure */.bh("render/failed", `${file} is not UTF-8 text`, {
            at: [{ file, line: 1, column: 1 }],
            cause: error,
        });
    }
}
function sentence(message) {
    if (message.startsWith("invalid map key: map["))
        return "a value that begins with {{ is not in quotes";
    return message.split("\n", 1)[0] ?? message;
}
function manifestsOf(file, text, decoded) {
    const found = [];
    let problem = decoded.errors.find((error) => error.rule !== "duplicate-key");
    for (const { manifest, line } of decoded.documents) {
        if (problem !== undefined && line > problem.line)
            break;
        if (manifest === null || manifest === undefined)
            continue;
        if (!(0,gitops_json/* isObject */.Gv)(manifest) || !(0,gitops_json/* isJson */.Fh)(manifest) || typeof manifest["kind"] !== "string" || manifest["kind"] === "") {
            problem = { message: "a document is not an object with a `kind`", line };
            break;
        }
        found.push({ manifest, at: [{ file, line, column: 1 }] });
    }
    const json = file.endsWith(".json");
    if (problem === undefined && json && found.length > 1) {
        problem = { message: "a JSON file may hold one object only", line: found[1]?.at[0]?.line ?? 1 };
    }
    if (problem === undefined)
        return found;
    const looksLikeResource = ["apiVersion:", "kind:", "metadata:"].every((word) => text.includes(word));
    if (!json && found.length === 0 && !looksLikeResource)
        return [];
    throw new failure/* RenderFailure */.bh("render/failed", `${file} cannot be read as manifests: ${sentence(problem.message)}`, {
        detail: problem.message,
        at: [{ file, line: problem.line, column: 1 }],
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/identity.js






function identify(repositories, applications, sets, tree) {
    const declared = [...applications.flatMap((one) => sourcesOf(one.spec).map(declaredSource)), ...sets.flatMap(ofSet)];
    const exists = (path) => tree.list(path === "." ? "" : path) !== undefined;
    const found = repositoryIdentity(repositories, declared, (path) => !path.startsWith("..") && !path.startsWith("/") && exists(path));
    return { isThis: (url) => url === thisRepository || found.isThis(url) };
}
function declaredSource({ repoURL, path, chart, }) {
    return { repoURL, path: chart ? undefined : path };
}
function ofSet({ object }) {
    const { spec } = applicationSetSchema.parse(object);
    const source = (0,gitops_json/* objectAt */.lJ)(spec.template, "spec", "source");
    const repoURL = (0,gitops_json/* stringAt */.bX)(source, "repoURL");
    const own = repoURL === undefined ? [] : [{ repoURL, path: (0,gitops_json/* stringAt */.bX)(source, "path") }];
    return [...own, ...spec.generators.flatMap(ofGenerator)].filter((one) => !one.repoURL.includes("{{"));
}
function ofGenerator({ git, matrix, merge }) {
    const nested = [...(matrix?.generators ?? []), ...(merge?.generators ?? [])].flatMap(ofGenerator);
    const rules = [...(git?.directories ?? []), ...(git?.files ?? [])];
    const fixed = rules.map(({ path }) => layout_parent(path.replace(/[*?[{].*$/, "x"))).find((path) => path !== "");
    return git === undefined ? nested : [{ repoURL: git.repoURL, path: fixed }, ...nested];
}

// EXTERNAL MODULE: ./build/src/tree/index.js + 18 modules
var src_tree = __webpack_require__(4842);
;// CONCATENATED MODULE: ./build/src/gitops/placement.js


function followsBranch(revision, branches) {
    if (revision === undefined || revision === "" || revision === "HEAD")
        return true;
    return branches.has(revision.replace(/^refs\/heads\//, "").replace(/^origin\//, ""));
}
async function placeRepository(source, context) {
    const revision = source.targetRevision ?? "";
    if (context.identity.isThis(source.repoURL)) {
        if (followsBranch(revision, context.branches))
            return { tree: context.tree, kind: "working" };
        const tree = await context.trees.treeAt(revision);
        if (tree !== undefined)
            return { tree, kind: "revision" };
        throw new failure/* RenderFailure */.bh("gitops/pinned-revision", `The source is pinned to ${revision}, which this clone does not have`, {
            hint: "Fetch that revision (actions/checkout: fetch-depth: 0, fetch-tags: true) to have it rendered",
        });
    }
    const found = await context.sources.git(source.repoURL, revision === "" ? "HEAD" : revision);
    if ("unavailable" in found)
        throw unavailableSource(`${source.repoURL} at ${revision || "HEAD"}`, found);
    return { tree: await context.trees.open(found.directory, found.commit), kind: "elsewhere" };
}
function unavailableSource(what, { unavailable: reason, hint, rule }) {
    const own = rule === "sources/digest-mismatch" ? rule : "render/source-unavailable";
    return new failure/* RenderFailure */.bh(own, `${what} could not be fetched`, {
        detail: reason,
        ...(hint !== undefined && { hint }),
    });
}
function chartOf(source) {
    const version = source.targetRevision ?? "";
    if (source.chart)
        return { repository: source.repoURL, chart: source.chart, version };
    return source.repoURL.startsWith("oci://") ? { repository: source.repoURL, chart: "", version } : undefined;
}
async function mountCharts(tree, refs, context, log) {
    const fetched = await Promise.all(refs.map(async (ref) => ({ ref, found: await context.sources.chart(ref) })));
    const missing = fetched.flatMap(({ ref, found }) => ("unavailable" in found ? [{ ref, found }] : []));
    if (missing.length > 0)
        throw unavailableCharts(missing);
    const mounts = fetched.flatMap(({ ref, found }) => {
        if ("unavailable" in found)
            return [];
        if (found.contents === "files")
            throw new failure/* RenderFailure */.bh("render/source-unavailable", `${ref.repository} holds plain files, and only OCI artifacts that are charts are rendered here`);
        log.addChart({ ref, id: found.id, locked: found.locked ?? true });
        return [{ path: (0,src_tree/* chartPath */.YB)(ref), file: found.file, id: found.id }];
    });
    return context.trees.mount(tree, mounts);
}
function unavailableCharts(missing) {
    const gravest = missing.find(({ found }) => found.rule === "sources/digest-mismatch") ?? missing[0];
    const names = missing.map(({ ref }) => `${ref.chart || ref.repository} ${ref.version}`).join(", ");
    const unavailable = [...new Set(missing.map(({ found }) => found.unavailable))].join("\n");
    return unavailableSource(`${missing.length === 1 ? "Chart" : "Charts"} ${names}`, { ...gravest?.found, unavailable });
}

;// CONCATENATED MODULE: ./build/src/gitops/produced.js
const mounted = (path) => path.startsWith(".slipway/");
function sorted(record) {
    const own = Object.entries(record).filter(([path]) => !mounted(path));
    return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}
class ReadLog {
    reads = { files: {}, listings: {} };
    used = new Map();
    watch(tree) {
        const { files, listings } = this.reads;
        return {
            read: (path) => {
                const content = tree.read(path);
                files[path] = content === undefined ? null : (tree.lookup(path)?.id ?? null);
                return content;
            },
            list: (path) => {
                listings[path] = tree.listingId(path) ?? null;
                return tree.list(path);
            },
            lookup: (path) => {
                const entry = tree.lookup(path);
                if (entry === undefined)
                    files[path] = null;
                return entry;
            },
            listingId: (path) => tree.listingId(path),
            files: (under) => tree.files(under),
            describe: () => tree.describe(),
            realPath: (path) => tree.realPath(path),
            snapshot: () => tree.snapshot(),
        };
    }
    add(reads) {
        Object.assign(this.reads.files, reads.files);
        Object.assign(this.reads.listings, reads.listings);
    }
    addChart(chart) {
        const { repository, chart: name, version } = chart.ref;
        this.used.set(JSON.stringify([repository, name, version]), chart);
    }
    charts() {
        return [...this.used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chart]) => chart);
    }
    result() {
        return { files: sorted(this.reads.files), listings: sorted(this.reads.listings) };
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/build-environment.js
function buildEnvironment(context) {
    return {
        ARGOCD_APP_NAME: context.applicationName,
        ARGOCD_APP_NAMESPACE: context.destinationNamespace,
        ARGOCD_APP_PROJECT_NAME: context.project,
        ARGOCD_APP_REVISION: context.revision,
        ARGOCD_APP_REVISION_SHORT: context.revision.slice(0, 7),
        ARGOCD_APP_REVISION_SHORT_8: context.revision.slice(0, 8),
        ARGOCD_APP_SOURCE_REPO_URL: context.repoURL,
        ARGOCD_APP_SOURCE_PATH: context.path,
        ARGOCD_APP_SOURCE_TARGET_REVISION: context.targetRevision,
    };
}
const reference = /\$(?:\{([^}]*)\}|(\{)|([A-Za-z_][A-Za-z0-9_]*|[*#$@!?\-0-9]))/g;
function substitute(text, environment) {
    if (!text.includes("$"))
        return text;
    return text.replace(reference, (_all, braced, _open, plain) => {
        const name = braced ?? plain ?? "";
        return name === "$" ? "$" : (environment[name] ?? "");
    });
}
function namesRevision(text) {
    return text.includes("ARGOCD_APP_REVISION");
}

;// CONCATENATED MODULE: ./build/src/gitops/content-id.js

const known = new WeakMap();
function contentId(tree) {
    const before = known.get(tree);
    if (before !== undefined)
        return before;
    const parts = tree.snapshot().map((part) => (part.type === "index" ? part.entries : part.mounts));
    const id = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex");
    known.set(tree, id);
    return id;
}

;// CONCATENATED MODULE: ./build/src/gitops/fetching.js



const fetchRounds = 6;
async function withCharts(tree, context, log, call) {
    const charts = new Map();
    for (let round = 0; round < fetchRounds; round += 1) {
        const mounted = charts.size === 0 ? tree : await mountCharts(tree, [...charts.values()], context, log);
        const result = await call(mounted, [...charts.values()]).catch((error) => {
            throw (0,failure/* asFailure */.h_)(error, `${context.applicationName} does not render`);
        });
        const missing = result.needs.filter((ref) => !charts.has((0,src_tree/* chartPath */.YB)(ref)));
        if (missing.length === 0 && result.needs.length > 0)
            throw notTaken(result.needs);
        if (missing.length === 0)
            return result;
        for (const ref of missing)
            charts.set((0,src_tree/* chartPath */.YB)(ref), ref);
    }
    throw new failure/* RenderFailure */.bh("render/limit", `The charts ask for more charts after ${fetchRounds} rounds of fetching`);
}
function notTaken(refs) {
    const names = refs.map(({ chart, version }) => `${chart} ${version}`).join(", ");
    return new failure/* RenderFailure */.bh("render/failed", `What was fetched as ${names} is not the chart that is asked for`);
}

;// CONCATENATED MODULE: ./build/src/gitops/kube-version.js

function kubeVersionOf(version) {
    if (version === "")
        return "";
    const numbers = /^\s*v?(\d+(?:\.\d+)+)/.exec(version)?.[1];
    if (numbers === undefined)
        throw new failure/* RenderFailure */.bh("render/failed", `${JSON.stringify(version)} is no Kubernetes version`);
    return numbers;
}

;// CONCATENATED MODULE: ./build/src/gitops/kustomize-source.js





function kustomizeRequest(source, context) {
    const { directory, environment } = context;
    const kubeVersion = kubeVersionOf(source?.kubeVersion || context.kubeVersion);
    const apiVersions = source?.apiVersions?.length ? source.apiVersions : [...context.apiVersions];
    const told = { ...(kubeVersion !== "" && { kubeVersion }), apiVersions };
    if (source === undefined)
        return { path: directory, options: told };
    const annotations = source.commonAnnotationsEnvsubst === true ? each(source.commonAnnotations, environment) : source.commonAnnotations;
    const options = {
        ...told,
        namePrefix: source.namePrefix,
        nameSuffix: source.nameSuffix,
        namespace: source.namespace,
        images: source.images?.map((image) => substitute(image, environment)),
        replicas: source.replicas?.map(({ name, count }) => ({ name, count: replicaCount(name, count) })),
        commonLabels: each(source.commonLabels, environment),
        commonAnnotations: annotations,
        forceCommonLabels: source.forceCommonLabels,
        forceCommonAnnotations: source.forceCommonAnnotations,
        labelWithoutSelector: source.labelWithoutSelector,
        labelIncludeTemplates: source.labelIncludeTemplates,
        patches: source.patches,
        components: componentsOf(source, context),
    };
    return { path: directory, options: withoutUndefined(options) };
}
function each(texts, environment) {
    return (texts && Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, substitute(value, environment)])));
}
function replicaCount(name, count) {
    if (typeof count === "number")
        return count;
    if (/^[+-]?\d+$/.test(count))
        return Number(count);
    throw new failure/* RenderFailure */.bh("render/failed", `kustomize.replicas of ${name} is ${JSON.stringify(count)}, which is no integer`);
}
function componentsOf(source, { tree, directory }) {
    if (source.ignoreMissingComponents !== true)
        return source.components;
    const found = source.components?.find((component) => source_type/* kustomizationNames */.KF.some((name) => tree.read((0,source_paths/* join */.fj)((0,source_paths/* fileInSource */.N0)(directory, component), name)) !== undefined));
    return found === undefined ? [] : [found];
}
function withoutUndefined(options) {
    return JSON.parse(JSON.stringify(options));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/gitops/archive-tree.js

const block = 512;
const unpackedLimit = 100 * 2 ** 20;
function archiveTree(archive) {
    const files = new Map();
    for (const [name, content] of tarFiles((0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength: unpackedLimit }))) {
        files.set(name.slice(name.indexOf("/") + 1), content);
    }
    return {
        read: (path) => files.get(path),
        list: (directory) => entriesOf(files.keys(), directory),
    };
}
function* tarFiles(tar) {
    let longName;
    for (let at = 0; at + block <= tar.length;) {
        const text = (start, length) => Buffer.from(tar.subarray(at + start, at + start + length))
            .toString("utf8")
            .replace(/\0.*$/su, "");
        const size = Number.parseInt(text(124, 12).trim() || "0", 8);
        if (text(0, 1) === "" || Number.isNaN(size))
            return;
        const content = tar.subarray(at + block, at + block + size);
        const type = text(156, 1);
        if (type === "x")
            longName = /\d+ path=([^\n]*)\n/.exec(Buffer.from(content).toString("utf8"))?.[1];
        else if (type === "L")
            longName = Buffer.from(content).toString("utf8").replace(/\0+$/, "");
        else {
            const prefix = text(345, 155);
            const name = longName ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
            longName = undefined;
            if (type === "0" || type === "")
                yield [name.replace(/^\.\//, ""), content];
        }
        at += block + Math.ceil(size / block) * block;
    }
}
function entriesOf(paths, directory) {
    const found = new Map();
    const prefix = directory === "" ? "" : `${directory}/`;
    for (const path of paths) {
        if (!path.startsWith(prefix))
            continue;
        const rest = path.slice(prefix.length);
        const slash = rest.indexOf("/");
        found.set(slash < 0 ? rest : rest.slice(0, slash), slash >= 0);
    }
    if (found.size === 0)
        return undefined;
    return [...found]
        .map(([name, isDirectory]) => ({ name, directory: isDirectory }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/src/gitops/value-files.js




function resolveValueFiles(valueFiles, rules) {
    const resolved = valueFiles.map((raw) => ({ raw, file: resolveFile(raw, rules) }));
    const named = resolved.map(({ file }) => file).filter((file) => !isGlob(file.path));
    const out = [];
    const add = (file) => {
        if (!out.some((other) => same(other, file)))
            out.push(file);
    };
    for (const { raw, file } of resolved) {
        if (isGlob(file.path)) {
            for (const match of expand(raw, file, rules.ignoreMissing))
                if (!named.some((other) => same(other, match)))
                    add(match);
        }
        else if (!rules.ignoreMissing || file.place.tree.read(file.path) !== undefined) {
            add(file);
        }
    }
    return out;
}
const same = (a, b) => a.place.tree === b.place.tree && a.path === b.path;
const isGlob = (path) => /[*?[]/.test(path);
function expand(raw, { place, path }, ignoreMissing) {
    const fixed = path.slice(0, path.search(/[*?[]/));
    const directory = fixed.slice(0, Math.max(fixed.lastIndexOf("/"), 0));
    const matches = [...(0,source_paths/* walk */.GG)(place.tree, directory, () => true)].filter((file) => (0,glob/* matchesDoubleStar */.LC)(path, file)).sort();
    if (matches.length === 0 && !ignoreMissing) {
        throw new failure/* RenderFailure */.bh("render/failed", `The value file pattern ${raw} matches no file`, {
            hint: "Add a file it matches, or set `ignoreMissingValueFiles: true`",
        });
    }
    return matches.map((match) => ({ place, path: match }));
}
function resolveFile(raw, rules) {
    const reference = raw.startsWith("$") ? (raw.split("/", 1)[0] ?? "") : "";
    const place = rules.references.get(reference.slice(1));
    if (reference !== "" && place !== undefined) {
        const rest = substitute(raw.slice(reference.length), rules.environment);
        return { place, path: (0,source_paths/* fileInSource */.N0)("", rest === "" ? "/" : rest) };
    }
    if (reference !== "" && rules.refNames !== undefined) {
        const known = rules.refNames.map((name) => `$${name}`).join(", ");
        const choice = known === "" ? "no source has a `ref`" : `the sources are ${known}`;
        throw new failure/* RenderFailure */.bh("render/failed", `${raw} names the source ${reference}, but ${choice}`);
    }
    const path = substitute(raw, rules.environment);
    if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(path)) {
        throw new failure/* RenderFailure */.bh("render/source-unavailable", `The value file ${path} is a URL, which is not fetched here`, {
            hint: "Keep value files in a repository and name them with `$ref/`",
        });
    }
    return { place: rules.own, path: (0,source_paths/* fileInSource */.N0)(rules.own.directory, path) };
}

;// CONCATENATED MODULE: ./build/src/gitops/helm-source.js





function helmRequest(helm, context) {
    const { environment } = context;
    const rules = { ...context, ignoreMissing: helm.ignoreMissingValueFiles === true };
    const kubeVersion = kubeVersionOf(helm.kubeVersion || context.kubeVersion);
    const inline = valuesText(helm);
    return {
        chart: context.chart,
        releaseName: helm.releaseName || context.applicationName,
        namespace: helm.namespace || context.destinationNamespace,
        ...splitValueFiles(resolveValueFiles(helm.valueFiles ?? [], rules), inline),
        parameters: lastOfEach(helm.parameters ?? []).map(({ name = "", value = "", forceString = false }) => ({
            name,
            value: substitute(value, environment),
            forceString,
        })),
        fileParameters: lastOfEach(helm.fileParameters ?? []).map(({ name = "", path = "" }) => ({
            name,
            path: fileParameterPath(resolveFile(path, rules)),
        })),
        ...(kubeVersion !== "" && { kubeVersion }),
        apiVersions: helm.apiVersions?.length ? helm.apiVersions : context.apiVersions,
        includeCrds: helm.skipCrds !== true,
        skipHooks: false,
        skipTests: helm.skipTests === true,
        skipSchemaValidation: helm.skipSchemaValidation === true,
        dependencies: {},
    };
}
function valuesText(helm) {
    if (helm.valuesObject !== undefined)
        return [JSON.stringify(helm.valuesObject)];
    return helm.values ? [helm.values] : [];
}
function splitValueFiles(files, inline) {
    const paths = files.map(enginePath);
    const valuesFiles = paths.filter((path) => path !== undefined);
    if (valuesFiles.length === paths.length)
        return { valuesFiles, values: inline };
    return { valuesFiles: [], values: [...files.map(readText), ...inline] };
}
function enginePath({ place, path }) {
    if (place.root === undefined)
        return undefined;
    if (place.root !== "")
        place.tree.read(path);
    return (0,source_paths/* join */.fj)(place.root, path);
}
function readText({ place, path }) {
    const content = place.tree.read(path);
    if (content !== undefined)
        return new TextDecoder().decode(content);
    throw new failure/* RenderFailure */.bh("render/failed", `The value file ${path} does not exist`, {
        hint: "Mend the path, or set `ignoreMissingValueFiles: true`",
    });
}
function fileParameterPath(file) {
    const path = enginePath(file);
    if (path !== undefined)
        return path;
    throw new failure/* RenderFailure */.bh("render/failed", `The file parameter ${file.path} lies inside the fetched chart, which is not supported here`);
}
function lastOfEach(items) {
    return [...new Map(items.map((item) => [item.name ?? "", item])).values()];
}

;// CONCATENATED MODULE: ./build/src/gitops/source-context.js

function environmentOf(source, context) {
    return buildEnvironment({
        ...context,
        repoURL: source.repoURL,
        path: source.path ?? "",
        targetRevision: source.targetRevision ?? "",
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/where.js
class Where {
    own;
    at;
    origin;
    constructor(own, at, origin) {
        this.own = own;
        this.at = at;
        this.origin = origin;
    }
    file(path) {
        return this.moved([{ file: path, line: 1, column: 1 }]);
    }
    moved(found) {
        const declared = this.at.map((place) => ({ ...place, via: place.via ?? "Application" }));
        if (this.own)
            return [...found, ...declared];
        const [first, ...rest] = declared;
        if (first === undefined)
            return [];
        return [{ ...first, via: `${found[0]?.file ?? "a file"} of ${this.origin}` }, ...rest];
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/render-helm.js








async function renderChart(source, ref, context, log) {
    const tree = await mountCharts(log.watch(context.tree), [ref], context, log);
    const chart = (0,src_tree/* chartPath */.YB)(ref);
    let opened;
    const inside = () => (opened ??= archiveTree(tree.read(chart) ?? new Uint8Array()));
    const own = {
        tree: { read: (path) => inside().read(path), list: (path) => inside().list(path) },
        directory: "",
        root: undefined,
    };
    const helm = { source, environment: environmentOf(source, context), tree, chart, own, working: true };
    const where = new Where(false, context.at, `${ref.chart} ${ref.version}`);
    return renderHelm(helm, context, { reads: log, log }, (template) => where.file(template));
}
async function renderHelm(helm, context, logs, locate) {
    const { places, mounts } = await referencedPlaces(helm, context, logs.log);
    const tree = mounts.length === 0 ? helm.tree : context.trees.mount(helm.tree, mounts);
    const refNames = context.multiple ? context.siblings.flatMap(({ ref }) => ref || []) : undefined;
    const request = helmRequest(helm.source.helm ?? {}, { ...context, ...helm, references: places, refNames });
    const result = await withCharts(tree, context, logs.log, (mounted, charts) => context.engines.helm(mounted, {
        ...request,
        dependencies: Object.fromEntries(charts.map((ref) => [`${ref.chart}-${ref.version}`, (0,src_tree/* chartPath */.YB)(ref)])),
    }));
    logs.reads.add(result.reads);
    return result.resources.map(({ manifest, template }) => ({ manifest, at: locate(template) }));
}
async function referencedPlaces(helm, context, log) {
    const options = helm.source.helm;
    const named = [...(options?.valueFiles ?? []), ...(options?.fileParameters ?? []).map(({ path }) => path ?? "")];
    const used = new Set(named.map((file) => file.split("/", 1)[0]));
    const found = { places: new Map(), mounts: [] };
    for (const sibling of context.siblings) {
        const { ref } = sibling;
        if (!ref)
            continue;
        checkReference(sibling, ref, found.places);
        if (!used.has(`$${ref}`))
            continue;
        const { tree, kind } = await placeRepository(sibling, context);
        if (kind === "working" && helm.working) {
            found.places.set(ref, { tree: log.watch(tree), directory: "", root: "" });
        }
        else {
            const root = `.slipway/sources/${ref}`;
            found.mounts.push({ path: root, tree });
            found.places.set(ref, { tree: kind === "working" ? log.watch(tree) : tree, directory: "", root });
        }
    }
    return found;
}
function checkReference(sibling, ref, places) {
    const problem = places.has(ref)
        ? `Two sources have the same \`ref\`, ${ref}`
        : !/^[a-zA-Z0-9_-]+$/.test(ref)
            ? `The \`ref\` ${ref} may only have letters, digits, "_" and "-"`
            : sibling.chart
                ? `The \`ref\` ${ref} is a chart; only Git repositories can be referenced`
                : undefined;
    if (problem !== undefined)
        throw new failure/* RenderFailure */.bh("render/failed", problem);
}

;// CONCATENATED MODULE: ./build/src/gitops/render-source.js













async function renderSource(source, context, log) {
    if (source.ref && !source.path && !source.chart)
        return { produced: [], notices: [] };
    const chart = chartOf(source);
    if (chart !== undefined)
        return { produced: await renderChart(source, chart, context, log), notices: [] };
    const placement = await placeRepository(source, context);
    const working = placement.kind === "working";
    const tree = working ? log.watch(placement.tree) : placement.tree;
    const directory = (0,source_paths/* sourcePath */.Z3)(source.path ?? "");
    if (tree.lookup(directory)?.type !== "directory") {
        throw new failure/* RenderFailure */.bh("render/failed", `The source path ${source.path} does not exist in ${tree.describe()}`);
    }
    const merged = (0,source_type/* withOverrides */.Sn)(source, tree, directory, context.applicationName);
    const reads = working ? log : new ReadLog();
    const found = { source: merged, tree, directory, reads, log, where: new Where(working, context.at, source.repoURL) };
    try {
        return await renderFound(found, working, context);
    }
    catch (error) {
        throw error instanceof failure/* RenderFailure */.bh ? (0,failure/* placedIn */.T8)(error, working ? tree : undefined) : error;
    }
}
async function renderFound(found, working, context) {
    const { source, tree, directory, reads, log, where } = found;
    const type = (0,source_type/* sourceType */.Mx)(source, tree, directory);
    if (type === "plugin")
        return { produced: [], notices: [pluginNotice(source, context)] };
    if (type === "directory")
        return renderDirectory(found, context);
    if (type === "kustomize")
        return { produced: await renderKustomize(found, context), notices: [] };
    const helm = {
        source,
        environment: environmentOf(source, context),
        tree,
        chart: directory,
        own: { tree, directory, root: "" },
        working,
    };
    const locate = (template) => where.file(chartFile(directory, template));
    return { produced: await renderHelm(helm, context, { reads, log }, locate), notices: [] };
}
function pluginNotice(source, context) {
    const name = source.plugin?.name ?? "that Argo CD would choose";
    const message = `The config-management plugin ${name} is not run here, so its output is not checked`;
    return { rule: "gitops/plugin", message, at: [...context.at] };
}
async function renderDirectory({ source, tree, directory, where }, context) {
    const files = manifestFiles(tree, directory, source.directory ?? {});
    const { produced, jsonnet } = await renderFiles(tree, files, context.engines);
    const notices = jsonnet.map((file) => {
        const message = `${file} is Jsonnet, which is not evaluated here, so what it makes is not checked`;
        return { rule: "gitops/jsonnet", message, at: where.file(file) };
    });
    return { produced: produced.map(({ manifest, at }) => ({ manifest, at: where.moved(at) })), notices };
}
async function renderKustomize(found, context) {
    const { source, tree, directory, where } = found;
    const request = {
        ...kustomizeRequest(source.kustomize, {
            ...context,
            tree,
            directory,
            environment: environmentOf(source, context),
        }),
        ...(source.repoURL === thisRepository && { loadRestrictor: "none" }),
    };
    const result = await withCharts(tree, context, found.log, (mounted) => context.engines.kustomize(mounted, request));
    found.reads.add(result.reads);
    const fallback = (0,source_paths/* join */.fj)(directory, "kustomization.yaml");
    return result.resources.flatMap(({ manifest, origin }) => (0,gitops_json/* isObject */.Gv)(manifest) ? [{ manifest, at: where.file(origin?.path ?? fallback) }] : []);
}
function chartFile(directory, template) {
    return (0,source_paths/* join */.fj)(directory, template.slice(template.indexOf("/") + 1));
}

;// CONCATENATED MODULE: ./build/src/gitops/render-application.js










async function renderApplication(application, context) {
    const digest = await requestDigest(application, context);
    const known = digest === undefined ? undefined : context.cache?.lookup(digest, context.tree);
    if (known !== undefined && (await hasSameCharts(known, context)))
        return { ok: true, rendering: known, reused: true };
    const log = new ReadLog();
    try {
        const rendering = await renderSources(application, context, log);
        if (digest !== undefined && !hasOverrides(rendering))
            context.cache?.store(digest, rendering);
        return { ok: true, rendering, reused: false };
    }
    catch (error) {
        return { ok: false, failure: (0,failure/* asFailure */.h_)(error, `${application.name} does not render`), reads: log.result() };
    }
}
async function renderSources(application, context, log) {
    const { spec } = application;
    const siblings = sourcesOf(spec);
    const results = await Promise.all(siblings.map((source) => renderSource(source, {
        ...context,
        applicationName: application.name,
        destinationNamespace: spec.destination.namespace ?? "",
        project: spec.project,
        multiple: hasMultipleSources(spec),
        siblings,
        at: application.at,
    }, log)));
    return {
        produced: flattenLists(results.flatMap((result) => result.produced)),
        notices: results.flatMap((result) => result.notices),
        reads: log.result(),
        charts: log.charts(),
    };
}
async function hasSameCharts({ charts }, context) {
    const found = await Promise.all(charts.map(({ ref }) => context.sources.chart(ref)));
    return found.every((chart, index) => !("unavailable" in chart) && chart.id === charts[index]?.id);
}
function hasOverrides({ reads }) {
    return Object.entries(reads.files).some(([file, id]) => id !== null && file.includes(".argocd-source"));
}
async function requestDigest(application, context) {
    if (context.cache === undefined)
        return undefined;
    const { spec } = application;
    const sources = sourcesOf(spec);
    const usesRevision = namesRevision(JSON.stringify(sources));
    const elsewhere = await Promise.all(sources.map(async (source) => {
        if (source.chart || source.repoURL.startsWith("oci://"))
            return "";
        if (context.identity.isThis(source.repoURL)) {
            if (followsBranch(source.targetRevision, context.branches))
                return "";
            const pinned = await context.trees.treeAt(source.targetRevision ?? "");
            return pinned && contentId(pinned);
        }
        const found = await context.sources.git(source.repoURL, source.targetRevision || "HEAD");
        return "unavailable" in found ? undefined : found.commit;
    }));
    if (elsewhere.includes(undefined))
        return undefined;
    const request = {
        name: application.name,
        project: spec.project,
        namespace: spec.destination.namespace ?? "",
        sources,
        multiple: hasMultipleSources(spec),
        revision: usesRevision ? context.revision : "",
        kubeVersion: context.kubeVersion,
        apiVersions: context.apiVersions,
        at: application.at,
        own: sources.map((source) => context.identity.isThis(source.repoURL)),
        elsewhere,
    };
    return (0,external_node_crypto_.createHash)("sha256").update((0,gitops_json/* stableJson */._Y)(request)).digest("hex");
}

;// CONCATENATED MODULE: ./build/src/gitops/workshop.js









function placementOf(request, discovered, argoNamespace) {
    const { tree, trees, sources, options } = request;
    const applications = discovered.applications.map((declared) => declaredUnit(declared, argoNamespace).application);
    const identity = identify(options.repositories, applications, discovered.applicationSets, tree);
    return { tree, trees, sources, identity, branches: new Set(options.branches) };
}
function worldOf({ engines, options }, placement) {
    return {
        clusters: options.clusters ?? [],
        pullRequests: options.pullRequests ?? [],
        render: (requests) => engines.goTemplate(requests),
        treeOf: async (repoURL, targetRevision) => {
            try {
                return (await placeRepository({ repoURL, targetRevision }, placement)).tree;
            }
            catch (error) {
                return { unavailable: (0,failure/* asFailure */.h_)(error, "The repository cannot be read").message };
            }
        },
    };
}
async function renderUnit(unit, request, placement) {
    if (unit.files !== undefined)
        return renderLoose(unit.files, request);
    const { engines, options, cache } = request;
    return renderApplication(unit.application, {
        ...placement,
        engines,
        revision: options.revision,
        kubeVersion: options.kubernetesVersion,
        apiVersions: options.apiVersions ?? [],
        cache,
    });
}
async function renderLoose(files, { tree, engines, cache }) {
    const digest = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify(["manifests", files]))
        .digest("hex");
    const known = cache?.lookup(digest, tree);
    if (known !== undefined)
        return { ok: true, rendering: known, reused: true };
    const log = new ReadLog();
    const watched = log.watch(tree);
    const found = await Promise.all(files.map((file) => renderFiles(watched, [file], engines).catch(() => undefined)));
    const produced = found.flatMap((one) => one?.produced ?? []);
    const rendering = { produced: flattenLists(produced), notices: [], reads: log.result(), charts: [] };
    cache?.store(digest, rendering);
    return { ok: true, rendering, reused: false };
}

;// CONCATENATED MODULE: ./build/src/gitops/render.js










async function renderRepository(request) {
    const { tree, options, remember = rememberNothing } = request;
    const ignored = (path) => (options.ignore ?? []).some((pattern) => (0,glob/* matchesDoubleStar */.LC)(pattern, path));
    const layout = readLayout(tree, ignored, remember);
    const discovered = discover(tree, layout, remember);
    const argoNamespace = options.argoNamespace ?? argoNamespaceOf(discovered);
    const placement = placementOf(request, discovered, argoNamespace);
    const world = worldOf(request, placement);
    const forest = new Forest({ world, argoNamespace, render: (unit) => renderUnit(unit, request, placement) });
    const stage = { forest, layout, tree, identity: placement.identity };
    await growDeclared(seedsOf(discovered, { layout, identity: placement.identity, world, argoNamespace }), stage);
    await growImplicit(stage);
    const plain = uncoveredManifests(tree, layout, forest.filesRead());
    const folders = [...plain].map(([directory, files]) => manifestsUnit(directory, files, layout));
    for (const unit of folders)
        unit.outcome = await renderUnit(unit, request, placement);
    return conclude({ forest, folders, discovered, options, argoNamespace, owned: layout.owned });
}

// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(1729);
;// CONCATENATED MODULE: ./build/src/run/kept-engines.js

const noReads = { files: {}, listings: {} };
function keptEngines(engines, results, tree) {
    const wanting = (operation, over, request, make) => {
        const mounts = mountsOf(over);
        if (mounts === undefined)
            return make();
        return results.recall(keyOf(operation, [request, mounts]), over, async () => {
            const value = await make();
            return { value, reads: value.needs.length > 0 ? value.reads : undefined };
        });
    };
    return {
        ...engines,
        kustomize: (over, request, rest) => wanting("kustomize", over, request, () => engines.kustomize(over, request, rest)),
        helm: (over, request, rest) => wanting("helm", over, request, () => engines.helm(over, request, rest)),
        goTemplate: (requests, rest) => results.recall(keyOf("go template", requests), tree, async () => ({
            value: await engines.goTemplate(requests, rest),
            reads: noReads,
        })),
    };
}
const keyOf = (operation, request) => `${operation} ${(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(request)).digest("hex")}`;
function mountsOf(tree) {
    const mounts = tree.snapshot().flatMap((part) => (part.type === "mount" ? part.mounts : []));
    const files = mounts.flatMap((mount) => ("id" in mount ? [[mount.path, mount.id]] : []));
    return files.length === mounts.length ? files : undefined;
}

// EXTERNAL MODULE: ./build/src/run/warm.js
var warm = __webpack_require__(5826);
;// CONCATENATED MODULE: ./build/src/run/render-side.js





async function renderSide(tree, { workspace, engines, sources, results }) {
    const { root, configuration, schemas, kubernetesVersion, repositories, branches, revision } = workspace;
    return renderRepository({
        tree,
        engines: keptEngines(engines, results, tree),
        sources,
        cache: { ...results.renderings, lookup: (0,warm/* lookupOrWarm */.F)(results.renderings, engines) },
        remember: results.remember,
        trees: {
            treeAt: once((ref) => openIfThere(root, ref)),
            open: (directory, commit) => (0,src_tree/* openRevision */.k3)(directory, commit),
            mount: src_tree/* mount */.Or,
        },
        options: {
            repositories,
            branches: [...branches, revision],
            revision,
            kubernetesVersion,
            clusters: configuration.clusters,
            pullRequests: configuration.pullRequests.map((sample) => ({ ...sample, headSha: sample.headSha ?? revision })),
            ignore: configuration.ignore,
            scopeOf: (apiVersion, kind) => schemas.scopeOf({ version: kubernetesVersion, apiVersion, kind }),
        },
    });
}
async function openIfThere(root, ref) {
    try {
        return await (0,src_tree/* openRevision */.k3)(root, ref);
    }
    catch (error) {
        if (error instanceof model_error/* SlipwayError */.GQ && (error.code === "SLW-BASE" || error.code === "SLW-USAGE"))
            return undefined;
        throw error;
    }
}
function once(make) {
    const made = new Map();
    return (key) => {
        const known = made.get(key) ?? make(key);
        made.set(key, known);
        return known;
    };
}


/***/ }),

/***/ 9109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ openResults)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/engine/index.js + 18 modules
var engine = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(4971);
;// CONCATENATED MODULE: ./build/src/run/file-facts.js
const key = "file facts";
const noReads = { files: {}, listings: {} };
function fileFacts(stored, tree) {
    const before = new Map(entriesOf(stored?.find(key, tree)?.body()));
    const asked = new Map();
    let added = false;
    return {
        found: before.size > 0,
        remember(kind, id, make) {
            const name = `${kind} ${id}`;
            const known = asked.has(name) ? asked : before;
            if (!known.has(name))
                added = true;
            const fact = known.has(name) ? known.get(name) : make();
            asked.set(name, fact);
            return fact;
        },
        put() {
            if (added)
                stored?.put(key, { reads: noReads, facts: null, body: Object.fromEntries(asked) });
        },
    };
}
const entriesOf = (body) => typeof body === "object" && body !== null ? Object.entries(body) : [];

// EXTERNAL MODULE: ./build/src/tree/index.js + 18 modules
var src_tree = __webpack_require__(4842);
;// CONCATENATED MODULE: ./build/src/run/render-cache.js

function renderResults(stored) {
    const renderings = new Map();
    const requests = new WeakMap();
    const note = (request, rendering) => {
        renderings.set(request, [...(renderings.get(request) ?? []), rendering]);
        requests.set(rendering, request);
    };
    return {
        lookup(request, tree) {
            const known = renderings.get(request)?.find(({ reads }) => (0,src_tree/* sameReads */.iw)(reads, tree));
            if (known !== undefined)
                return known;
            const kept = stored && storedRendering(stored, request, tree);
            if (kept !== undefined)
                note(request, kept);
            return kept;
        },
        store(request, rendering) {
            note(request, rendering);
            const { reads, ...body } = rendering;
            stored?.put(keyOf(request), { reads, facts: null, body });
        },
        requestOf: (rendering) => requests.get(rendering),
    };
}
const keyOf = (request) => `rendering ${request}`;
function storedRendering(stored, request, tree) {
    const hit = stored.find(keyOf(request), tree);
    const body = hit?.body();
    if (hit === undefined || typeof body !== "object" || body === null)
        return undefined;
    return { ...body, reads: hit.reads };
}

;// CONCATENATED MODULE: ./build/src/run/results.js







function openResults(options, ports, tree) {
    const stored = options.cache ? openStored(options.root, (0,fetching/* environmentOf */.p7)(ports).toolCacheDir) : undefined;
    const facts = fileFacts(stored, tree);
    return {
        found: facts.found,
        renderings: renderResults(stored),
        remember: facts.remember,
        async recall(key, over, make) {
            const hit = stored?.find(key, over);
            if (hit)
                return hit.facts;
            const { value, reads } = await make();
            if (reads)
                stored?.put(key, { reads, facts: value, body: null });
            return value;
        },
        keep() {
            facts.put();
            const saved = stored?.save() ?? {};
            stored?.close();
            return saved;
        },
    };
}
function openStored(root, directory) {
    const name = (0,external_node_crypto_.createHash)("sha256").update((0,external_node_fs_.realpathSync)(root)).digest("hex").slice(0, 32);
    return (0,engine/* openCache */.bp)({ path: (0,external_node_path_.join)(directory, "results", name), stamp: (0,engine/* buildStamp */.QE)((0,engine/* locate */.x5)()) });
}


/***/ }),

/***/ 5826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ lookupOrWarm),
/* harmony export */   b: () => (/* binding */ warmFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _gitops_source_type_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6958);


function warmFor(tree, engines) {
    const names = new Set([...tree.files()].map((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file)));
    if (_gitops_source_type_js__WEBPACK_IMPORTED_MODULE_1__/* .kustomizationNames */ .KF.some((name) => names.has(name)))
        engines.warm("kustomize");
    if (names.has("Chart.yaml"))
        engines.warm("helm");
    engines.warm("kubeconform");
}
function lookupOrWarm({ lookup }, engines) {
    let warm = false;
    return (request, tree) => {
        const known = lookup(request, tree);
        if (known === undefined && !warm) {
            warm = true;
            engines.warm("kubeconform");
        }
        return known;
    };
}


/***/ }),

/***/ 7365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: ./packages/kubeconform-wasm/dist/index.js
var dist = __webpack_require__(999);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(1729);
;// CONCATENATED MODULE: ./build/src/run/configuration.js



const configurationFile = "slipway.yaml";
const cluster = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().describe("The cluster's name in Argo CD; `in-cluster` is always known"),
    server: schemas/* string */.YjP().describe("The cluster's API address as Applications name it in destination.server"),
    labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}).describe("Labels that cluster generators select by"),
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}).describe("Annotations that cluster generators may use"),
});
const pullRequest = schemas/* strictObject */.rej({
    number: schemas/* number */.aig().int().positive().describe("The pull request's number"),
    branch: schemas/* string */.YjP().describe("Its head branch"),
    title: schemas/* string */.YjP().default("").describe("Its title"),
    author: schemas/* string */.YjP().default("").describe("Its author's login"),
    headSha: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{40}$/)
        .optional()
        .describe("The commit at its head; what is checked out unless told"),
    targetBranch: schemas/* string */.YjP().default("main").describe("The branch it would merge into"),
    labels: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe("Its labels"),
});
const configurationSchema = schemas/* strictObject */.rej({
    repository: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
        .transform((value) => (typeof value === "string" ? [value] : value))
        .default([])
        .describe("The addresses by which Applications name this repository, where the Git remote does not say so"),
    kubernetesVersion: schemas/* string */.YjP()
        .optional()
        .describe("The cluster's version, such as 1.36; the newest known one by default"),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP())
        .default(["**/testdata/**", "**/fixtures/**", "**/node_modules/**"])
        .describe("Globs of files that no check and no implicit Application looks at; `**` is any number of folders"),
    clusters: schemas/* array */.YOg(cluster)
        .default([])
        .describe("The clusters Argo CD knows, for destinations and cluster generators"),
    pullRequests: schemas/* array */.YOg(pullRequest).default([]).describe("Samples for pull-request generators"),
    schemaLocations: schemas/* array */.YOg(schemas/* string */.YjP())
        .default(["default"])
        .describe("Where schemas are looked up, in order: `default` for the bundled ones, or kubeconform's templates"),
});
function readConfiguration(tree) {
    const bytes = tree.read(configurationFile);
    if (!bytes)
        return configurationSchema.parse({});
    const text = new TextDecoder().decode(bytes);
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { prettyErrors: true });
    const [broken] = document.errors;
    if (broken)
        throw invalid(broken.linePos?.[0].line ?? 1, [broken.message.split("\n")[0] ?? broken.message]);
    const parsed = configurationSchema.safeParse(plainValue(document) ?? {});
    if (parsed.success)
        return parsed.data;
    const lineOf = (path) => {
        for (let length = path.length; length > 0; length -= 1) {
            const node = document.getIn(path.slice(0, length), true);
            if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
                return text.slice(0, Number(node.range[0])).split("\n").length;
            }
        }
        return 1;
    };
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    throw invalid(lineOf(parsed.error.issues[0]?.path ?? []), problems);
}
function plainValue(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (error) {
        throw invalid(1, [error instanceof Error ? error.message : String(error)]);
    }
}
function invalid(line, problems) {
    return new model_error/* SlipwayError */.GQ("SLW-CONFIG", `${configurationFile}:${line} is not valid\n  ${problems.join("\n  ")}`, {
        hint: "schemas/slipway.v1.json lists every key; editors complete it.",
    });
}

// EXTERNAL MODULE: ./build/src/engine/index.js + 18 modules
var engine = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/tree/index.js + 18 modules
var tree = __webpack_require__(4842);
;// CONCATENATED MODULE: ./build/src/run/workspace.js





async function openWorkspace(options, { env }) {
    const { root } = options;
    const opening = (0,tree/* openWorkingCopy */.Fs)(root);
    const [head, checkout] = await Promise.all([opening, (0,tree/* describeCheckout */.i2)(root)]);
    const base = await openBase(options, checkout.defaultBranch, opening);
    const configuration = readConfiguration(head);
    const schemas = (0,dist/* openSchemas */.ZT)((0,engine/* locate */.x5)().schemas);
    const declared = options.kubernetesVersion ?? configuration.kubernetesVersion;
    return {
        root,
        head,
        ...(base && { base }),
        configuration,
        schemas,
        kubernetesVersion: bundledVersion(schemas, declared),
        repositories: [...checkout.remotes, ...configuration.repository, ...given(env["GITHUB_REPOSITORY"])],
        branches: [checkout.defaultBranch, env["GITHUB_BASE_REF"], options.base].flatMap(given),
        revision: checkout.commit ?? "",
    };
}
function given(value) {
    return value === undefined || value === "" ? [] : [value];
}
async function openBase({ root, base: asked }, defaultBranch, like) {
    const ref = asked ?? (defaultBranch === undefined ? undefined : `origin/${defaultBranch}`);
    if (ref === undefined)
        return undefined;
    try {
        const base = await (0,tree/* resolveBase */.gU)(root, ref);
        return { ...base, tree: await (0,tree/* openRevision */.k3)(root, base.commit, { like }) };
    }
    catch (error) {
        if (asked === undefined && error instanceof model_error/* SlipwayError */.GQ && error.code === "SLW-BASE")
            return undefined;
        throw error;
    }
}
function bundledVersion(schemas, declared) {
    const newest = schemas.versions.at(-1) ?? "";
    try {
        return schemas.version(declared ?? newest);
    }
    catch (error) {
        if (!(error instanceof dist/* UnknownVersionError */.Zv))
            throw error;
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", error.message, {
            hint: "Give --kubernetes-version, or kubernetesVersion in slipway.yaml, one of these.",
            cause: error,
        });
    }
}


/***/ }),

/***/ 4842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YB: () => (/* reexport */ chartPath),
  i2: () => (/* reexport */ describeCheckout),
  Or: () => (/* reexport */ mount),
  k3: () => (/* reexport */ openRevision),
  Fs: () => (/* reexport */ openWorkingCopy),
  wh: () => (/* reexport */ readId),
  gU: () => (/* reexport */ resolveBase),
  iw: () => (/* reexport */ sameReads)
});

// UNUSED EXPORTS: chartsDirectory, createTrees, recorded

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(1729);
;// CONCATENATED MODULE: ./build/src/tree/git.js


const maxBuffer = 1024 ** 3;
const unsafeSettings = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
function runGit(directory, args, input) {
    return new Promise((settle, fail) => {
        const options = { cwd: directory, env: gitEnvironment(process.env), encoding: "buffer", maxBuffer };
        const child = (0,external_node_child_process_.execFile)("git", [...unsafeSettings, ...args], options, (error, stdout, stderr) => {
            if (error && typeof error.code !== "number")
                fail(cannotRun(error));
            else
                settle({ status: Number(error?.code ?? 0), stdout, stderr: stderr.toString() });
        });
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(input);
    });
}
function runGitSync(directory, args, input) {
    const env = gitEnvironment(process.env);
    const { error, status, stdout, stderr } = (0,external_node_child_process_.spawnSync)("git", [...unsafeSettings, ...args], {
        cwd: directory,
        env,
        input,
        maxBuffer,
    });
    if (error)
        throw cannotRun(error);
    return { status: status ?? 1, stdout, stderr: stderr.toString() };
}
function gitEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || name.startsWith("GIT_CONFIG"));
    return {
        ...Object.fromEntries(kept),
        GIT_OPTIONAL_LOCKS: "0",
        GIT_TERMINAL_PROMPT: "0",
        GIT_NO_LAZY_FETCH: "1",
        LC_ALL: "C",
    };
}
const isNoRepository = ({ status, stderr }) => status !== 0 && stderr.includes("not a git repository");
function explainGit(directory, { stderr }) {
    const cause = new Error(stderr.trim());
    if (stderr.includes("dubious ownership")) {
        return new model_error/* SlipwayError */.GQ("SLW-GIT", `git does not trust "${directory}": it belongs to another user`, {
            hint: `run: git config --global --add safe.directory ${JSON.stringify(directory)}`,
            cause,
        });
    }
    if (stderr.includes("must be run in a work tree")) {
        return new model_error/* SlipwayError */.GQ("SLW-GIT", `"${directory}" is inside a git repository without a working copy`, {
            hint: "pass the folder of a checkout as --root",
            cause,
        });
    }
    const [first = "no message"] = stderr.trim().split("\n");
    return new model_error/* SlipwayError */.GQ("SLW-GIT", `git failed in "${directory}": ${first}`, { cause });
}
function cannotRun(error) {
    const missing = "code" in error && error.code === "ENOENT";
    return new model_error/* SlipwayError */.GQ("SLW-GIT", missing ? "git is not installed or not on PATH" : `git failed: ${error.message}`, {
        ...(missing ? { hint: "install git 2.30 or newer" } : {}),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/src/tree/checkout.js

async function describeCheckout(root) {
    const [remotes, refs, symbolic] = await Promise.all([
        runGit(root, ["config", "--get-regexp", String.raw `^remote\..*\.url$`]),
        runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]),
        runGit(root, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]),
    ]);
    const defaultBranch = /^refs\/remotes\/origin\/(.+)$/.exec(symbolic.stdout.toString().trim())?.[1];
    const commit = refs.status === 0 ? refs.stdout.toString().trim() : "";
    return {
        remotes: remotes.stdout
            .toString()
            .split("\n")
            .flatMap((line) => line.split(" ").slice(1, 2)),
        ...(defaultBranch !== undefined && { defaultBranch }),
        ...(commit !== "" && { commit }),
    };
}

;// CONCATENATED MODULE: ./build/src/tree/chart-path.js
function chartPath(ref) {
    const name = ref.chart || ref.repository.slice(ref.repository.lastIndexOf("/") + 1);
    return `${chartsDirectory}/${name.replaceAll("/", "_")}-${ref.version.replaceAll("/", "_")}.tgz`;
}
const chartsDirectory = ".slipway/charts";

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./packages/go-wasm-host/dist/index.js
var dist = __webpack_require__(3065);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/tree/blobs.js


const aheadBytes = 64 * 1024 ** 2;
const chunk = { blobs: 128, bytes: 16 * 1024 ** 2 };
function createBlobs(entries, { root, blobs }) {
    const ahead = blobs && openLoaded(blobs);
    let recent = new Map();
    return {
        loaded: (id) => ahead?.(id) ?? recent.get(id),
        fetch(place, id) {
            const wanted = new Set([id]);
            for (let at = place + 1; at < entries.paths.length && wanted.size < chunk.blobs; at++) {
                const next = entries.id(at);
                if (next && !ahead?.(next))
                    wanted.add(next);
            }
            const sizes = parseSizes(runGitSync(root, checkSizes, `${[...wanted].join("\n")}\n`).stdout.toString());
            const asked = within(sizes, [...wanted], chunk.bytes);
            if (!sizes.has(id))
                throw missing(id);
            const { stdout } = runGitSync(root, readBlobs, `${[id, ...asked.filter((other) => other !== id)].join("\n")}\n`);
            recent = parseBlobs(stdout);
            return recent.get(id);
        },
    };
}
async function loadBlobs(root, ids) {
    const unique = [...new Set(ids)];
    if (unique.length === 0)
        return undefined;
    const sizes = parseSizes((await runGit(root, checkSizes, `${unique.join("\n")}\n`)).stdout.toString());
    const chosen = within(sizes, unique, aheadBytes);
    const found = parseBlobs((await runGit(root, readBlobs, `${chosen.join("\n")}\n`)).stdout);
    const total = [...found.values()].reduce((sum, { length }) => sum + length, 0);
    const bytes = new SharedArrayBuffer(total);
    const ranges = [];
    let at = 0;
    for (const content of found.values()) {
        new Uint8Array(bytes, at, content.length).set(content);
        ranges.push(at, content.length);
        at += content.length;
    }
    const idLength = unique[0]?.length ?? 40;
    return { ids: [...found.keys()].join(""), idLength, ranges: Uint32Array.from(ranges), bytes };
}
function openLoaded({ ids, idLength, ranges, bytes }) {
    const places = new Map();
    for (let at = 0; at * idLength < ids.length; at++)
        places.set(ids.slice(at * idLength, (at + 1) * idLength), at);
    return (id) => {
        const place = places.get(id);
        if (place === undefined)
            return undefined;
        return new Uint8Array(new Uint8Array(bytes, ranges[2 * place], ranges[2 * place + 1]));
    };
}
const checkSizes = ["cat-file", "--batch-check", "--buffer"];
const readBlobs = ["cat-file", "--batch", "--buffer"];
function parseSizes(output) {
    const lines = output.split("\n").map((line) => line.split(" "));
    return new Map(lines.flatMap(([id = "", type, size]) => (type === "blob" ? [[id, Number(size)]] : [])));
}
function within(sizes, ids, limit) {
    let total = 0;
    return ids.filter((id) => {
        const size = sizes.get(id) ?? Infinity;
        if (total + size > limit)
            return false;
        total += size;
        return true;
    });
}
function parseBlobs(output) {
    const found = new Map();
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(0x0a, at);
        const [id = "", type, size] = output.toString("latin1", at, end).split(" ");
        at = end + 1;
        if (type !== "blob")
            continue;
        found.set(id, output.subarray(at, at + Number(size)));
        at += Number(size) + 1;
    }
    return found;
}
function missing(id) {
    return new dist/* EngineError */.NJ("invalid", `this clone does not have the content of blob ${id}`, {
        detail: "The clone is partial or shallow: check out without a filter.",
    });
}

;// CONCATENATED MODULE: ./build/src/tree/paths.js

function normalize(path) {
    const clean = resolve("", path);
    if (clean === undefined)
        throw new dist/* EngineError */.NJ("refused", `"${path}" is outside the repository`);
    return clean;
}
function resolve(directory, path) {
    if (path.startsWith("/"))
        return undefined;
    if (directory === "" && isNormal(path))
        return path;
    const names = directory === "" ? [] : directory.split("/");
    for (const name of path.split("/")) {
        if (name === "" || name === ".")
            continue;
        if (name !== "..")
            names.push(name);
        else if (names.pop() === undefined)
            return undefined;
    }
    return names.join("/");
}
const needsWork = /(?:^|\/)\.{0,2}(?:\/|$)/;
function isNormal(path) {
    return path === "" || !needsWork.test(path);
}
function directoryOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

;// CONCATENATED MODULE: ./build/src/tree/entries.js

const letters = { file: "f", symlink: "l", submodule: "m" };
const inOrder = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
function packEntries(found, idLength = 40) {
    const kept = found.filter(({ path }) => path !== "" && isNormal(path) && !path.includes("\uFFFD"));
    if (kept.some(({ path }, at) => at > 0 && path < (kept[at - 1]?.path ?? "")))
        kept.sort(inOrder);
    const unique = kept.filter(({ path }, at) => path !== kept[at + 1]?.path);
    const unknown = " ".repeat(idLength);
    return {
        paths: unique.map(({ path }) => path).join("\0"),
        types: unique.map(({ type }) => type).join(""),
        ids: unique.map(({ id }) => id ?? unknown).join(""),
        idLength,
    };
}
function openEntries(packed) {
    const { types, ids, idLength } = packed;
    const paths = packed.paths === "" ? [] : packed.paths.split("\0");
    let places;
    let directories;
    const all = { from: 0, to: paths.length };
    const below = (directory) => directory === "" ? all : (directories ??= findDirectories(paths)).get(directory);
    return {
        packed,
        paths,
        links: types.includes(letters.symlink),
        type: (place) => types.charAt(place),
        id: (place) => ids.charAt(place * idLength) === " " ? undefined : ids.slice(place * idLength, (place + 1) * idLength),
        find(path) {
            places ??= new Map(paths.map((known, at) => [known, at]));
            return places.get(path) ?? (below(path) ? "directory" : undefined);
        },
        below: (directory) => below(directory) ?? { from: 0, to: 0 },
        children(directory) {
            const range = below(directory);
            if (!range)
                return undefined;
            const start = directory === "" ? 0 : directory.length + 1;
            const found = new Map();
            for (let at = range.from; at < range.to; at++) {
                const path = paths[at] ?? "";
                const slash = path.indexOf("/", start);
                const name = path.slice(start, slash < 0 ? undefined : slash);
                found.set(name, { name, directory: slash >= 0 || types.charAt(at) === letters.submodule });
                if (slash >= 0)
                    at = (below(path.slice(0, slash))?.to ?? range.to) - 1;
            }
            return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        },
    };
}
function findDirectories(paths) {
    const found = new Map();
    const open = [];
    let parent = "";
    for (const [at, path] of paths.entries()) {
        const directory = directoryOf(path);
        if (directory === parent)
            continue;
        parent = directory;
        while (open.length > 0 && !path.startsWith(`${open.at(-1)?.directory}/`))
            entries_close(open.pop(), at);
        let slash = path.indexOf("/", open.length === 0 ? 0 : (open.at(-1)?.directory.length ?? 0) + 1);
        for (; slash >= 0; slash = path.indexOf("/", slash + 1)) {
            const range = { from: at, to: paths.length };
            found.set(path.slice(0, slash), range);
            open.push({ directory: path.slice(0, slash), range });
        }
    }
    return found;
}
function entries_close(directory, at) {
    if (directory)
        directory.range.to = at;
}

;// CONCATENATED MODULE: ./build/src/tree/content.js






const noFollow = external_node_fs_.constants.O_NOFOLLOW ?? 0;
function createContent(entries, source) {
    const { root, kind, repository } = source;
    const blobs = repository ? createBlobs(entries, source) : undefined;
    const idLength = entries.packed.idLength;
    const fromDisk = (place, expected) => {
        const path = entries.paths[place] ?? "";
        const bytes = readDisk((0,external_node_path_.join)(root, path), entries.type(place) === letters.symlink);
        if (!bytes)
            return undefined;
        const id = blobId(bytes, idLength);
        if (expected === undefined || id === expected)
            return { bytes, id };
        const unix = withoutCarriageReturns(bytes);
        if (blobId(unix, idLength) === expected)
            return { bytes: unix, id: expected };
        return kind === "working copy" ? { bytes, id } : undefined;
    };
    return {
        read(place) {
            const expected = entries.id(place);
            if (expected === undefined)
                return fromDisk(place, undefined);
            const loaded = blobs?.loaded(expected);
            if (loaded)
                return { bytes: loaded, id: expected };
            const found = fromDisk(place, expected);
            if (found)
                return found;
            const bytes = blobs?.fetch(place, expected);
            return bytes && { bytes, id: expected };
        },
    };
}
function blobId(bytes, idLength = 40) {
    return (0,external_node_crypto_.createHash)(idLength === 64 ? "sha256" : "sha1")
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest("hex");
}
function readDisk(file, link) {
    try {
        if (link)
            return readLink(file);
        return (0,external_node_fs_.readFileSync)(file, { flag: external_node_fs_.constants.O_RDONLY | noFollow });
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ERR_FS_FILE_TOO_LARGE") {
            throw new dist/* EngineError */.NJ("limit", `${file} is larger than 2 GiB`, { cause: error });
        }
        return undefined;
    }
}
function readLink(file) {
    try {
        return (0,external_node_fs_.readlinkSync)(file, { encoding: "buffer" });
    }
    catch {
        return (0,external_node_fs_.readFileSync)(file, { flag: external_node_fs_.constants.O_RDONLY | noFollow });
    }
}
function withoutCarriageReturns(bytes) {
    return bytes.filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a);
}

;// CONCATENATED MODULE: ./build/src/tree/links.js



const mostLinks = 40;
function followLinks(path, entries, target) {
    let followed = 0;
    let reached = "";
    let ahead = path.split("/");
    for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
        if (name === "")
            continue;
        const next = reached === "" ? name : `${reached}/${name}`;
        const place = entries.find(next);
        if (place === undefined)
            return undefined;
        if (place === "directory" || entries.type(place) !== letters.symlink) {
            reached = next;
            continue;
        }
        if (++followed > mostLinks)
            throw new dist/* EngineError */.NJ("refused", `symbolic link "${next}" leads in circles`);
        const pointsTo = target(place);
        if (pointsTo === undefined)
            return undefined;
        ahead = [...inside(next, reached, pointsTo).split("/"), ...ahead];
        reached = "";
    }
    return reached;
}
function inside(link, directory, target) {
    const found = target === "" ? undefined : resolve(directory, target);
    if (found !== undefined)
        return found;
    throw new dist/* EngineError */.NJ("refused", `symbolic link "${link}" leaves the repository: it points to "${target}"`);
}

;// CONCATENATED MODULE: ./build/src/tree/listing.js

function listingDigest(entries) {
    const text = entries.map(({ name, directory }) => `${directory ? "d" : "f"}${name}`).join("\0");
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 40);
}

;// CONCATENATED MODULE: ./build/src/tree/index-tree.js






let parts = 0;
const partId = () => ++parts;
function index_tree_openIndex(part) {
    const entries = openEntries(part.entries);
    const content = createContent(entries, part.source);
    const ids = new Map();
    const listings = new Map();
    const listingIds = new Map();
    const readPlace = (place) => {
        const found = content.read(place);
        ids.set(place, found?.id ?? "");
        return found?.bytes;
    };
    const idOf = (place) => {
        const known = ids.get(place) ?? entries.id(place);
        if (known === undefined)
            readPlace(place);
        return known ?? ids.get(place) ?? "";
    };
    const target = (place) => {
        const bytes = readPlace(place);
        return bytes && Buffer.from(bytes).toString("utf8");
    };
    const resolve = (path) => {
        const direct = entries.find(path);
        if (direct === "directory" || (direct !== undefined && entries.type(direct) !== letters.symlink))
            return path;
        return entries.links ? followLinks(path, entries, target) : undefined;
    };
    const place = (path) => {
        const resolved = resolve(normalize(path));
        return resolved === undefined ? undefined : { resolved, at: entries.find(resolved) };
    };
    const listResolved = (directory) => {
        const known = listings.get(directory);
        if (known)
            return known;
        const children = entries.children(directory) ?? [];
        const listed = entries.links ? children.map((child) => asTarget(entries, directory, child, resolve)) : children;
        listings.set(directory, listed);
        return listed;
    };
    const directory = (path) => {
        const found = place(path);
        if (found?.at === "directory")
            return found.resolved;
        return typeof found?.at === "number" && entries.type(found.at) === letters.submodule ? found.resolved : undefined;
    };
    const tree = {
        read(path) {
            const found = place(path)?.at;
            return typeof found === "number" && entries.type(found) === letters.file ? readPlace(found) : undefined;
        },
        list(path) {
            const found = directory(path);
            return found === undefined ? undefined : listResolved(found);
        },
        lookup(path) {
            const clean = normalize(path);
            const found = (entries.links ? place(clean)?.at : undefined) ?? entries.find(clean);
            if (found === undefined)
                return undefined;
            if (found === "directory")
                return lazily(clean, "directory", () => tree.listingId(clean) ?? "");
            const type = entries.type(found);
            if (type === letters.submodule)
                return { path: clean, type: "submodule", id: "" };
            const kind = type === letters.symlink ? "symlink" : "file";
            const id = ids.get(found) ?? entries.id(found);
            return id === undefined ? lazily(clean, kind, () => idOf(found)) : { path: clean, type: kind, id };
        },
        realPath: (path) => (entries.links ? place(path)?.resolved : undefined) ?? normalize(path),
        listingId(path) {
            const found = directory(path);
            if (found === undefined)
                return undefined;
            const id = listingIds.get(found) ?? listingDigest(listResolved(found));
            listingIds.set(found, id);
            return id;
        },
        *files(under = "") {
            const start = directory(under);
            if (start === undefined)
                return;
            const asked = normalize(under);
            const { from, to } = entries.below(start);
            for (let at = from; at < to; at++) {
                if (entries.type(at) === letters.file)
                    yield asked + (entries.paths[at] ?? "").slice(start.length);
            }
        },
        describe: () => part.description,
        snapshot: () => [part],
    };
    return tree;
}
const lazily = (path, type, id) => ({
    path,
    type,
    get id() {
        return id();
    },
});
function asTarget(entries, directory, child, resolve) {
    const path = directory === "" ? child.name : `${directory}/${child.name}`;
    const place = entries.find(path);
    if (typeof place !== "number" || entries.type(place) !== letters.symlink)
        return child;
    try {
        const resolved = resolve(path);
        return { name: child.name, directory: resolved !== undefined && entries.find(resolved) === "directory" };
    }
    catch (error) {
        if (error instanceof dist/* EngineError */.NJ && error.code === "refused")
            return { name: child.name, directory: false };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/tree/mount.js





function mount(tree, mounts) {
    const placed = mounts.map((each) => ({ ...each, path: normalize(each.path) }));
    const part = {
        type: "mount",
        id: partId(),
        below: lastId(tree.snapshot()),
        mounts: placed.map((each) => ("tree" in each ? { path: each.path, tree: lastId(each.tree.snapshot()) } : each)),
    };
    return mount_overlay(tree, placed, part);
}
function mount_overlay(tree, mounts, part) {
    const parts = [...tree.snapshot(), ...mounts.flatMap((each) => ("tree" in each ? each.tree.snapshot() : [])), part];
    const views = mounts.map((each) => ({
        path: each.path,
        view: "tree" in each ? moved(each.tree, each.path) : fileView(each),
        directory: "tree" in each,
    }));
    const at = (path) => views.find((each) => path === each.path || path.startsWith(`${each.path}/`))?.view ?? tree;
    const onTheWay = (path) => {
        const start = path === "" ? 0 : path.length + 1;
        const below = views.filter((each) => path === "" || each.path.startsWith(`${path}/`));
        const names = new Map(below.map((each) => {
            const [name = "", ...deeper] = each.path.slice(start).split("/");
            return [name, { name, directory: each.directory || deeper.length > 0 }];
        }));
        return names.size === 0 ? undefined : [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    };
    return {
        read: (path) => at(normalize(path)).read(path),
        list: (path) => at(normalize(path)).list(path) ?? onTheWay(normalize(path)),
        realPath: (path) => at(normalize(path)).realPath(path),
        lookup(path) {
            const clean = normalize(path);
            const found = at(clean).lookup(clean);
            const entries = found ? undefined : onTheWay(clean);
            return entries ? { path: clean, type: "directory", id: listingDigest(entries) } : found;
        },
        listingId(path) {
            const found = at(normalize(path)).listingId(path);
            const entries = found === undefined ? onTheWay(normalize(path)) : undefined;
            return entries ? listingDigest(entries) : found;
        },
        files: (under = "") => at(normalize(under)).files(under),
        describe: () => tree.describe(),
        snapshot: () => parts,
    };
}
const lastId = (parts) => parts.at(-1)?.id ?? 0;
function fileView({ path, file, id }) {
    const here = (asked) => normalize(asked) === path;
    return {
        read: (asked) => (here(asked) ? readMounted(path, file) : undefined),
        list: () => undefined,
        lookup: (asked) => (here(asked) ? { path, type: "file", id } : undefined),
        realPath: normalize,
        listingId: () => undefined,
        files: () => [],
    };
}
function readMounted(path, file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch (cause) {
        throw new dist/* EngineError */.NJ("crashed", `"${path}" was fetched but cannot be read any more`, { detail: file, cause });
    }
}
function moved(tree, path) {
    const within = (asked) => normalize(asked).slice(path.length + 1);
    return {
        read: (asked) => tree.read(within(asked)),
        list: (asked) => tree.list(within(asked)),
        lookup(asked) {
            const found = tree.lookup(within(asked));
            if (!found)
                return undefined;
            return {
                path: normalize(asked),
                type: found.type,
                get id() {
                    return found.id;
                },
            };
        },
        realPath: (asked) => [path, tree.realPath(within(asked))].filter(Boolean).join("/"),
        listingId: (asked) => tree.listingId(within(asked)),
        *files(under = path) {
            for (const file of tree.files(within(under)))
                yield `${path}/${file}`;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/tree/reads.js
function recorded(tree) {
    const files = new Map();
    const listings = new Map();
    return {
        tree: {
            read(path) {
                const content = tree.read(path);
                if (!files.has(path))
                    files.set(path, content ? readId(tree, "file", path) : null);
                return content;
            },
            list(path) {
                const entries = tree.list(path);
                if (!listings.has(path))
                    listings.set(path, entries ? readId(tree, "listing", path) : null);
                return entries;
            },
            realPath: (path) => tree.realPath(path),
        },
        reads: () => ({ files: Object.fromEntries(files), listings: Object.fromEntries(listings) }),
    };
}
function sameReads(reads, tree) {
    try {
        return (Object.entries(reads.files).every(([path, id]) => readId(tree, "file", path) === id) &&
            Object.entries(reads.listings).every(([path, id]) => readId(tree, "listing", path) === id));
    }
    catch {
        return false;
    }
}
function readId(tree, kind, path) {
    const file = kind === "file" ? tree.lookup(path) : undefined;
    const id = file?.type === "file" ? file.id : kind === "listing" ? tree.listingId(path) : undefined;
    if (id === undefined)
        return null;
    const real = tree.realPath(path);
    return real === path ? id : `${id}@${real}`;
}

;// CONCATENATED MODULE: ./build/src/tree/ref.js


async function resolveBase(root, ref) {
    checkRef(ref);
    const commit = (await commitOf(root, ref)) ?? (await commitOf(root, `refs/remotes/origin/${ref}`));
    if (!commit)
        throw await absent(root, ref);
    const { status, stdout } = await runGit(root, ["merge-base", "HEAD", commit]);
    const shared = stdout.toString().trim();
    return status === 0 && shared ? { ref, commit: shared, is: "merge-base" } : { ref, commit, is: "ref" };
}
function checkRef(ref) {
    if (ref !== "" && !ref.startsWith("-") && !/[\x00-\x20\x7f]/.test(ref))
        return;
    throw new model_error/* SlipwayError */.GQ("SLW-USAGE", `${JSON.stringify(ref)} is not a git revision`, {
        hint: "pass a branch, a tag or a commit as --base",
    });
}
async function commitOf(root, ref) {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
    const result = await runGit(root, args);
    if (isNoRepository(result))
        throw notARepository(root, ref);
    if (/dubious ownership/.test(result.stderr))
        throw explainGit(root, result);
    return result.status === 0 ? result.stdout.toString().trim() : undefined;
}
function notARepository(root, ref) {
    return new model_error/* SlipwayError */.GQ("SLW-BASE", `"${root}" is not a git repository, so there is no revision "${ref}" to compare with`, {
        hint: "leave out --base, or run in a git checkout",
    });
}
async function absent(root, ref) {
    const { stdout } = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
    if (stdout.toString().trim() === "true") {
        return new model_error/* SlipwayError */.GQ("SLW-BASE", `the base revision "${ref}" is not in this clone, which is shallow`, {
            hint: "set `fetch-depth: 0` on actions/checkout (for a pull request, `fetch-depth: 2` and base HEAD^1 are enough)",
        });
    }
    return new model_error/* SlipwayError */.GQ("SLW-BASE", `the base revision "${ref}" is not in this repository`, {
        hint: `check its spelling, or fetch it: git fetch origin ${ref}`,
    });
}

;// CONCATENATED MODULE: ./build/src/tree/git-output.js

function parseTree(output) {
    return records(output).map((record) => {
        const tab = record.indexOf("\t");
        const idStart = record.lastIndexOf(" ", tab) + 1;
        return { path: record.slice(tab + 1), type: typeOf(record.slice(0, 6)), id: record.slice(idStart, tab) };
    });
}
function parseIndex(output) {
    const state = { entries: [], changed: new Set(), removed: new Set() };
    let last = "";
    for (let at = 0; at < output.length;) {
        const end = output.indexOf("\0", at);
        const tab = output.indexOf("\t", at);
        const path = output.slice(tab + 1, end);
        const tag = output.charAt(at);
        if (tag === "R")
            state.removed.add(path);
        else if (tag === "C" || tag === "M")
            state.changed.add(path);
        if (path !== last) {
            const id = output.slice(at + idStart, output.indexOf(" ", at + idStart));
            state.entries.push({ path, type: typeOf(output.slice(at + 2, at + 8)), id });
        }
        last = path;
        at = end + 1;
    }
    return state;
}
const idStart = 9;
const parsePaths = (output) => records(output);
const records = (output) => output.split("\0").slice(0, -1);
function typeOf(mode) {
    if (mode === "120000")
        return letters.symlink;
    return mode === "160000" ? letters.submodule : letters.file;
}

;// CONCATENATED MODULE: ./build/src/tree/revision.js







async function openRevision(root, ref, options = {}) {
    checkRef(ref);
    const folder = (0,external_node_path_.resolve)(root);
    const listed = await runGit(folder, ["ls-tree", "-r", "-z", "--end-of-options", ref]);
    if (isNoRepository(listed))
        throw notARepository(folder, ref);
    if (/Not a valid object name|not a tree object/.test(listed.stderr))
        throw await absent(folder, ref);
    if (listed.status !== 0)
        throw explainGit(folder, listed);
    const found = parseTree(listed.stdout.toString());
    const entries = packEntries(found, found[0]?.id?.length);
    const blobs = await loadBlobs(folder, differing(found, await options.like));
    return index_tree_openIndex({
        type: "index",
        id: partId(),
        description: `revision ${/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 12) : ref}`,
        entries,
        source: { root: folder, kind: "revision", repository: true, ...(blobs ? { blobs } : {}) },
    });
}
function differing(entries, like) {
    const part = like?.snapshot().find(({ type }) => type === "index");
    const same = part?.type === "index" ? idsByPath(part.entries) : undefined;
    return entries.flatMap(({ path, type, id }) => id === undefined || type === letters.submodule || same?.(path) === id ? [] : [id]);
}
function idsByPath(packed) {
    const entries = openEntries(packed);
    return (path) => {
        const place = entries.find(path);
        return typeof place === "number" ? entries.id(place) : undefined;
    };
}

;// CONCATENATED MODULE: ./build/src/tree/snapshot.js


function createTrees() {
    const trees = new Map();
    const get = (id) => {
        const tree = trees.get(id);
        if (!tree)
            throw new TypeError(`part ${id} of a tree was never sent`);
        return tree;
    };
    return {
        get,
        add(part) {
            if (part.type === "index")
                trees.set(part.id, openIndex(part));
            else {
                const mounts = part.mounts.map((each) => ("tree" in each ? { path: each.path, tree: get(each.tree) } : each));
                trees.set(part.id, overlay(get(part.below), mounts, part));
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/tree/walk.js



const skipped = new Set([".git", "node_modules"]);
function walk(root, directory = "") {
    return readDirectory((0,external_node_path_.join)(root, directory)).flatMap((entry) => {
        const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
        if (entry.isDirectory())
            return skipped.has(entry.name) ? [] : walk(root, path);
        if (entry.isSymbolicLink())
            return [{ path, type: letters.symlink }];
        return entry.isFile() ? [{ path, type: letters.file }] : [];
    });
}
function readDirectory(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/tree/working-copy.js








async function openWorkingCopy(folder) {
    const root = (0,external_node_path_.resolve)(folder);
    if (!(0,external_node_fs_.statSync)(root, { throwIfNoEntry: false })?.isDirectory()) {
        throw new model_error/* SlipwayError */.GQ("SLW-USAGE", `"${folder}" is not a folder`, { hint: "pass an existing folder as --root" });
    }
    const entries = await listRepository(root);
    const source = { root, kind: "working copy", repository: entries !== undefined };
    const packed = packEntries(entries ?? walk(root), idLengthOf(entries));
    return index_tree_openIndex({ type: "index", id: partId(), description: "the working copy", entries: packed, source });
}
async function listRepository(root) {
    const untracked = runGit(root, ["ls-files", "-o", "--exclude-standard", "-z"]);
    const [tracked, other] = await Promise.all([
        runGit(root, ["ls-files", "-s", "-t", "-m", "-d", "-z"]).then((result) => ({
            result,
            entries: [...asOnDisk(root, parseIndex(result.stdout.toString()))],
        })),
        untracked,
    ]);
    const failed = [tracked.result, other].find(({ status }) => status !== 0);
    if (failed && isNoRepository(failed))
        return undefined;
    if (failed)
        throw explainGit(root, failed);
    const added = parsePaths(other.stdout.toString());
    if (tracked.result.stdout.length === 0 && added.length === 0)
        return undefined;
    return [...tracked.entries, ...added.flatMap((path) => changedEntry(root, path))];
}
function* asOnDisk(root, { entries, changed, removed }) {
    for (const entry of entries) {
        if (removed.has(entry.path))
            continue;
        if (entry.type !== letters.submodule && changed.has(entry.path))
            yield* changedEntry(root, entry.path);
        else
            yield entry;
    }
}
function changedEntry(root, path) {
    if (path.endsWith("/"))
        return [{ path: path.slice(0, -1), type: letters.submodule }];
    const type = typeOnDisk((0,external_node_path_.join)(root, path));
    return type ? [{ path, type }] : [];
}
function typeOnDisk(file) {
    const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (found?.isSymbolicLink())
        return letters.symlink;
    return found?.isFile() ? letters.file : undefined;
}
const idLengthOf = (entries) => entries?.find(({ id }) => id)?.id?.length ?? 40;

;// CONCATENATED MODULE: ./build/src/tree/index.js










/***/ }),

/***/ 3484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readFlowsAsGo)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);

const margin = " ".repeat(100);
const maxLines = 100;
function readFlowsAsGo(text, read) {
    const moved = new Map();
    let lines;
    for (let current = text;;) {
        try {
            return { value: read(current), text: current, moved };
        }
        catch (error) {
            const line = complaint(error);
            if (line === undefined || moved.has(line + 1) || moved.size === maxLines)
                throw error;
            lines ??= text.split("\n");
            lines[line] = margin + (lines[line] ?? "");
            moved.set(line + 1, margin.length);
            current = lines.join("\n");
        }
    }
}
function complaint(error) {
    return error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB && error.reason === "deficient indentation" ? error.mark?.line : undefined;
}


/***/ }),

/***/ 5707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ looksLikeTemplate)
/* harmony export */ });
function looksLikeTemplate(text) {
    return /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%)|:[ \t]+(?:\{\{|\{%|<%)/m.test(text);
}


/***/ }),

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ T),
/* harmony export */   NJ: () => (/* binding */ U)
/* harmony export */ });
/* unused harmony exports createReactor, emptyTree */
/* harmony import */ var module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);
var t={};(()=>{t.d=(e,n)=>{for(var r in n){if(t.o(n,r)&&!t.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:n[r]})}}}})();(()=>{t.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var n={};t.d(n,{NJ:()=>EngineError,MT:()=>compileEngine,B4:()=>createReactor,in:()=>B});const r=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:fs/promises");const o=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:util");const s=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:zlib");const i=64*1024**2;async function compileEngine(e){const t=await(0,o.promisify)(s.zstdDecompress)(await(0,r.readFile)(e),{chunkSize:i});return WebAssembly.compile(t)}const a=["refused","invalid","limit","crashed"];class EngineError extends Error{name="EngineError";code;detail;constructor(e,t,n={}){super(t,n.cause===undefined?undefined:{cause:n.cause});this.code=e;this.detail=n.detail}}const c={custom:0,import:2,memory:5,global:6,export:7,data:11,dataCount:12};const u=Uint8Array.of(0,97,115,109,1,0,0,0);function module_readModule(e){if(Buffer.compare(e.subarray(0,u.length),u)!==0)throw new TypeError("not a WebAssembly module");const t=[];for(let n=u.length;n<e.length;){const[r,o]=module_readNumber(e,n+1);t.push({id:e[n]??0,content:e.subarray(o,o+r)});n=o+r}return t}function module_writeModule(e){return module_joined([u,...e.flatMap(({id:e,content:t})=>[section(e,t.length),t])])}function module_joined(e){const t=new Uint8Array(e.reduce((e,{length:t})=>e+t,0));let n=0;for(const r of e){t.set(r,n);n+=r.length}return t}const section=(e,t)=>Uint8Array.from([e,...module_number(t)]);const module_name=e=>[...module_number(e.length),...Buffer.from(e)];function module_number(e){return e<128?[e]:[e&127|128,...module_number(e>>>7)]}function integer(e){const[t,n]=[Number(e&0x7fn),e>>7n];const r=n===0n&&(t&64)===0||n===-1n&&(t&64)!==0;return r?[t]:[t|128,...integer(n)]}function module_readNumber(e,t){const n=e[t];if(n===undefined)throw new TypeError("not an engine: the module ends too early");if(n<128)return[n,t+1];const[r,o]=module_readNumber(e,t+1);return[(n&127)+r*128,o]}const l=2;const f="slipway.memory-minimum";const m={module:"slipway",name:"memory"};const d=65536;function importMemory(e){const t=readModule(e);const n=t.find(({id:e})=>e===sections.import);const r=t.find(({id:e})=>e===sections.memory);if(!n||!r)throw new TypeError("not an engine: the module has no imports or no memory of its own");const[o]=readNumber(r.content,2);const[s,i]=readNumber(n.content,0);const a=[...name(m.module),...name(m.name),l,0,...number(o)];const c=Uint8Array.from([...number(s+1),...a]);const u={id:sections.import,content:joined([c,n.content.subarray(i)])};const d=Uint8Array.from([...name(f),...number(o)]);return writeModule([...t.filter(e=>e!==r).map(e=>e===n?u:e),{id:sections.custom,content:d}])}function minimumPages(e){const[t]=WebAssembly.Module.customSections(e,f);if(!t)throw new TypeError("not an engine: compile it with compileEngine");return module_readNumber(new Uint8Array(t),0)[0]}const p="slipway";const h=-1;const g=-2;class Trap extends Error{name="Trap"}function trapping(e){try{e()}catch(e){throw new Trap("the engine stopped",{cause:e})}}function createConversation(e,t){const bytes=(t,n)=>new Uint8Array(e.buffer,t>>>0,n>>>0);const text=(e,t)=>Buffer.from(bytes(e,t)).toString("utf8");let n;let r=new Uint8Array;let o;let s;const reply=e=>{try{const t=e();if(!t)return h;r=t;return t.length}catch(e){s??={thrown:e};return g}};return{imports:{read:(e=0,t=0)=>reply(()=>n?.read(text(e,t))),list:(e=0,t=0)=>reply(()=>{const r=n?.list(text(e,t));return r&&Buffer.from(JSON.stringify(r))}),real:(e=0,t=0)=>reply(()=>{const r=text(e,t);return Buffer.from(n?.realPath?.(r)??r)}),call:(e=0,n=0,r=0,o=0)=>reply(()=>{const s=text(e,n);const i=t[s];if(!i)throw new EngineError("crashed",`the engine asked for "${s}", which its host does not offer`);return Buffer.from(JSON.stringify(i(JSON.parse(text(r,o)))??null))}),take(e=0){bytes(e,r.length).set(r);r=new Uint8Array},respond(e=0,t=0,n=0){const r=JSON.parse(text(t,n));o=e?{error:parseError(r)}:{response:r}}},run(e,t,r,i){n=i;o=undefined;s=undefined;try{const n=Buffer.from(t);const i=Buffer.from(JSON.stringify(r??null));trapping(()=>{const t=e.buffer(n.length+i.length);bytes(t,n.length).set(n);bytes(t+n.length,i.length).set(i);e.call(n.length,i.length)});return result(o,s)}finally{n=undefined}}}}function result(e,t){if(t)throw t.thrown;if(!e)throw new EngineError("crashed","the engine ended the call without an answer");if("error"in e)throw e.error;return e.response}function parseError(e){const{code:t,message:n,detail:r}={code:"",message:"",detail:"",...e};return new EngineError(isErrorCode(t)?t:"crashed",n,{detail:r||undefined})}const isErrorCode=e=>a.some(t=>t===e);const y=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:crypto");class ProgramExit extends Error{status;constructor(e){super(`exit status ${e}`);this.status=e}}const w={success:0,badf:8,inval:28,nosys:52};const b=[Buffer.from("engine\0")];const E=64*1024;function createWasi({wallClock:e,monotonicClock:t,environment:n,memory:r}){const view=()=>new DataView(r.buffer);const bytes=(e,t)=>new Uint8Array(r.buffer,e>>>0,t>>>0);const o=Object.entries(n).map(([e,t])=>Buffer.from(`${e}=${t}\0`));let s=Buffer.alloc(0);let i=randomBytes();const a={args_sizes_get:(e,t)=>putSizes(b,e,t),args_get:(e,t)=>put(b,e,t),environ_sizes_get:(e,t)=>putSizes(o,e,t),environ_get:(e,t)=>put(o,e,t),clock_time_get(n,r,o){const s=n===0?e:t();view().setBigUint64(o,BigInt(Math.round(s*1e6)),true);return w.success},random_get(e,t){bytes(e,t).set(i(t));return w.success},fd_write(e,t,n,r){if(e!==1&&e!==2)return w.badf;let o=0;for(let e=t;e<t+8*n;e+=8){const t=view().getUint32(e+4,true);s=Buffer.concat([s,bytes(view().getUint32(e,true),t)]).subarray(-E);o+=t}view().setUint32(r,o,true);return w.success},fd_fdstat_get(e,t){if(e>2)return w.badf;bytes(t,24).fill(0);return w.success},fd_fdstat_set_flags:e=>e>2?w.badf:w.success,fd_prestat_get:()=>w.badf,fd_close:()=>w.badf,fd_read:()=>w.badf,sched_yield:()=>w.success,poll_oneoff(e,t,n,r){for(let r=0;r<n;r++){const n=t+32*r;const o=e+48*r;bytes(n,32).fill(0);bytes(n,8).set(bytes(o,8));view().setUint8(n+10,view().getUint8(o+8))}view().setUint32(r,n,true);return n===0?w.inval:w.success},proc_exit(e){throw new ProgramExit(e)}};function putSizes(e,t,n){view().setUint32(t,e.length,true);view().setUint32(n,Buffer.concat(e).length,true);return w.success}function put(e,t,n){for(const[r,o]of e.entries()){view().setUint32(t+4*r,n,true);bytes(n,o.length).set(o);n+=o.length}return w.success}return{imports:a,output:()=>s.toString("utf8"),reseed(){i=randomBytes()}}}const unsupported=()=>w.nosys;function randomBytes(){let e=0;let t=Buffer.alloc(0);return n=>{const r=[t];for(let o=t.length;o<n;o+=64){r.push((0,y.createHash)("sha512").update(`slipway ${e++}`).digest())}const o=Buffer.concat(r);t=o.subarray(n);return o.subarray(0,n)}}const _="slipway.started";function instantiate(e,t){const{memoryLimitBytes:n,hostCalls:r,wallClock:o,monotonicClock:s}=t;const i=minimumPages(e);const a=Math.max(i,Math.min(65536,Math.floor(n/d)));const c=new WebAssembly.Memory({initial:i,maximum:a});const u=createWasi({wallClock:o,monotonicClock:s,environment:collectorSettings(n),memory:c});const l=createConversation(c,r);const f={};for(const{module:t,name:n}of WebAssembly.Module.imports(e)){const e=t===p?l.imports:u.imports;(f[t]??={})[n]=n===m.name?c:e[n]??unsupported}const{exports:h}=new WebAssembly.Instance(e,f);const g={initialize:exported(h,"_initialize"),buffer:exported(h,"slipway_buffer"),call:exported(h,"slipway_call")};const y=WebAssembly.Module.customSections(e,_).length>0;return{exports:h,memory:c,engine:g,conversation:l,wasi:u,started:y}}function start(e){if(!e.started)trapping(()=>e.engine.initialize());e.started=true;e.wasi.reseed()}function collectorSettings(e){return{GOGC:"200",GOMEMLIMIT:String(Math.floor(e*.8))}}function exported(e,t){const n=e[t];if(typeof n!=="function")throw new TypeError(`not an engine: the module does not export ${t}`);return(...e)=>Number(n(...e))}const B={read:()=>undefined,list:()=>undefined};function recordReads(e){const t=new Map;const ask=(e,n,r)=>{if(!isTreePath(n))throw new EngineError("refused",`"${n}" is outside the file tree`);const o=r(n);const s=`${e}:${n}`;if(!t.has(s))t.set(s,{op:e,path:n,found:o!==undefined});return o};const read=t=>ask("read",t,t=>e.read(t));const list=t=>ask("list",t,t=>e.list(t));return{tree:{read:read,list:list,realPath(t){const n=e.realPath?.(t)??t;if(n!==t&&read(t)===undefined)list(t);return n}},get reads(){return[...t.values()]}}}function isTreePath(e){return e===""||e.split("/").every(e=>e!==""&&e!=="."&&e!=="..")}const v=/^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;function explainTrap(e,t,n){const{cause:r}=e;const o=t.trim()||String(r);if(v.test(t)){const e=Math.round(n/1024**2);return new EngineError("limit",`the engine needed more than the ${e} MB of memory it may use`,{detail:o,cause:r})}if(/^fatal error: stack overflow/m.test(t)||r instanceof RangeError){return new EngineError("limit","the engine called itself too deeply: something refers to itself without end",{detail:o,cause:r})}const[,s]=/^(?:panic|fatal error): (.*)$/m.exec(t)??[];return new EngineError("crashed",`the engine crashed: ${s??String(r)}`,{detail:o,cause:r})}const M=1e3;const x={memoryLimitBytes:1024**3,hostCalls:{},wallClock:Date.UTC(2024,0,1),monotonicClock:()=>M+performance.now()};function createReactor(e,t={}){const n={...x,...t};return reactorOver(()=>instantiate(e,n),n.memoryLimitBytes)}function reactorOver(e,t){let n;let r=false;return{call(o,s,i=B){if(r)throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");r=true;const a=recordReads(i);try{n??=e();start(n);const t=n.conversation.run(n.engine,o,s,a.tree);return{response:t,reads:a.reads}}catch(e){const r=e instanceof Trap?explainTrap(e,n?.wasi.output()??"",t):e;if(e instanceof Trap||r instanceof EngineError&&r.code==="crashed")n=undefined;throw r}finally{r=false}}}}var U=n.NJ;var T=n.MT;var S=n.B4;var A=n["in"];

/***/ }),

/***/ 999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ ue),
/* harmony export */   ZT: () => (/* binding */ be),
/* harmony export */   Zc: () => (/* binding */ he),
/* harmony export */   Zv: () => (/* binding */ oe),
/* harmony export */   pW: () => (/* binding */ de)
/* harmony export */ });
/* unused harmony exports SchemaLocationError, Schemas, StructuralNode, bundledLocation, compileKubeconform, crdLocation, createKubeconform, exitCode, fileLocation, httpLocation, nearestVersion, parseTemplate, schemaLocations, summary, versionPattern */
/* harmony import */ var module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);
var t={};(()=>{t.d=(e,n)=>{for(var r in n){if(t.o(n,r)&&!t.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:n[r]})}}}})();(()=>{t.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var n={};t.d(n,{Tf:()=>SchemaLocationError,ny:()=>Schemas,cO:()=>StructuralNode,Zv:()=>UnknownVersionError,WY:()=>bundledLocation,L2:()=>compileKubeconform,b:()=>crdLocation,CS:()=>crdSchemas,O9:()=>createKubeconform,I$:()=>exitCode,pW:()=>fetchSchemas,AR:()=>fileLocation,Kn:()=>httpLocation,Zc:()=>isHttp,bm:()=>nearestVersion,ZT:()=>openSchemas,QC:()=>parseTemplate,yb:()=>schemaLocations,z:()=>summary,D8:()=>U});const r=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("module");var s={};(()=>{s.d=(e,t)=>{for(var n in t){if(s.o(t,n)&&!s.o(e,n)){Object.defineProperty(e,n,{enumerable:true,get:t[n]})}}}})();(()=>{s.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var o={};s.d(o,{NJ:()=>EngineError,MT:()=>compileEngine,B4:()=>createReactor,in:()=>j});const i=(0,r.createRequire)(import.meta.url)("node:fs/promises");const a=(0,r.createRequire)(import.meta.url)("node:util");const c=(0,r.createRequire)(import.meta.url)("node:zlib");const u=64*1024**2;async function compileEngine(e){const t=await(0,a.promisify)(c.zstdDecompress)(await(0,i.readFile)(e),{chunkSize:u});return WebAssembly.compile(t)}const f=["refused","invalid","limit","crashed"];class EngineError extends Error{name="EngineError";code;detail;constructor(e,t,n={}){super(t,n.cause===undefined?undefined:{cause:n.cause});this.code=e;this.detail=n.detail}}const l={custom:0,import:2,memory:5,global:6,export:7,data:11,dataCount:12};const d=Uint8Array.of(0,97,115,109,1,0,0,0);function module_readModule(e){if(Buffer.compare(e.subarray(0,d.length),d)!==0)throw new TypeError("not a WebAssembly module");const t=[];for(let n=d.length;n<e.length;){const[r,s]=module_readNumber(e,n+1);t.push({id:e[n]??0,content:e.subarray(s,s+r)});n=s+r}return t}function module_writeModule(e){return module_joined([d,...e.flatMap(({id:e,content:t})=>[section(e,t.length),t])])}function module_joined(e){const t=new Uint8Array(e.reduce((e,{length:t})=>e+t,0));let n=0;for(const r of e){t.set(r,n);n+=r.length}return t}const section=(e,t)=>Uint8Array.from([e,...module_number(t)]);const module_name=e=>[...module_number(e.length),...Buffer.from(e)];function module_number(e){return e<128?[e]:[e&127|128,...module_number(e>>>7)]}function integer(e){const[t,n]=[Number(e&0x7fn),e>>7n];const r=n===0n&&(t&64)===0||n===-1n&&(t&64)!==0;return r?[t]:[t|128,...integer(n)]}function module_readNumber(e,t){const n=e[t];if(n===undefined)throw new TypeError("not an engine: the module ends too early");if(n<128)return[n,t+1];const[r,s]=module_readNumber(e,t+1);return[(n&127)+r*128,s]}const m=2;const p="slipway.memory-minimum";const h={module:"slipway",name:"memory"};const g=65536;function importMemory(e){const t=readModule(e);const n=t.find(({id:e})=>e===sections.import);const r=t.find(({id:e})=>e===sections.memory);if(!n||!r)throw new TypeError("not an engine: the module has no imports or no memory of its own");const[s]=readNumber(r.content,2);const[o,i]=readNumber(n.content,0);const a=[...name(h.module),...name(h.name),m,0,...number(s)];const c=Uint8Array.from([...number(o+1),...a]);const u={id:sections.import,content:joined([c,n.content.subarray(i)])};const f=Uint8Array.from([...name(p),...number(s)]);return writeModule([...t.filter(e=>e!==r).map(e=>e===n?u:e),{id:sections.custom,content:f}])}function minimumPages(e){const[t]=WebAssembly.Module.customSections(e,p);if(!t)throw new TypeError("not an engine: compile it with compileEngine");return module_readNumber(new Uint8Array(t),0)[0]}const b="slipway";const y=-1;const w=-2;class Trap extends Error{name="Trap"}function trapping(e){try{e()}catch(e){throw new Trap("the engine stopped",{cause:e})}}function createConversation(e,t){const bytes=(t,n)=>new Uint8Array(e.buffer,t>>>0,n>>>0);const text=(e,t)=>Buffer.from(bytes(e,t)).toString("utf8");let n;let r=new Uint8Array;let s;let o;const reply=e=>{try{const t=e();if(!t)return y;r=t;return t.length}catch(e){o??={thrown:e};return w}};return{imports:{read:(e=0,t=0)=>reply(()=>n?.read(text(e,t))),list:(e=0,t=0)=>reply(()=>{const r=n?.list(text(e,t));return r&&Buffer.from(JSON.stringify(r))}),real:(e=0,t=0)=>reply(()=>{const r=text(e,t);return Buffer.from(n?.realPath?.(r)??r)}),call:(e=0,n=0,r=0,s=0)=>reply(()=>{const o=text(e,n);const i=t[o];if(!i)throw new EngineError("crashed",`the engine asked for "${o}", which its host does not offer`);return Buffer.from(JSON.stringify(i(JSON.parse(text(r,s)))??null))}),take(e=0){bytes(e,r.length).set(r);r=new Uint8Array},respond(e=0,t=0,n=0){const r=JSON.parse(text(t,n));s=e?{error:parseError(r)}:{response:r}}},run(e,t,r,i){n=i;s=undefined;o=undefined;try{const n=Buffer.from(t);const i=Buffer.from(JSON.stringify(r??null));trapping(()=>{const t=e.buffer(n.length+i.length);bytes(t,n.length).set(n);bytes(t+n.length,i.length).set(i);e.call(n.length,i.length)});return result(s,o)}finally{n=undefined}}}}function result(e,t){if(t)throw t.thrown;if(!e)throw new EngineError("crashed","the engine ended the call without an answer");if("error"in e)throw e.error;return e.response}function parseError(e){const{code:t,message:n,detail:r}={code:"",message:"",detail:"",...e};return new EngineError(isErrorCode(t)?t:"crashed",n,{detail:r||undefined})}const isErrorCode=e=>f.some(t=>t===e);const v=(0,r.createRequire)(import.meta.url)("node:crypto");class ProgramExit extends Error{status;constructor(e){super(`exit status ${e}`);this.status=e}}const k={success:0,badf:8,inval:28,nosys:52};const O=[Buffer.from("engine\0")];const S=64*1024;function createWasi({wallClock:e,monotonicClock:t,environment:n,memory:r}){const view=()=>new DataView(r.buffer);const bytes=(e,t)=>new Uint8Array(r.buffer,e>>>0,t>>>0);const s=Object.entries(n).map(([e,t])=>Buffer.from(`${e}=${t}\0`));let o=Buffer.alloc(0);let i=randomBytes();const a={args_sizes_get:(e,t)=>putSizes(O,e,t),args_get:(e,t)=>put(O,e,t),environ_sizes_get:(e,t)=>putSizes(s,e,t),environ_get:(e,t)=>put(s,e,t),clock_time_get(n,r,s){const o=n===0?e:t();view().setBigUint64(s,BigInt(Math.round(o*1e6)),true);return k.success},random_get(e,t){bytes(e,t).set(i(t));return k.success},fd_write(e,t,n,r){if(e!==1&&e!==2)return k.badf;let s=0;for(let e=t;e<t+8*n;e+=8){const t=view().getUint32(e+4,true);o=Buffer.concat([o,bytes(view().getUint32(e,true),t)]).subarray(-S);s+=t}view().setUint32(r,s,true);return k.success},fd_fdstat_get(e,t){if(e>2)return k.badf;bytes(t,24).fill(0);return k.success},fd_fdstat_set_flags:e=>e>2?k.badf:k.success,fd_prestat_get:()=>k.badf,fd_close:()=>k.badf,fd_read:()=>k.badf,sched_yield:()=>k.success,poll_oneoff(e,t,n,r){for(let r=0;r<n;r++){const n=t+32*r;const s=e+48*r;bytes(n,32).fill(0);bytes(n,8).set(bytes(s,8));view().setUint8(n+10,view().getUint8(s+8))}view().setUint32(r,n,true);return n===0?k.inval:k.success},proc_exit(e){throw new ProgramExit(e)}};function putSizes(e,t,n){view().setUint32(t,e.length,true);view().setUint32(n,Buffer.concat(e).length,true);return k.success}function put(e,t,n){for(const[r,s]of e.entries()){view().setUint32(t+4*r,n,true);bytes(n,s.length).set(s);n+=s.length}return k.success}return{imports:a,output:()=>o.toString("utf8"),reseed(){i=randomBytes()}}}const unsupported=()=>k.nosys;function randomBytes(){let e=0;let t=Buffer.alloc(0);return n=>{const r=[t];for(let s=t.length;s<n;s+=64){r.push((0,v.createHash)("sha512").update(`slipway ${e++}`).digest())}const s=Buffer.concat(r);t=s.subarray(n);return s.subarray(0,n)}}const A="slipway.started";function instantiate(e,t){const{memoryLimitBytes:n,hostCalls:r,wallClock:s,monotonicClock:o}=t;const i=minimumPages(e);const a=Math.max(i,Math.min(65536,Math.floor(n/g)));const c=new WebAssembly.Memory({initial:i,maximum:a});const u=createWasi({wallClock:s,monotonicClock:o,environment:collectorSettings(n),memory:c});const f=createConversation(c,r);const l={};for(const{module:t,name:n}of WebAssembly.Module.imports(e)){const e=t===b?f.imports:u.imports;(l[t]??={})[n]=n===h.name?c:e[n]??unsupported}const{exports:d}=new WebAssembly.Instance(e,l);const m={initialize:exported(d,"_initialize"),buffer:exported(d,"slipway_buffer"),call:exported(d,"slipway_call")};const p=WebAssembly.Module.customSections(e,A).length>0;return{exports:d,memory:c,engine:m,conversation:f,wasi:u,started:p}}function start(e){if(!e.started)trapping(()=>e.engine.initialize());e.started=true;e.wasi.reseed()}function collectorSettings(e){return{GOGC:"200",GOMEMLIMIT:String(Math.floor(e*.8))}}function exported(e,t){const n=e[t];if(typeof n!=="function")throw new TypeError(`not an engine: the module does not export ${t}`);return(...e)=>Number(n(...e))}const j={read:()=>undefined,list:()=>undefined};function recordReads(e){const t=new Map;const ask=(e,n,r)=>{if(!isTreePath(n))throw new EngineError("refused",`"${n}" is outside the file tree`);const s=r(n);const o=`${e}:${n}`;if(!t.has(o))t.set(o,{op:e,path:n,found:s!==undefined});return s};const read=t=>ask("read",t,t=>e.read(t));const list=t=>ask("list",t,t=>e.list(t));return{tree:{read:read,list:list,realPath(t){const n=e.realPath?.(t)??t;if(n!==t&&read(t)===undefined)list(t);return n}},get reads(){return[...t.values()]}}}function isTreePath(e){return e===""||e.split("/").every(e=>e!==""&&e!=="."&&e!=="..")}const x=/^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;function explainTrap(e,t,n){const{cause:r}=e;const s=t.trim()||String(r);if(x.test(t)){const e=Math.round(n/1024**2);return new EngineError("limit",`the engine needed more than the ${e} MB of memory it may use`,{detail:s,cause:r})}if(/^fatal error: stack overflow/m.test(t)||r instanceof RangeError){return new EngineError("limit","the engine called itself too deeply: something refers to itself without end",{detail:s,cause:r})}const[,o]=/^(?:panic|fatal error): (.*)$/m.exec(t)??[];return new EngineError("crashed",`the engine crashed: ${o??String(r)}`,{detail:s,cause:r})}const $=1e3;const E={memoryLimitBytes:1024**3,hostCalls:{},wallClock:Date.UTC(2024,0,1),monotonicClock:()=>$+performance.now()};function createReactor(e,t={}){const n={...E,...t};return reactorOver(()=>instantiate(e,n),n.memoryLimitBytes)}function reactorOver(e,t){let n;let r=false;return{call(s,o,i=j){if(r)throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");r=true;const a=recordReads(i);try{n??=e();start(n);const t=n.conversation.run(n.engine,s,o,a.tree);return{response:t,reads:a.reads}}catch(e){const r=e instanceof Trap?explainTrap(e,n?.wasi.output()??"",t):e;if(e instanceof Trap||r instanceof EngineError&&r.code==="crashed")n=undefined;throw r}finally{r=false}}}}var V=o.NJ;var L=o.MT;var M=o.B4;var C=o["in"];function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}function objectAt(e,t){const n=own(e,t);return isObject(n)?n:undefined}function stringAt(e,t){const n=own(e,t);return typeof n==="string"?n:undefined}function listAt(e,t){const n=own(e,t);return Array.isArray(n)?n:undefined}function stringsAt(e,t){return(listAt(e,t)??[]).filter(e=>typeof e==="string")}function own(e,t){return Object.hasOwn(e,t)?e[t]:undefined}const N=import.meta.url;const T=new URL("../kubeconform-wasm.wasm.zst",N);const U=/^(?:master|\d+\.\d+\.\d+)$/;async function createKubeconform(e){const t=e??await compileKubeconform();let n=new Map;const r=M(t,{hostCalls:{schema:e=>answer(()=>findSchema(e,n)),document:e=>answer(()=>findDocument(e,n))}});const decodeAll=e=>r.call("decode",{texts:e}).response;return{validate(e){const{locations:t,kubernetesVersion:s="master",...o}=e;if(!U.test(s)){throw new RangeError(`${s} is not a valid version: give "master" or a full version such as "1.36.3"`)}n=new Map(t.map(e=>[e.id,e]));const i={...o,kubernetesVersion:s,locations:t.map(({id:e})=>e)};return r.call("validate",i).response.results},decode:e=>decodeAll([e])[0]??{documents:[],errors:[]},decodeAll:decodeAll}}function compileKubeconform(e=T){return L(e)}function findSchema(e,t){if(!isObject(e))return undefined;const text=t=>stringAt(e,t)??"";return t.get(text("location"))?.find({apiVersion:text("apiVersion"),kind:text("kind"),kubernetesVersion:text("kubernetesVersion"),strict:own(e,"strict")===true})}function findDocument(e,t){if(!isObject(e))return undefined;return t.get(stringAt(e,"location")??"")?.document(stringAt(e,"url")??"")}function answer(e){try{return e()??{}}catch(e){return{error:e instanceof Error?e.message:String(e)}}}function summary(e){const count=t=>e.filter(e=>e.status===t).length;return{valid:count("statusValid"),invalid:count("statusInvalid"),errors:count("statusError"),skipped:count("statusSkipped")}}function exitCode(e){return e.some(({status:e})=>e==="statusInvalid"||e==="statusError")?1:0}const _=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:fs");const P=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:zlib");const B=1;class Pack{versions;kinds;#e;#t;#n;#r=new Map;constructor(e){this.#e=(0,P.zstdDecompressSync)(e);this.#t=lineEnds(this.#e);const t=this.#s(0);if(own(t,"format")!==B)throw new Error("the bundled schemas are of another format than this reader");this.versions=stringsAt(t,"versions");this.#n=objectAt(t,"definitions")??{};this.kinds=readKinds(objectAt(t,"kinds")??{})}definition(e,t){let n=-1;for(const r of listAt(this.#n,e)??[]){const[e,s]=Array.isArray(r)?r:[];if(typeof e==="number"&&typeof s==="number"&&e<=t)n=s}return n<0?undefined:this.#s(n)}#s(e){const t=this.#r.get(e);if(t)return t;const n=this.#e.toString("utf8",e===0?0:(this.#t[e-1]??0)+1,this.#t[e]??0);const r=JSON.parse(n);if(!isObject(r))throw new Error(`line ${e+1} of the bundled schemas is no object`);this.#r.set(e,r);return r}}function lineEnds(e){const t=[];for(let n=e.indexOf(10);n>=0;n=e.indexOf(10,n+1))t.push(n);return Uint32Array.from(t)}const z={N:"Namespaced",C:"Cluster"};function readKinds(e){const t=new Map;for(const[n,r]of Object.entries(e)){for(const[e,s]of Object.entries(isObject(r)?r:{})){if(!isObject(s))continue;const r=own(s,"versions");t.set(`${n}/${e}`,{apiVersion:n,kind:e,definition:stringAt(s,"definition")??"",scope:z[stringAt(s,"scope")??""],versions:typeof r==="number"?r:0})}}return t}const J=(0,module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)("node:crypto");const R=4;function shareSubtrees(e){const t=new Map;const n=new Map;function measure(e){let r=1;const s=(0,J.createHash)("sha256");for(const[t,o]of Object.entries(e)){s.update(JSON.stringify(t));for(const e of childrenOf(t,o)){r+=measure(e.schema);s.update(`${JSON.stringify(e.name)}:${n.get(e.schema)}`)}if(!K.has(t)||!isObject(o))s.update(JSON.stringify(o))}const o=s.digest("hex").slice(0,16);n.set(e,o);const i=t.get(o);if(i)i.count++;else t.set(o,{count:1,size:r,name:o});return r}const r=new Map;function replace(e){const s=t.get(n.get(e)??"");if(!s||s.count<2||s.size<R)return rebuild(e);if(!r.has(s.name))r.set(s.name,rebuild(e));return{$ref:s.name}}function rebuild(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,rebuildValue(e,t)]))}function rebuildValue(e,t){if(!K.has(e)||!isObject(t))return t;if(e!=="properties")return replace(t);const n=Object.entries(t).map(([e,t])=>[e,isObject(t)?replace(t):t]);return Object.fromEntries(n)}for(const t of e)measure(t);return{roots:e.map(rebuild),definitions:r}}const K=new Set(["properties","items","additionalProperties"]);function childrenOf(e,t){if(!K.has(e)||!isObject(t))return[];if(e!=="properties")return[{name:"",schema:t}];return Object.keys(t).flatMap(e=>{const n=objectAt(t,e);return n?[{name:e,schema:n}]:[]})}function kubernetesLayer(e){const t=new Map(e.versions.map((e,t)=>[e,t]));const known=(e,n)=>(n&1<<(t.get(e)??31))!==0;return{origin:"built-in",kinds:t=>[...e.kinds.values()].filter(({versions:e})=>known(t,e)),find(n,r,s){const o=e.kinds.get(`${n}/${r}`);const i=o&&known(s,o.versions)&&e.definition(o.definition,t.get(s)??-1);return i?{apiVersion:n,kind:r,scope:o.scope,schema:i}:undefined},resolve:(n,r)=>e.definition(n,t.get(r)??-1)}}function bundledCustomLayer(e){let t;const pack=()=>t??=e();return{origin:"custom",kinds:()=>pack().kinds.values(),find(e,t){if(!e.includes("."))return undefined;const n=pack().kinds.get(`${e}/${t}`);const r=n&&pack().definition(n.definition,0);return r?{apiVersion:e,kind:t,scope:n.scope,schema:r}:undefined},resolve:e=>e.includes(".")?undefined:pack().definition(e,0)}}function customLayer(e){const{roots:t,definitions:n}=shareSubtrees(e.map(({schema:e})=>e));const r=new Map;e.forEach(({apiVersion:e,kind:n,scope:s},o)=>{const i=t[o];if(i)r.set(`${e}/${n}`,{apiVersion:e,kind:n,scope:s,schema:i})});return{origin:"custom",kinds:()=>r.values(),find:(e,t)=>r.get(`${e}/${t}`),resolve:e=>n.get(e)}}const W="#/components/schemas/";const I=["type","format","required","enum","default","nullable","minimum","maximum","exclusiveMinimum","exclusiveMaximum","multipleOf","minLength","maxLength","pattern","minItems","maxItems","uniqueItems","minProperties","maxProperties","x-kubernetes-list-type","x-kubernetes-list-map-keys","x-kubernetes-preserve-unknown-fields","x-kubernetes-int-or-string","x-kubernetes-embedded-resource"];const q=["allOf","anyOf","oneOf"];const D=200;function compactSchema(e,t=0){if(t>D)return{"x-kubernetes-preserve-unknown-fields":true};const n={};const r=referenceOf(e);if(r!==undefined)n["$ref"]=r;for(const t of I){const r=own(e,t);if(r!==undefined&&(r!==false||t==="default"))n[t]=r}const s=own(e,"x-kubernetes-patch-merge-key");if(typeof s==="string"&&own(e,"x-kubernetes-list-type")===undefined){n["x-kubernetes-list-map-keys"]=[s];n["x-kubernetes-list-type"]="map"}const o=objectAt(e,"properties");if(o)n["properties"]=mapValues(o,t+1);for(const r of["items","additionalProperties","not"]){const s=own(e,r);if(isObject(s))n[r]=compactSchema(s,t+1);else if(r==="additionalProperties"&&typeof s==="boolean")n[r]=s}for(const s of q){const o=listAt(e,s)?.filter(isObject);if(o&&!(s==="allOf"&&r!==undefined))n[s]=o.map(e=>compactSchema(e,t+1))}return n}function mapValues(e,t){const n=Object.entries(e).flatMap(([e,n])=>isObject(n)?[[e,compactSchema(n,t)]]:[]);return Object.fromEntries(n)}function referenceOf(e){const t=listAt(e,"allOf");const n=t?.length===1&&isObject(t[0])?t[0]:e;const r=own(n,"$ref");return typeof r==="string"&&r.startsWith(W)?r.slice(W.length):undefined}const H="io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";function crdSchemas(e){if(!isObject(e)||stringAt(e,"kind")!=="CustomResourceDefinition")return[];if(!stringAt(e,"apiVersion")?.startsWith("apiextensions.k8s.io/"))return[];const t=objectAt(e,"spec")??{};const n=stringAt(t,"group");const r=objectAt(t,"names")??{};const s=stringAt(r,"kind");if(n===undefined||s===undefined)return[];const o=own(t,"preserveUnknownFields")===true;return versionsOf(t).flatMap(e=>{const i=stringAt(e,"name");if(i===undefined)return[];const a=openApiSchema(e)??openApiSchema({schema:objectAt(t,"validation")??{}});return[{apiVersion:`${n}/${i}`,kind:s,plural:stringAt(r,"plural")??s.toLowerCase(),scope:stringAt(t,"scope")==="Cluster"?"Cluster":"Namespaced",served:own(e,"served")!==false,storage:own(e,"storage")!==false,schema:rootSchema(a,o)}]})}function versionsOf(e){const t=listAt(e,"versions")?.filter(isObject)??[];const n=stringAt(e,"version");return t.length===0&&n!==undefined?[{name:n}]:t}function openApiSchema(e){const t=objectAt(e,"schema");return t&&objectAt(t,"openAPIV3Schema")}function rootSchema(e,t){const n=e?compactSchema(e):{};const r=objectAt(n,"properties")??{};const s={...n,type:"object",properties:{...r,apiVersion:{type:"string"},kind:{type:"string"},metadata:{$ref:H}}};if(!e||t)s["x-kubernetes-preserve-unknown-fields"]=true;return s}const Z=["format","minimum","maximum","exclusiveMinimum","exclusiveMaximum","multipleOf","minLength","maxLength","pattern","minItems","maxItems","uniqueItems","minProperties","maxProperties"];function emitJunctors(e,{acceptsNull:t,types:n},r,s){const o={};for(const r of["allOf","anyOf","oneOf"]){const s=listAt(e,r)?.filter(isObject)??[];if(s.length===0||n.length>1&&r!=="allOf"&&s.every(isBareType))continue;const i=s.map(emitConstraint);o[r]=t&&r!=="allOf"?[...i,{type:"null"}]:i}const i=objectAt(e,"not");if(i)o["not"]=emitConstraint(i);const a=r==="custom"?defaultedIn(e,o):[];if(a.length===0)Object.assign(s,o);else s["anyOf"]=[o,...a.map(e=>({not:{required:[e]}}))]}function defaultedIn(e,t){const n=JSON.stringify(t);return Object.entries(objectAt(e,"properties")??{}).filter(([,e])=>isObject(e)&&own(e,"default")!==undefined).map(([e])=>e).filter(e=>n.includes(JSON.stringify(e)))}function emitConstraint(e){const t={};for(const n of[...Z,"type","enum","required"]){const r=own(e,n);if(r!==undefined)t[n]=r}const n=objectAt(e,"properties");if(n){const e=Object.entries(n).flatMap(([e,t])=>isObject(t)?[[e,emitConstraint(t)]]:[]);t["properties"]=Object.fromEntries(e)}for(const n of["items","additionalProperties","not"]){const r=own(e,n);if(isObject(r))t[n]=emitConstraint(r)}for(const n of["allOf","anyOf","oneOf"]){const r=listAt(e,n)?.filter(isObject)??[];if(r.length>0)t[n]=r.map(emitConstraint)}return t}function isBareType(e){return Object.keys(e).length===1&&stringAt(e,"type")!==undefined}function emitJsonSchema(e,t,n=false){const r=stringAt(e,"$ref");if(r!==undefined){const e=t.resolve(r);if(e&&isLeaf(e))return emitJsonSchema(e,t,n);return{$ref:t.reference(r,n)}}const s=n||own(e,"nullable")===true;const o=typesOf(e);const i={};if(o.length>0){const e=s?[...o,"null"]:o;i["type"]=e.length===1&&e[0]!==undefined?e[0]:e}for(const t of Z){const n=own(e,t);if(n!==undefined&&!(t==="format"&&n==="int-or-string"))i[t]=n}const a=listAt(e,"enum");if(a)i["enum"]=s&&!a.includes(null)?[...a,null]:a;emitObject(e,t,i);const c=objectAt(e,"items");if(c)i["items"]=emitJsonSchema(c,t,nullElement(c,t));emitJunctors(e,{acceptsNull:s,types:o},t.origin,i);return i}function emitObject(e,t,n){const r=objectAt(e,"properties");const s=new Set(stringsAt(e,"required"));const o={};for(const[e,n]of Object.entries(r??{})){if(!isObject(n))continue;if(t.origin==="custom"&&own(n,"default")!==undefined)s.delete(e);o[e]=emitJsonSchema(n,t,!s.has(e))}if(own(e,"x-kubernetes-embedded-resource")===true){o["apiVersion"]={type:"string"};o["kind"]={type:"string"};o["metadata"]=emitJsonSchema({$ref:H},t,true);s.add("apiVersion").add("kind")}if(Object.keys(o).length>0)n["properties"]=o;if(s.size>0)n["required"]=[...s];const i=own(e,"additionalProperties");if(isObject(i))n["additionalProperties"]=emitJsonSchema(i,t,true);else if(i===false)n["additionalProperties"]=false;else if(i===undefined&&t.strict&&r&&!preservesUnknown(e)){n["additionalProperties"]=false}}function typesOf(e){if(own(e,"x-kubernetes-int-or-string")===true||stringAt(e,"format")==="int-or-string"){return["integer","string"]}const t=stringAt(e,"type");if(t!==undefined)return[t];const n=(listAt(e,"oneOf")??listAt(e,"anyOf")??[]).filter(isObject);return n.length>0&&n.every(isBareType)?n.flatMap(e=>stringAt(e,"type")??[]):[]}function preservesUnknown(e){return own(e,"x-kubernetes-preserve-unknown-fields")===true}function isLeaf(e){return["properties","items","additionalProperties","$ref"].every(t=>own(e,t)===undefined)}function nullElement(e,t){if(t.origin==="custom")return false;const n=stringAt(e,"$ref");const r=n===undefined?e:t.resolve(n)??{};return stringsAt(r,"required").length===0}const F={"io.k8s.apimachinery.pkg.api.resource.Quantity":"quantity","io.k8s.apimachinery.pkg.util.intstr.IntOrString":"int-or-string"};class StructuralNode{#o;#i;type;format;default;listType;mapKeys;preserveUnknown;required;#a;constructor(e,t){const n=stringAt(e,"$ref");const r=n===undefined?e:{...t(n),...e};this.#o=r;this.#i=t;this.type=stringAt(r,"type");const s=own(r,"x-kubernetes-int-or-string")===true?"int-or-string":stringAt(r,"format");this.format=(n===undefined?undefined:F[n])??s;this.default=own(r,"default");this.listType=this.type==="array"?listTypeOf(r):undefined;this.mapKeys=this.listType==="map"?stringsAt(r,"x-kubernetes-list-map-keys"):[];this.preserveUnknown=preservesUnknown(r);this.required=stringsAt(r,"required")}get properties(){this.#a??=new Map(Object.entries(objectAt(this.#o,"properties")??{}).flatMap(([e,t])=>isObject(t)?[[e,new StructuralNode(t,this.#i)]]:[]));return this.#a}property(e){return this.properties.get(e)??this.values}get values(){const e=objectAt(this.#o,"additionalProperties");return e&&new StructuralNode(e,this.#i)}get items(){const e=objectAt(this.#o,"items");return e&&new StructuralNode(e,this.#i)}get setList(){return this.listType==="set"}}function listTypeOf(e){const t=stringAt(e,"x-kubernetes-list-type");return t==="map"||t==="set"?t:"atomic"}class UnknownVersionError extends Error{name="UnknownVersionError";bundled;constructor(e,t){const n=t.map(e=>e.split(".").slice(0,2).join("."));super(`no schemas for Kubernetes ${JSON.stringify(e)}; bundled are ${n.join(", ")} (the newest patch of each)`);this.bundled=t}}function nearestVersion(e,t){const n=/^v?(\d+\.\d+)(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?$/.exec(e.trim())?.[1];const r=t.find(e=>n!==undefined&&e.startsWith(`${n}.`));if(r===undefined)throw new UnknownVersionError(e,t);return r}const G="-or-null";class Schemas{versions;#c;constructor(e,t){this.versions=e;this.#c=t}version(e){return nearestVersion(e,this.versions)}extend(e){return e.length===0?this:new Schemas(this.versions,[customLayer(e),...this.#c])}kinds(e){const t=this.#c.flatMap(t=>[...t.kinds(e)].map(({apiVersion:e,kind:t,scope:n})=>({apiVersion:e,kind:t,scope:n})));return[...new Map(t.toReversed().map(e=>[`${e.apiVersion}/${e.kind}`,e])).values()].toReversed()}scopeOf(e){return this.#u(e)?.found.scope}structureOf(e){const t=this.#u(e)?.found.schema;return t&&new StructuralNode(t,t=>this.#i(t,e.version)?.schema)}schemaFor(e){const t={};const reference=n=>{if(!Object.hasOwn(t,n)){t[n]={};t[n]=this.linkedDefinition(n,{...e,reference:reference})??{}}return`#/definitions/${n}`};const n=this.linkedSchema({...e,reference:reference});return n&&{$schema:"http://json-schema.org/draft-04/schema#",...n,definitions:t}}linkedSchema(e){const t=this.#u(e);if(!t)return undefined;const n=this.#f(t.found.schema,t.layer,e,false);const r=own(n,"properties");const s={apiVersion:{type:"string",enum:[e.apiVersion]},kind:{type:"string",enum:[e.kind]}};return{...n,properties:{...typeof r==="object"?r:{},...s}}}linkedDefinition(e,t){const n=e.endsWith(G);const r=this.#i(n?e.slice(0,-G.length):e,t.version);return r&&this.#f(r.schema,r.layer,t,n)}#f(e,t,n,r){const s={strict:n.strict,origin:t.origin,resolve:e=>this.#i(e,n.version)?.schema,reference:(e,t)=>n.reference(t?`${e}${G}`:e)};return emitJsonSchema(e,s,r)}#u(e){for(const t of this.#c){const n=t.find(e.apiVersion,e.kind,e.version);if(n)return{layer:t,found:n}}return undefined}#i(e,t){for(const n of this.#c){const r=n.resolve(e,t);if(r)return{layer:n,schema:r}}return undefined}}const Q=import.meta.url;const Y=new URL("../schemas/",Q);function openSchemas(e=Y){const t=new Pack((0,_.readFileSync)(new URL("kubernetes.zst",e)));const custom=()=>new Pack((0,_.readFileSync)(new URL("custom.zst",e)));return new Schemas(t.versions,[kubernetesLayer(t),bundledCustomLayer(custom)])}const X="/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json";class SchemaLocationError extends Error{name="SchemaLocationError"}function parseTemplate(e){const t=e.endsWith("json")?e:e+X;for(const[n,r]of t.matchAll(/\{\{-?([^}]*?)-?\}\}/g)){const t=r?.trim()??"";if(!t.startsWith(".")||!isVariable(t.slice(1))){throw new SchemaLocationError(`schema location ${JSON.stringify(e)}: ${n} is not understood; known are ${ee.map(e=>`{{ .${e} }}`).join(", ")}`)}}return e=>{const n=variables(e);return t.replaceAll(/(\s*\{\{-|\{\{)\s*\.(\w+)\s*(-\}\}\s*|\}\})/g,(e,t,r)=>isVariable(r)?n[r]:"")}}const ee=["NormalizedKubernetesVersion","StrictSuffix","ResourceKind","ResourceAPIVersion","Group","KindSuffix"];function isVariable(e){return ee.some(t=>t===e)}function variables({apiVersion:e,kind:t,kubernetesVersion:n,strict:r}){const[s="",...o]=e.split("/");const i=o[0];const a=s.split(".")[0]?.toLowerCase()??"";return{NormalizedKubernetesVersion:n==="master"?"master":`v${n}`,StrictSuffix:r?"-strict":"",ResourceKind:t.toLowerCase(),ResourceAPIVersion:o.at(-1)??s,Group:s,KindSuffix:i===undefined?`-${a}`:`-${a}-${i.toLowerCase()}`}}function bundledLocation(e){return catalogueLocation("bundled",e)}function crdLocation(e,t){const n=(0,J.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16);const r=new Set(e.map(({apiVersion:e,kind:t})=>`${e}/${t}`));const s=catalogueLocation(`crds-${n}`,t.extend(e));return{...s,find:e=>r.has(`${e.apiVersion}/${e.kind}`)?s.find(e):undefined}}function catalogueLocation(e,t){const folder=({kubernetesVersion:n,strict:r})=>`${e}:///v${bundledVersion(n,t)}-standalone${r?"-strict":""}`;return{id:e,find(e){const n=folder(e);const{apiVersion:r,kind:s,strict:o}=e;const i=bundledVersion(e.kubernetesVersion,t);const a=t.linkedSchema({version:i,apiVersion:r,kind:s,strict:o,reference:reference(n)});const{ResourceKind:c,KindSuffix:u}=variables(e);return a&&{url:`${n}/${c}${u}.json`,schema:a}},document(e){const n=/^(.*:\/\/\/v([\d.]+)-standalone(-strict)?)\/definitions\/(.*)\.json$/.exec(e);const[,r="",s="",o,i=""]=n??[];const a=n&&t.linkedDefinition(i,{version:s,strict:o!==undefined,reference:reference(r)});return a?{url:e,schema:a}:undefined}}}function reference(e){return t=>`${e}/definitions/${t}.json`}function bundledVersion(e,t){const n=t.versions.at(-1)??"";return e==="master"?n:t.version(e)}const te="file:///";function fileLocation(e,t,n){if(e.startsWith("/")){throw new SchemaLocationError(`schema location ${JSON.stringify(e)} is absolute; give a path from the repository's root`)}const r=parseTemplate(e);const open=e=>{const n=t(e);return n&&{url:te+e,text:Buffer.from(n).toString("utf8"),tolerant:false}};return{id:`file-${(0,J.createHash)("sha256").update(`${n}\n${e}`).digest("hex").slice(0,16)}`,find:e=>open(normalize(r(e))),document:e=>e.startsWith(te)?open(e.slice(te.length)):undefined}}function normalize(e){return e.split("/").filter(e=>e!==""&&e!==".").join("/")}const isHttp=e=>e.startsWith("http");function httpLocation(e,t){const n=parseTemplate(e);const open=e=>{const n=t.get(e);if(!n)throw new Error(`schema ${e} was not fetched beforehand`);if("failed"in n)throw new Error(n.failed);return"text"in n?{url:e,text:n.text,tolerant:true}:undefined};const r=(0,J.createHash)("sha256").update(JSON.stringify([e,[...t]]));return{id:`http-${r.digest("hex").slice(0,16)}`,find:e=>open(n(e)),document:open}}async function fetchSchemas(e,t,n){const r=new Map;const s=e.filter(isHttp).map(parseTemplate);let o=new Set(s.flatMap(e=>t.map(e)));while(o.size>0){const e=await inChunks([...o],8,async e=>[e,await fetchOne(e,n)]);for(const[t,n]of e)r.set(t,n);const t=e.flatMap(([e,t])=>"text"in t?references(t.text,e):[]);o=new Set(t.filter(e=>!r.has(e)))}return r}async function fetchOne(e,t){try{const n=await t(e);if(n.status===404)return{missing:true};if(n.status!==200){return{failed:`error while downloading schema at ${e} - received HTTP status ${n.status}`}}return{text:await n.text()}}catch(t){return{failed:`failed downloading schema at ${e}: ${t instanceof Error?t.message:String(t)}`}}}function references(e,t){const n=new Set;try{JSON.parse(e,(e,r)=>{if(e==="$ref"&&typeof r==="string"&&!r.startsWith("#")){n.add((URL.parse(r,t)?.href??t).replace(/#.*$/,""))}return r})}catch{return[]}return[...n].filter(e=>isHttp(e)&&e!==t)}async function inChunks(e,t,n){const r=[];for(let s=0;s<e.length;s+=t)r.push(...await Promise.all(e.slice(s,s+t).map(n)));return r}function schemaLocations(e){const{schemas:t,locations:n=["default"],crds:r=[],files:s,fetched:o=new Map}=e;const{read:i,revision:a}=s??{read:()=>undefined,revision:""};return n.flatMap(e=>{if(e==="default")return[...r.length>0?[crdLocation(r,t)]:[],bundledLocation(t)];return[isHttp(e)?httpLocation(e,o):fileLocation(e,i,a)]})}var ne=n.Tf;var re=n.ny;var se=n.cO;var oe=n.Zv;var ie=n.WY;var ae=n.L2;var ce=n.b;var ue=n.CS;var fe=n.O9;var le=n.I$;var de=n.pW;var me=n.AR;var pe=n.Kn;var he=n.Zc;var ge=n.bm;var be=n.ZT;var ye=n.QC;var we=n.yb;var ve=n.z;var ke=n.D8;

/***/ }),

/***/ 8797:
/***/ ((module) => {

module.exports = {"rE":"0.1.0"};

/***/ })

};
