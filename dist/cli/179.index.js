export const id = 179;
export const ids = [179];
export const modules = {

/***/ 84504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ pricesNote),
/* harmony export */   CD: () => (/* binding */ environmentField),
/* harmony export */   Lp: () => (/* binding */ costSentence),
/* harmony export */   kx: () => (/* binding */ environmentSigns)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3589);

function costSentence({ before, after, difference, budget, isOverBudget }) {
    const sides = [before, after].filter((side) => side !== undefined).map((side) => `€ ${side}`);
    const amount = /^[+-]?0\.00$/.test(difference)
        ? `€ ${after ?? before ?? "0.00"} a month, as before`
        : before === undefined
            ? `${sides.join("")} a month`
            : after === undefined
                ? `${sides.join("")} a month less`
                : `${sides.join(" → ")} a month (${difference})`;
    if (budget === undefined)
        return amount;
    return `${amount}, ${isOverBudget ? "over" : "within"} the budget of € ${budget}`;
}
function pricesNote(changes) {
    const day = changes.find(({ cost }) => cost !== undefined)?.cost?.pricesOf;
    return day === undefined ? undefined : `Costs are of an average month, net of VAT, with the prices of ${day}`;
}
const environmentSigns = { added: "+", removed: "-", changed: "~" };
function environmentField({ path, before, after, }) {
    const values = [before, after].flatMap((value) => (value === undefined ? [] : shortValue(value)));
    return { sign: before === undefined ? "+" : after === undefined ? "-" : "~", path, values };
}
function shortValue(value) {
    if (Array.isArray(value))
        return `[${value.map(shortValue).join(", ")}]`;
    if (typeof value !== "object" || value === null)
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineValue */ .n)(value);
    return `{ ${Object.entries(value)
        .map(([key, one]) => `${key}: ${shortValue(one)}`)
        .join(", ")} }`;
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

/***/ 40179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderText: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/src/report/overview.js
var overview = __webpack_require__(86173);
// EXTERNAL MODULE: ./build/src/report/visible.js
var visible = __webpack_require__(81018);
// EXTERNAL MODULE: ./build/src/report/wording.js
var wording = __webpack_require__(71272);
// EXTERNAL MODULE: ./build/src/report/text/changes.js
var text_changes = __webpack_require__(17387);
// EXTERNAL MODULE: ./build/src/report/environment-wording.js
var environment_wording = __webpack_require__(84504);
// EXTERNAL MODULE: ./build/src/report/text/wrap.js
var wrap = __webpack_require__(78392);
;// CONCATENATED MODULE: ./build/src/report/text/environments.js





const maxFields = 40;
function environmentLines(changes, paint, width) {
    if (changes.length === 0)
        return [];
    const note = (0,environment_wording/* pricesNote */.$6)(changes);
    return [
        paint("heading", "Environments"),
        ...changes.flatMap((change) => changeLines(change, paint, width)),
        ...(note === undefined ? [] : (0,wrap/* wrap */.LV)((0,visible/* visibleLine */.P)(note), "  ", width).map((line) => paint("dim", line))),
    ];
}
function changeLines({ environment, kind, file, fields, effects, cost }, paint, width) {
    const tone = kind === "changed" ? "heading" : kind;
    const left = fields.length - maxFields;
    return [
        paint(tone, `  ${environment_wording/* environmentSigns */.kx[kind]} ${(0,visible/* visibleLine */.P)(environment)}`) + paint("dim", `  ${(0,visible/* visibleLine */.P)(file)}`),
        ...(cost === undefined
            ? []
            : [`    ${paint(cost.isOverBudget ? "warning" : "heading", (0,visible/* visibleLine */.P)((0,environment_wording/* costSentence */.Lp)(cost)))}`]),
        ...effects.flatMap((effect) => (0,text_changes/* effectLines */.J)(effect, paint, width)),
        ...fields.slice(0, maxFields).map((field) => fieldLine(field, paint)),
        ...(left > 0 ? [paint("dim", `      … ${(0,wording/* plural */.LS)(left, "more field")}`)] : []),
    ];
}
function fieldLine(field, paint) {
    const { sign, path, values } = (0,environment_wording/* environmentField */.CD)(field);
    const line = `      ${sign} ${(0,visible/* visibleLine */.P)(path)}: ${(0,visible/* visibleLine */.P)(values.join(" → "))}`;
    return sign === "~" ? line : paint(sign === "+" ? "added" : "removed", line);
}

// EXTERNAL MODULE: ./build/src/report/text/findings.js
var text_findings = __webpack_require__(51450);
;// CONCATENATED MODULE: ./build/src/report/text/notices.js



const maxPlaces = 6;
function noticeLines(notices, paint, width, readLine) {
    const rules = new Map();
    for (const notice of notices)
        rules.set(notice.rule, [...(rules.get(notice.rule) ?? []), notice]);
    return [...rules.values()].map((alike) => ruleLines(alike, paint, width, readLine));
}
function ruleLines(alike, paint, width, readLine) {
    const [first, ...others] = alike;
    if (first === undefined)
        return [];
    if (others.length === 0)
        return (0,text_findings/* findingLines */.h)(first, paint, width, readLine);
    const left = alike.length - maxPlaces;
    const sameHint = others.every(({ hint }) => hint === first.hint);
    return [
        `${paint("notice", "notice")} ${(0,visible/* visibleLine */.P)(first.rule, 100)} ${(0,wording/* number */.ai)(alike.length)} times`,
        ...alike.slice(0, maxPlaces).map(placeLine),
        ...(left > 0 ? [paint("dim", `    … ${(0,wording/* number */.ai)(left)} more`)] : []),
        ...(sameHint ? (0,text_findings/* hintLines */.L)(first.hint, width) : []),
    ];
}
function placeLine(notice) {
    const [place] = notice.at;
    const where = place === undefined ? "" : `${(0,visible/* visibleLine */.P)(place.file)}:${place.line}:${place.column} `;
    return `    ${where}${(0,visible/* visibleLine */.P)((0,wording/* sentence */.em)(notice), 500)}`;
}

// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
;// CONCATENATED MODULE: ./build/src/report/text/table.js




const maxQuiet = 20;
const maxRows = 200;
const maxName = 40;
const statuses = {
    rendered: "rendered",
    unchanged: "unchanged",
    "not-rendered": "not rendered",
    failed: "failed",
};
function applicationTable({ sections, quiet }, paint, width) {
    const listed = quiet.length <= maxQuiet ? (0,overview/* inWaveOrder */.R)([...sections, ...quiet]) : sections;
    const rows = listed.slice(0, maxRows);
    const nameWidth = Math.min(maxName, Math.max(0, ...rows.map((row) => (0,wrap/* columns */.YB)(row.name))));
    const lines = rows.flatMap((row) => rowLines(row, nameWidth, paint, width));
    const cut = listed.length - rows.length;
    const hidden = listed === sections ? quiet.length : 0;
    const unchanged = quiet.every(({ application }) => application?.status === "unchanged");
    return [
        ...lines,
        ...(cut > 0 ? [paint("dim", `  … ${(0,wording/* number */.ai)(cut)} more with changes or findings`)] : []),
        ...(hidden > 0
            ? [paint("dim", `  ${(0,wording/* plural */.LS)(hidden, "Application")} ${unchanged ? "unchanged" : "without changes or findings"}`)]
            : []),
    ];
}
function rowLines({ name, application, applicationChange, changes, findings, shared }, nameWidth, paint, width) {
    const wave = application === undefined ? "" : String(application.wave);
    const status = application === undefined ? "gone" : applicationChange?.kind === "added" ? "new" : statuses[application.status];
    const isRendered = application?.status === "rendered" || application?.status === "unchanged";
    const parts = [
        ...(isRendered ? [(0,wording/* plural */.LS)(application.resources, "resource")] : []),
        ...[(0,wording/* changeCounts */.Zg)(changes), (0,wording/* findingCounts */.s_)([...findings, ...shared])].filter((part) => part !== ""),
    ];
    const label = (application?.kind === "implicit" ? wrap/* clipStart */.rh : wrap/* clip */.$Q)((0,visible/* visibleLine */.P)(name), nameWidth);
    const line = `${wave.padStart(4)}  ${label.padEnd(nameWidth)}  ${status.padEnd(12)}  ${parts.join(" · ")}`.trimEnd();
    const isBad = application?.status === "failed" || application?.status === "not-rendered";
    const said = findings.some(({ message }) => message === application?.reason);
    const reason = isBad && !said && application.reason !== undefined ? (0,wrap/* wrap */.LV)((0,visible/* visibleLine */.P)(application.reason), "      ", width) : [];
    return [isBad ? paint("warning", line) : line, ...reason.map((text) => paint("dim", text))];
}

;// CONCATENATED MODULE: ./build/src/report/text/text.js










function renderText(report, options = {}) {
    const { width = 100, paint = style.plain, readLine } = options;
    const view = (0,overview/* overview */.M0)(report);
    const notices = (0,overview/* sortFindings */.Tc)(report.findings).filter((one) => !isGrave(one));
    const paragraphs = [
        [header(report, paint)],
        headlineLines(report, paint, width),
        environmentLines(report.environments ?? [], paint, width),
        applicationTable(view, paint, width),
        ...view.sections.flatMap((section) => sectionLines(section, paint, width, readLine)),
        ...view.repository.filter(isGrave).map((finding) => (0,text_findings/* findingLines */.h)(finding, paint, width, readLine)),
        ...noticeLines(notices, paint, width, readLine),
        [summary(report, paint)],
    ];
    return `${paragraphs
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join("\n"))
        .join("\n\n")}\n`;
}
const isGrave = ({ severity }) => severity !== "notice";
function header({ slipway, kubernetesVersion, base }, paint) {
    const compared = base === undefined ? [] : [`compared with ${(0,visible/* visibleLine */.P)(base.ref)} (${(0,visible/* visibleLine */.P)(base.commit.slice(0, 7))})`];
    return [paint("heading", `slipway ${slipway}`), `Kubernetes ${(0,visible/* visibleLine */.P)(kubernetesVersion, 40)}`, ...compared].join(" · ");
}
function headlineLines({ headline, effects = [], changes }, paint, width) {
    if (headline === undefined || changes.length === 0)
        return [];
    return [
        ...(0,wrap/* wrap */.LV)((0,visible/* visibleLine */.P)(headline, 500), "", width).map((line) => paint("heading", line)),
        ...effects.flatMap(({ application, ...effect }) => {
            const message = application === undefined ? effect.message : `${application} ${effect.message}`;
            return (0,text_changes/* effectLines */.J)({ ...effect, message }, paint, width, "");
        }),
    ];
}
function sectionLines(section, paint, width, readLine) {
    const { name, changes, applicationChange } = section;
    const findings = section.findings.filter(isGrave);
    if (changes.length + findings.length === 0)
        return [];
    const renamed = applicationChange?.kind === "renamed" && applicationChange.previous !== undefined;
    const was = renamed ? `, was ${(0,visible/* visibleLine */.P)(applicationChange.previous ?? "")}` : "";
    const heading = paint("heading", `${(0,visible/* visibleLine */.P)(name)}${was}`);
    const list = changes.flatMap((change) => (0,text_changes/* changeLines */.O)(change, paint, width));
    const [first, ...rest] = findings.map((finding) => (0,text_findings/* findingLines */.h)(finding, paint, width, readLine));
    if (list.length > 0)
        return [[heading, ...list], ...(first === undefined ? [] : [first, ...rest])];
    return [[heading, ...(first ?? [])], ...rest];
}
function summary(report, paint) {
    const { applications, findings, changes, base, environments = [] } = report;
    if (applications.length + findings.length + changes.length + environments.length === 0) {
        return "nothing to check: there are no Applications, kustomizations, charts or manifests";
    }
    const counts = (0,wording/* findingCounts */.s_)(findings);
    const gravest = findings.some(({ severity }) => severity === "error") ? "error" : "heading";
    const changed = new Set(changes.map((change) => change.application)).size;
    const missing = applications.filter(({ status }) => status === "not-rendered" || status === "failed").length;
    const resources = applications.reduce((sum, one) => sum + one.resources, 0);
    return [
        paint(gravest, counts === "" ? "no findings" : counts),
        base === undefined ? (0,wording/* plural */.LS)(applications.length, "Application") : (0,wording/* changedOf */.oI)(changed, applications.length),
        ...(missing === 0 ? [] : [`${(0,wording/* number */.ai)(missing)} not rendered`]),
        `${(0,wording/* plural */.LS)(resources, "resource")} in ${(0,wording/* duration */.p0)((0,wording/* totalDuration */.Hn)(report))}`,
    ].join(" · ");
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
