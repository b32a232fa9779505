export const id = 46;
export const ids = [46,377];
export const modules = {

/***/ 72046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkEnvironmentCommand: () => (/* binding */ checkEnvironmentCommand)
/* harmony export */ });
/* harmony import */ var _environments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74715);
/* harmony import */ var _report_overview_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86173);
/* harmony import */ var _report_text_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51450);
/* harmony import */ var _report_text_style_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36179);
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71272);
/* harmony import */ var _source_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65377);






async function checkEnvironmentCommand(name, { root, format }, terminal) {
    const checked = await (0,_environments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkedEnvironments */ .ID)(root);
    const documents = (0,_environments_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(checked.documents, name);
    const files = new Set(documents.map(({ at }) => at.file));
    const findings = (0,_report_overview_js__WEBPACK_IMPORTED_MODULE_5__/* .sortFindings */ .Tc)(checked.findings.filter(({ at: [place] }) => files.has(place?.file ?? "")));
    const broken = findings.some(({ severity }) => severity === "error");
    if (format === "json") {
        const environments = documents.map((one) => ({
            name: one.name,
            file: one.at.file,
            valid: one.environment !== undefined,
        }));
        terminal.out(`${JSON.stringify({ version: 1, environments, findings }, null, 2)}\n`);
        return broken ? 1 : 0;
    }
    const paint = terminal.colour ? _report_text_style_js__WEBPACK_IMPORTED_MODULE_2__.coloured : _report_text_style_js__WEBPACK_IMPORTED_MODULE_2__.plain;
    const readLine = (0,_source_lines_js__WEBPACK_IMPORTED_MODULE_4__.lineReader)(root);
    for (const finding of findings) {
        terminal.out(`${(0,_report_text_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingLines */ .h)(finding, paint, terminal.width ?? 100, readLine).join("\n")}\n\n`);
    }
    const counts = (0,_report_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .findingCounts */ .s_)(findings);
    const subject = `${(0,_report_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(documents.length, "Environment")}: ${documents.map((one) => one.name).join(", ")}`;
    terminal.out(`${subject} · ${paint(broken ? "error" : "heading", counts === "" ? "nothing is wrong" : counts)}\n`);
    return broken ? 1 : 0;
}


/***/ }),

/***/ 65377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lineReader: () => (/* binding */ lineReader)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const excerptLimit = 1024 * 1024;
function lineReader(root) {
    const files = new Map();
    const linesOf = (file) => {
        try {
            const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file));
            const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), real);
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) || below.split(/[\\/]/, 1)[0] === "..")
                return [];
            const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real);
            return bytes.length > excerptLimit ? [] : bytes.toString("utf8").split(/\r?\n/);
        }
        catch {
            return [];
        }
    };
    return (file, line) => {
        const lines = files.get(file) ?? linesOf(file);
        files.set(file, lines);
        return lines[line - 1];
    };
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ checkedEnvironments),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   b6: () => (/* binding */ environmentNamed),
/* harmony export */   rZ: () => (/* binding */ valid)
/* harmony export */ });
/* harmony import */ var kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40999);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66417);
/* harmony import */ var _environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60884);
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16072);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81729);
/* harmony import */ var _run_configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6785);
/* harmony import */ var _run_environments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51293);
/* harmony import */ var _run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26505);
/* harmony import */ var _run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77224);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74869);










async function checkedEnvironments(root) {
    const tree = await (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_8__/* .openWorkingCopy */ .Fs)(root);
    const configuration = (0,_run_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfiguration */ .T)(tree);
    const { ignore } = configuration;
    const documents = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentsIn */ .Ib)(tree, ignore);
    const catalogue = (0,_environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .committedCatalogue */ .ab)();
    const { versions: kubernetesVersions } = (0,kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__/* .openSchemas */ .ZT)((0,_engine_index_js__WEBPACK_IMPORTED_MODULE_1__/* .locate */ .x5)().schemas);
    const found = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .checkEnvironmentFiles */ .zM)(documents, { tree, catalogue, kubernetesVersions });
    const files = new Set(documents.map(({ at: { file } }) => file));
    const theirs = { files: () => files, lookup: tree.lookup.bind(tree), read: tree.read.bind(tree) };
    const comments = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .readComments */ .T)(theirs, ignore, (_kind, _id, make) => make());
    const { findings } = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .heedIgnores */ .Y)((0,_run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__/* .levelled */ .Io)(found, configuration), comments, { complete: false, isOff: () => false });
    return { documents, findings, catalogue };
}
function named(documents, name) {
    if (documents.length === 0) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", "There is no Environment here", {
            hint: "They are looked for in folders called environments, such as manifests/environments/dev.yaml",
        });
    }
    const chosen = documents.filter((one) => name === undefined || one.name === name);
    if (chosen.length > 0)
        return chosen;
    const names = documents.map((one) => one.name);
    const near = (0,_model_closest_js__WEBPACK_IMPORTED_MODULE_9__/* .closest */ .k)(name ?? "", names);
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", `There is no Environment "${name ?? ""}"`, {
        hint: `${near === undefined ? "" : `Did you mean ${near}? `}There is: ${names.join(", ")}`,
    });
}
function valid({ documents }, name) {
    return named(documents, name).map((document) => {
        const { environment, problems, at } = document;
        if (environment !== undefined)
            return { ...document, environment };
        const lines = problems
            .filter(({ severity }) => severity === "error")
            .map(({ message, hint, at: [place = at] }) => {
            return `${place.file}:${place.line}:${place.column} ${message}${hint === undefined ? "" : `\n    ${hint}`}`;
        });
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-CONFIG", `Environment ${document.name} is not valid\n  ${lines.join("\n  ")}`, {
            hint: "docs/environments.md has every field, and schemas/environment.v1alpha1.json completes them in editors",
        });
    });
}
async function environmentNamed(root, name) {
    const [found] = valid(await checkedEnvironments(root), name);
    if (!found)
        throw new TypeError(`Environment ${name} was found and is missing`);
    return found.environment;
}


/***/ }),

/***/ 86173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ overview),
/* harmony export */   R: () => (/* binding */ inWaveOrder),
/* harmony export */   S9: () => (/* binding */ sortApplications),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   qh: () => (/* binding */ effectsOfLevel)
/* harmony export */ });
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54535);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85382);


function overview(report) {
    const sections = new Map();
    for (const application of sortApplications(report.applications)) {
        sections.set(application.name, { name: application.name, application, changes: [], findings: [], shared: [] });
    }
    const section = (name) => {
        const known = sections.get(name) ?? { name, changes: [], findings: [], shared: [] };
        sections.set(name, known);
        return known;
    };
    for (const change of report.changes)
        section(change.application).changes.push(change);
    for (const change of report.applicationChanges ?? [])
        section(change.application).applicationChange = change;
    const repository = [];
    for (const finding of sortFindings(report.findings)) {
        (finding.application === undefined ? repository : section(finding.application).findings).push(finding);
        for (const { application, severity } of finding.alsoIn ?? [])
            section(application).shared.push({ ...finding, severity });
    }
    const all = [...sections.values()];
    return { sections: byGravity(all.filter(hasNews)), quiet: all.filter((one) => !hasNews(one)), repository };
}
function byGravity(sections) {
    const rank = ({ changes }) => Math.min(_model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2, ...changes.flatMap(({ effects }) => effects.map(effectRank)));
    return sections.toSorted((a, b) => rank(a) - rank(b));
}
function effectRank({ level, kind }) {
    const place = _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.indexOf(kind);
    return { danger: place, caution: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length + place, note: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2 }[level];
}
function effectsOfLevel({ changes }, level) {
    return changes
        .flatMap((change) => change.effects.filter((effect) => effect.level === level).map((effect) => ({ effect, change })))
        .toSorted((a, b) => effectRank(a.effect) - effectRank(b.effect));
}
function hasNews({ application, applicationChange, changes, findings, shared }) {
    const status = application?.status;
    return (changes.length + findings.length + shared.length > 0 ||
        applicationChange !== undefined ||
        status === "not-rendered" ||
        status === "failed");
}
function inWaveOrder(sections) {
    const wave = ({ application }) => application?.wave ?? Number.MAX_SAFE_INTEGER;
    return sections.toSorted((a, b) => wave(a) - wave(b) || compare(a.name, b.name));
}
function sortApplications(applications) {
    return applications.toSorted((a, b) => a.wave - b.wave || compare(a.name, b.name) || compare(a.file, b.file));
}
function sortFindings(findings) {
    return findings.toSorted((a, b) => {
        const [left, right] = [a.at[0], b.at[0]];
        return (_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(a.severity) - _model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(b.severity) ||
            compare(left?.file ?? "", right?.file ?? "") ||
            (left?.line ?? 0) - (right?.line ?? 0) ||
            (left?.column ?? 0) - (right?.column ?? 0) ||
            compare(a.rule, b.rule) ||
            compare(a.message, b.message));
    });
}
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
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

/***/ 81018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ visibleLine),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function visible(text) {
    return text.replaceAll("\r\n", "\n").replaceAll(invisible, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    });
}
function visibleLine(text, limit = 300) {
    const line = visible(text.slice(0, limit + 1).replaceAll(/\s*\n\s*/g, " "));
    return line.length <= limit ? line : `${line.slice(0, limit - 1).toWellFormed()}…`;
}


/***/ })

};
