export const id = 985;
export const ids = [985,392];
export const modules = {

/***/ 2985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStatus: () => (/* binding */ runStatus)
});

// EXTERNAL MODULE: ./build/src/report/markdown/changes.js
var markdown_changes = __webpack_require__(67841);
// EXTERNAL MODULE: ./build/src/report/markdown/escape.js
var markdown_escape = __webpack_require__(96789);
// EXTERNAL MODULE: ./build/src/report/text/changes.js
var text_changes = __webpack_require__(17387);
// EXTERNAL MODULE: ./build/src/cluster/waiting/application.js
var waiting_application = __webpack_require__(59578);
// EXTERNAL MODULE: ./build/src/cluster/waiting/text.js
var waiting_text = __webpack_require__(4941);
;// CONCATENATED MODULE: ./build/src/cluster/status/drift.js





function driftedResources(world, { applications }) {
    const names = new Set(applications.map(({ name }) => name));
    return [...world.objects.Application.values()].flatMap((object) => {
        const application = (0,waiting_application/* liveApplication */.Tm)(object);
        if (application === undefined || !names.has(application.metadata.name))
            return [];
        return application.status.resources
            .filter(({ status, hook }) => status === "OutOfSync" && !hook)
            .map((resource) => drifted(application.metadata.name, resource));
    });
}
const drifted = (application, resource) => ({
    application,
    apiVersion: resource.group === "" ? resource.version : `${resource.group}/${resource.version}`,
    kind: resource.kind,
    ...(resource.namespace !== undefined && { namespace: resource.namespace }),
    name: resource.name,
    surplus: resource.requiresPruning,
});
function driftText(report, paint, width) {
    const { applications, drifted: resources, changes, clean } = report;
    const shown = new Set(changes.map(keyOfChange));
    const rest = resources.filter((one) => !shown.has(keyOf(one)));
    return [
        ...(0,waiting_text/* treeLines */.Ww)({ applications, done: clean }, paint),
        "",
        ...changes.flatMap((change) => [
            `${change.application}: a sync would change`,
            ...(0,text_changes/* changeLines */.O)(change, paint, width),
            "",
        ]),
        ...rest.map((one) => `${one.application}: ${describe(one)}`),
        ...(rest.length > 0 ? [""] : []),
        `${headline(report)}\n`,
    ].join("\n");
}
function driftMarkdown(report) {
    const { applications, drifted: resources, changes, clean, at } = report;
    const shown = new Set(changes.map(keyOfChange));
    const rest = resources.filter((one) => !shown.has(keyOf(one)));
    const tree = (0,waiting_text/* treeLines */.Ww)({ applications, done: clean }, (_, line) => line).join("\n");
    return [
        `## ${(0,markdown_escape/* text */.Qq)(headline(report))}`,
        `As of ${at}.`,
        (0,markdown_escape/* block */.om)("text", tree),
        ...changes.map((change) => `**${(0,markdown_escape/* text */.Qq)(change.application)}**: a sync would change ${(0,markdown_changes/* changePiece */.J)(change).full.trim()}`),
        ...rest.map((one) => `- **${(0,markdown_escape/* text */.Qq)(one.application)}**: ${(0,markdown_escape/* code */.aY)(describe(one))}`),
        "",
    ].join("\n\n");
}
function headline({ environment, clean, drifted: resources, applications }) {
    if (clean)
        return `${environment} is as Git has it`;
    const unwell = applications.filter(({ done }) => !done).length;
    const count = resources.length === 1 ? "1 resource differs" : `${resources.length} resources differ`;
    return `${environment}: ${count} from Git, ${unwell} of ${applications.length} Applications are not well`;
}
const describe = ({ kind, namespace, name, surplus }) => `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name} ${surplus ? "is no longer in Git" : "differs from Git"}`;
const keyOf = ({ application, kind, namespace = "", name }) => `${application} ${kind} ${namespace}/${name}`;
const keyOfChange = ({ application, resource }) => keyOf({ application, surplus: false, ...resource });

// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/bootstrap/environment.js + 1 modules
var bootstrap_environment = __webpack_require__(34589);
// EXTERNAL MODULE: ./build/src/bootstrap/revisions.js
var revisions = __webpack_require__(74754);
// EXTERNAL MODULE: ./build/src/cluster/api/client.js
var client = __webpack_require__(77240);
// EXTERNAL MODULE: ./build/src/cluster/api/objects.js
var api_objects = __webpack_require__(32703);
// EXTERNAL MODULE: ./build/src/cluster/api/patience.js
var patience = __webpack_require__(60508);
// EXTERNAL MODULE: ./build/src/cluster/diagnosis/gather.js
var gather = __webpack_require__(55075);
// EXTERNAL MODULE: ./build/src/cluster/waiting/progress.js + 8 modules
var waiting_progress = __webpack_require__(57682);
// EXTERNAL MODULE: ./build/src/diff/diff.js + 12 modules
var diff = __webpack_require__(52381);
;// CONCATENATED MODULE: ./build/src/gitops/app-of-apps.js
function appOfApps(applications, file) {
    const reports = new Set();
    const found = new Map();
    for (const one of applications) {
        const { name, parent, kind } = one.report;
        const isRoot = kind === "Application" && parent === undefined && one.report.file === file;
        if (!isRoot && (parent === undefined || !reports.has(parent)))
            continue;
        reports.add(name);
        found.set(one.application.name, one);
    }
    return found;
}

// EXTERNAL MODULE: ./build/src/gitops/json.js
var json = __webpack_require__(25606);
// EXTERNAL MODULE: ./build/src/model/resource.js
var resource = __webpack_require__(3955);
// EXTERNAL MODULE: ./build/src/render-only.js
var render_only = __webpack_require__(25392);
;// CONCATENATED MODULE: ./build/src/status.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});














const argoManager = "argocd-controller";
async function status_status({ root, environment: name }, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, platform, file } = await (0,bootstrap_environment/* readDeclared */.D)(root, name);
        const access = __addDisposableResource(env_1, await ports.connect(environment), true);
        const objects = (0,api_objects/* openObjects */.dV)((0,patience/* patientApi */.s)(await (0,client/* openApi */.N)(access.kubeconfig), ports));
        const world = await (0,gather/* snapshotWorld */.D)(objects);
        const now = ports.clock.now();
        const goal = { namespace: platform.namespace, root: platform.root, revisions: new Map(), since: now };
        const resolve = (0,revisions/* revisionResolver */.k)(ports);
        for (const { repoURL, targetRevision } of (0,waiting_progress/* progressOf */.j)(world, goal).applications.flatMap(({ sources }) => sources)) {
            const key = (0,waiting_progress/* revisionKey */.d)({ repoURL, targetRevision });
            const commit = goal.revisions.has(key) ? undefined : await resolve(repoURL, targetRevision || "HEAD");
            if (commit !== undefined)
                goal.revisions.set(key, commit);
        }
        const progress = (0,waiting_progress/* progressOf */.j)(world, goal);
        const drifted = driftedResources(world, progress);
        const changes = drifted.length === 0 ? [] : await changesOf(drifted, objects, { root, file }, ports);
        const at = new Date(now).toISOString();
        const clean = progress.done && drifted.length === 0;
        return { environment: name, at, clean, applications: progress.applications, drifted, changes };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function changesOf(drifted, objects, { root, file }, { clock, log, signal, env, sources }) {
    const run = { root, cache: true, offline: false, requireSources: false };
    const everything = await (0,render_only.renderOnly)(run, { clock, log, signal, env, ...(sources && { sources }) });
    const rendered = appOfApps(everything, file);
    const sides = await Promise.all([...Map.groupBy(drifted, ({ application }) => application)].map(async ([application, resources]) => {
        const pairs = await Promise.all(resources.map((one) => pairOf(one, rendered, objects)));
        const side = (which) => ({
            application,
            resources: pairs.flatMap((pair) => pair?.[which] ?? []),
        });
        return { live: side("live"), wanted: side("wanted") };
    }));
    return (0,diff/* diffApplications */.X)(sides.map(({ live }) => live), sides.map(({ wanted }) => wanted), { secretKey: (0,external_node_crypto_.randomBytes)(32) });
}
async function pairOf(one, rendered, objects) {
    const live = await objects.get(one);
    const there = live === undefined ? [] : [status_resource(one, live)];
    if (one.surplus)
        return { live: there, wanted: [] };
    const declared = rendered
        .get(one.application)
        ?.rendered.resources.find(({ id }) => (0,resource/* resourceKey */.i)(id) === (0,resource/* resourceKey */.i)(one));
    if (declared === undefined)
        return undefined;
    const manifest = live === undefined ? declared.manifest : await predicted(declared.manifest, one, objects);
    return manifest === undefined ? undefined : { live: there, wanted: [status_resource(one, manifest, declared.origin)] };
}
async function predicted(manifest, { namespace }, objects) {
    const metadata = (0,json/* isObject */.Gv)(manifest["metadata"]) ? manifest["metadata"] : {};
    const placed = { ...manifest, metadata: { ...(namespace !== undefined && { namespace }), ...metadata } };
    const answer = await objects.apply(placed, { dryRun: "All", conflicts: "take over", manager: argoManager });
    return answer?.status === 200 && (0,json/* isObject */.Gv)(answer.body) ? answer.body : undefined;
}
const status_resource = ({ apiVersion, kind, namespace, name }, manifest, origin = []) => ({
    id: { apiVersion, kind, name, ...(namespace !== undefined && { namespace }) },
    manifest: { ...manifest, apiVersion, kind },
    origin,
});

// EXTERNAL MODULE: ./build/src/cli/cluster-access.js
var cluster_access = __webpack_require__(98281);
// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(80490);
;// CONCATENATED MODULE: ./build/src/cli/status-command.js






async function runStatus(environment, options, terminal, signal) {
    const { root, format } = options;
    const connect = (0,cluster_access/* accessBy */.c)(options, "leave", terminal, signal);
    const ports = { ...(0,run_options/* runPorts */.G)(terminal, signal, undefined), connect };
    const report = await status_status({ root, environment }, ports);
    if (format === "json")
        terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    else if (format === "markdown")
        terminal.out(driftMarkdown(report));
    else
        terminal.out(driftText(report, terminal.colour ? style.coloured : style.plain, terminal.width ?? 100));
    return report.clean ? error/* exitCodes */.hS.fine : error/* exitCodes */.hS.findings;
}


/***/ }),

/***/ 25392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderOnly: () => (/* binding */ renderOnly)
/* harmony export */ });
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66417);
/* harmony import */ var _run_fetching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14971);
/* harmony import */ var _run_outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30680);
/* harmony import */ var _run_render_side_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81578);
/* harmony import */ var _run_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39109);
/* harmony import */ var _run_stores_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79245);
/* harmony import */ var _run_workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81994);







async function renderOnly(options, ports) {
    const engines = (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_0__/* .openEngines */ .Uj)(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await (0,_run_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .O)(options, ports);
        const outside = (0,_run_outside_js__WEBPACK_IMPORTED_MODULE_2__/* .openOutside */ .A9)(options.root, (0,_run_fetching_js__WEBPACK_IMPORTED_MODULE_1__/* .openSources */ .Hv)(workspace.head, options, ports));
        const results = (0,_run_results_js__WEBPACK_IMPORTED_MODULE_4__/* .openResults */ .B)((0,_run_stores_js__WEBPACK_IMPORTED_MODULE_5__/* .openStores */ .j)(options, ports).results(), workspace.head);
        const { applications } = await (0,_run_render_side_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSide */ .a)(workspace.head, { workspace, engines, outside, results });
        results.keep();
        return applications;
    }
    finally {
        await engines.close();
    }
}


/***/ }),

/***/ 67841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ changePiece),
/* harmony export */   t: () => (/* binding */ effectText)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3589);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71272);
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8073);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96789);





const maxFields = 60;
const maxValueLines = 60;
function changePiece(change) {
    const notes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotes */ .Cp)(change).map((note) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(note));
    const head = [(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceName */ .Iy)(change.resource)), change.kind, ...notes].join(" · ");
    const counted = change.fields.filter((field) => field.path !== "").length;
    const effects = change.effects.map((effect) => `- ${effectText(effect, 300)}\n`).join("");
    const list = effects === "" ? "" : `${effects}\n`;
    const worst = change.effects.slice(0, 1).map((effect) => ` · ${effectText(effect, 160)}`);
    const brief = `${head}${counted === 0 ? "" : ` · ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(counted, "field")}`}${worst.join("")}\n\n`;
    if (change.fields.length === 0)
        return { full: `${head}\n\n${list}`, brief };
    const left = change.fields.length - maxFields;
    const lines = [
        ...change.fields.slice(0, maxFields).flatMap(fieldLines),
        ...(left > 0 ? [`@@ ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, "more field")} @@`] : []),
    ];
    return { full: `${head}\n\n${list}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)("diff", lines.join("\n"))}\n\n`, brief };
}
function effectText({ kind, level, message, hint }, limit) {
    const grave = level === "note" ? "" : `**${level}** `;
    const out = hint === undefined ? "" : `. ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(hint, limit)}`;
    return `${grave}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(message, limit)}${out} ·&nbsp;${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(kind, (0,_model_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .effectDocs */ .fI)(kind))}`;
}
function fieldLines({ path, before, after, text: body }) {
    const heading = path === "" ? [] : [`@@ ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleLine */ .P)(path)} @@`];
    if (body !== undefined)
        return [...heading, ...body.split("\n")];
    return [...heading, ...valueBlock("-", before), ...valueBlock("+", after)];
}
function valueBlock(sign, value) {
    if (value === undefined)
        return [];
    const lines = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueLines */ .H)(value);
    const left = lines.length - maxValueLines;
    const more = left > 0 ? [`# ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, "more line")}`] : [];
    return [...lines.slice(0, maxValueLines).map((line) => `${sign}${line}`), ...more];
}


/***/ }),

/***/ 17387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ effectLines),
/* harmony export */   O: () => (/* binding */ changeLines)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3589);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71272);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51450);
/* harmony import */ var _wrap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78392);





const maxFields = 40;
const maxValueLines = 12;
function changeLines(change, paint, width) {
    const tone = change.kind === "added" ? "added" : change.kind === "removed" ? "removed" : "heading";
    const notes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotes */ .Cp)(change).join("; ");
    const head = `  ${_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .signs */ .rf[change.kind]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceName */ .Iy)(change.resource))}`;
    const fields = change.fields.filter((field) => field.path !== "");
    const left = fields.length - maxFields;
    return [
        paint(tone, head) + (notes === "" ? "" : paint("dim", `  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P)(notes)}`)),
        ...change.effects.flatMap((effect) => effectLines(effect, paint, width)),
        ...fields.slice(0, maxFields).flatMap((field) => fieldLines(field, paint, width)),
        ...(left > 0 ? [paint("dim", `      … ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, "more field")}`)] : []),
    ];
}
const marks = {
    danger: ["!!", "error"],
    caution: ["! ", "warning"],
    note: ["· ", "dim"],
};
function effectLines({ level, message, hint }, paint, width, indent = "    ") {
    const [mark, tone] = marks[level];
    const lines = (0,_wrap_js__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)((0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P)(message, 500), `${indent}   `, width);
    return [
        ...lines.map((line, i) => paint(tone, i === 0 ? indent + mark + line.slice(indent.length + mark.length) : line)),
        ...(0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .hintLines */ .L)(hint, width, `${indent}   `),
    ];
}
function fieldLines(field, paint, width) {
    const path = (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P)(field.path);
    if (field.text?.startsWith("(") && !field.text.includes("\n"))
        return [`      ~ ${path}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P)(field.text)}`];
    if (field.text !== undefined)
        return [`      ~ ${path}:`, ...diffLines(field.text, paint)];
    const { before, after } = field;
    if (before !== undefined && after !== undefined) {
        const line = `      ~ ${path}: ${(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineValue */ .n)(before)} → ${(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineValue */ .n)(after)}`;
        const isShort = (0,_wrap_js__WEBPACK_IMPORTED_MODULE_4__/* .columns */ .YB)(line) <= width && !isTree(before) && !isTree(after);
        if (isShort)
            return [line];
        return [`      ~ ${path}:`, ...block(before, "removed", paint), ...block(after, "added", paint)];
    }
    const [sign, tone, value] = before === undefined ? ["+", "added", after] : ["-", "removed", before];
    const line = `      ${sign} ${path}: ${(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineValue */ .n)(value ?? null)}`;
    if ((0,_wrap_js__WEBPACK_IMPORTED_MODULE_4__/* .columns */ .YB)(line) <= width)
        return [paint(tone, line)];
    return [paint(tone, `      ${sign} ${path}:`), ...block(value ?? null, tone, paint)];
}
function isTree(value) {
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
function block(value, tone, paint) {
    const lines = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueLines */ .H)(value);
    const left = lines.length - maxValueLines;
    const sign = tone === "added" ? "+" : "-";
    return [
        ...lines.slice(0, maxValueLines).map((line) => paint(tone, `          ${sign} ${line}`)),
        ...(left > 0 ? [paint("dim", `            … ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(left)} more lines`)] : []),
    ];
}
function diffLines(text, paint) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .R)(text)
        .split("\n")
        .map((line) => {
        const indented = `          ${line}`;
        if (line.startsWith("+"))
            return paint("added", indented);
        if (line.startsWith("-"))
            return paint("removed", indented);
        return line.startsWith("@@") || line.startsWith("(") ? paint("dim", indented) : indented;
    });
}


/***/ }),

/***/ 51450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ hintLines),
/* harmony export */   h: () => (/* binding */ findingLines)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71272);
/* harmony import */ var _wrap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78392);



const maxDetailLines = 15;
function findingLines(finding, paint, width, readLine) {
    const { severity, rule, hint, at } = finding;
    const [first, ...others] = at;
    const place = first === undefined ? "" : `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(first.file)}:${first.line}:${first.column} `;
    return [
        `${place}${paint(severity, severity)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(rule, 100)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)((0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(finding), 500)}`,
        ...(first === undefined ? [] : excerpt(first.line, first.column, readLine?.(first.file, first.line), paint, width)),
        ...detailLines(finding, paint),
        ...others.map(({ file, line, column, via }) => paint("dim", `    ${via === undefined ? "also" : (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(via)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(file)}:${line}:${column}`)),
        ...hintLines(hint, width),
    ];
}
function hintLines(hint, width, indent = "    ") {
    if (hint === undefined)
        return [];
    const lines = (0,_wrap_js__WEBPACK_IMPORTED_MODULE_2__/* .wrap */ .LV)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(hint, 500), `${indent}  `, width);
    return lines.map((line, i) => (i === 0 ? `${indent}→ ${line.slice(indent.length + 2)}` : line));
}
function detailLines({ detail, message }, paint) {
    if (detail === undefined || detail.trim() === "" || detail.trim() === message)
        return [];
    const lines = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(detail).trim().split("\n");
    const left = lines.length - maxDetailLines;
    return [
        ...lines.slice(0, maxDetailLines).map((line) => paint("dim", `      ${(0,_wrap_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(line, 300)}`)),
        ...(left > 0 ? [paint("dim", `      … ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(left)} more lines`)] : []),
    ];
}
const opening = /^(?:---|#|apiVersion:|kind:)/;
function excerpt(line, column, source, paint, width) {
    if (source === undefined || source.trim() === "" || (column === 1 && opening.test(source)))
        return [];
    const gutter = `    ${line} │ `;
    const room = Math.max(20, width - gutter.length);
    const start = column > room - 10 ? column - Math.floor(room / 2) : 0;
    const shown = source.slice(start, start + room).replaceAll("\t", " ");
    const code = (0,_wrap_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(shown), room);
    const caret = `${" ".repeat(gutter.length - 2)}│ ${" ".repeat(Math.max(0, column - 1 - start))}^`;
    return [paint("dim", gutter) + code, paint("dim", caret)];
}


/***/ }),

/***/ 78392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   rh: () => (/* binding */ clipStart)
/* harmony export */ });
function columns(text) {
    return Array.from(text).length;
}
function wrap(text, indent, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (line !== "" && columns(indent) + columns(longer) > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    return [...lines, indent + line];
}
function clip(text, width) {
    const characters = Array.from(text);
    return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}
function clipStart(text, width) {
    const characters = Array.from(text);
    return characters.length <= width
        ? text
        : `…${characters.slice(characters.length - Math.max(0, width - 1)).join("")}`;
}


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ valueLines),
/* harmony export */   n: () => (/* binding */ inlineValue)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81018);


function inlineValue(value, limit = 200) {
    const isPlain = typeof value === "string" && value !== "" && !/^\s|\s$|^(?:true|false|null|[-+.\d][\d.eE+-]*)$/.test(value);
    if (isPlain)
        return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(value, limit);
    const json = JSON.stringify(value);
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P)(typeof value === "object" && value !== null ? flow(json) : json, limit);
}
function flow(json) {
    return json.replaceAll(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) => (part === "," || part === ":" ? `${part} ` : part));
}
function valueLines(value) {
    if (typeof value !== "object" || value === null || Object.keys(value).length === 0)
        return [inlineValue(value)];
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)((0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .dump */ .Bh)(value, { lineWidth: -1, noRefs: true }).trimEnd()).split("\n");
}


/***/ })

};
