export const id = 789;
export const ids = [789];
export const modules = {

/***/ 39906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ effectDescriptions),
/* harmony export */   w: () => (/* binding */ dangerFindings)
/* harmony export */ });
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8073);
/* harmony import */ var _overview_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86173);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71272);



const effectDescriptions = {
    "deletes-data": "Data goes with the resource, and does not come back with it",
    rejected: "The API server refuses the update, so the sync fails",
    "wave-order": "Pods start in an earlier step of the sync than what they read",
    "widens-access": "RBAC or an AppProject gives rights beyond what it gave",
    exposes: "A way in from outside is opened",
    recreated: "The resource is deleted and created again",
    rollout: "The pods of a workload are replaced",
    scales: "A workload has more or fewer pods",
    secret: "The content of a Secret changes",
    image: "A container runs another image",
    "manual-sync": "Argo CD does not apply the change by itself, or not at any time",
    orphaned: "The resource is no longer declared and stays in the cluster",
    pruned: "The resource is deleted",
    "not-picked-up": "Pods go on with content that has changed",
    runs: "A CronJob or a hook runs differently",
    fit: "The requests for CPU or memory change",
    breadth: "Many Applications change at once",
    follows: "Only a reference to a generated name changes",
};
function dangerFindings(report) {
    return (0,_overview_js__WEBPACK_IMPORTED_MODULE_1__/* .effectsOfLevel */ .qh)(report, "danger").map(({ effect, change }) => ({
        rule: `effect/${effect.kind}`,
        severity: "warning",
        message: `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(change.resource)} ${effect.message}`,
        ...(effect.hint === undefined ? {} : { hint: effect.hint }),
        application: change.application,
        resource: change.resource,
        at: change.kind === "removed" ? declarationOf(change.application, report) : change.at,
        docs: (0,_model_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .effectDocs */ .fI)(effect.kind),
    }));
}
function declarationOf(application, { applications }) {
    const declared = applications.find(({ name, file }) => name === application && file !== "");
    return declared === undefined ? [] : [{ file: declared.file, line: declared.line, column: 1 }];
}


/***/ }),

/***/ 67713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ repositoryPath),
/* harmony export */   l: () => (/* binding */ lineAddress)
/* harmony export */ });
function repositoryPath(file, pathPrefix = "") {
    const prefix = pathPrefix.replaceAll(/^\.?\/+|\/+$/g, "");
    return prefix === "" || prefix === "." ? file : `${prefix}/${file}`;
}
function lineAddress(at, links) {
    if (links === undefined)
        return undefined;
    const path = repositoryPath(at.file, links.pathPrefix).split("/").map(encodeSegment).join("/");
    return `${links.repository}/blob/${links.commit}/${path}#L${at.line}`;
}
function encodeSegment(segment) {
    return encodeURIComponent(segment.toWellFormed());
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

/***/ 25789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSarif: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _model_resource_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3955);
/* harmony import */ var _effect_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39906);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67713);
/* harmony import */ var _overview_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86173);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71272);







const levels = { error: "error", warning: "warning", notice: "note" };
function renderSarif(report, options = {}) {
    const findings = (0,_overview_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .Tc)([...report.findings, ...(0,_effect_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .dangerFindings */ .w)(report)]);
    const rules = rulesOf(findings, options);
    const index = new Map(rules.map((rule, i) => [rule.id, i]));
    const seen = new Map();
    const located = findings.flatMap((finding) => {
        const at = placesOf(finding, report);
        return at[0] === undefined ? [] : [resultOf(finding, at, index.get(finding.rule) ?? 0, seen, options)];
    });
    const notifications = findings
        .filter((finding) => placesOf(finding, report).length === 0)
        .map((finding) => ({
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        descriptor: { id: finding.rule },
    }));
    const log = {
        $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "slipway",
                        semanticVersion: report.slipway,
                        informationUri: "https://github.com/slipway-dev/slipway",
                        rules,
                    },
                },
                automationDetails: { id: `slipway/${options.category ?? "validate"}/` },
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
                columnKind: "utf16CodeUnits",
                results: located,
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
const effectSentences = new Map(Object.entries(_effect_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .effectDescriptions */ .j).map(([kind, text]) => [`effect/${kind}`, text]));
function rulesOf(findings, { describe }) {
    const first = new Map();
    for (const finding of findings)
        if (!first.has(finding.rule))
            first.set(finding.rule, finding);
    return [...first.values()].map(({ rule, severity, docs }) => {
        const description = describe?.(rule) ?? effectSentences.get(rule) ?? rule;
        return {
            id: rule,
            name: rule,
            shortDescription: { text: description },
            fullDescription: { text: description },
            helpUri: docs,
            help: {
                text: `${description}. See ${docs}`,
                markdown: `${description}. [What it means and how to mend it](${docs})`,
            },
            defaultConfiguration: { level: levels[severity] },
            properties: { tags: ["kubernetes", rule.split("/")[0] ?? rule], "problem.severity": problem[severity] },
        };
    });
}
const problem = { error: "error", warning: "warning", notice: "recommendation" };
function placesOf(finding, { applications }) {
    if (finding.at.length > 0)
        return finding.at;
    const declared = applications.find(({ name, file }) => name === finding.application && file !== "");
    return declared === undefined ? [] : [{ file: declared.file, line: declared.line, column: 1 }];
}
function resultOf(finding, at, ruleIndex, seen, options) {
    const [first, ...others] = at.map((place, i) => locationOf(place, i, options));
    const fingerprint = fingerprintOf(finding, at[0]);
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        locations: first === undefined ? [] : [first],
        ...(others.length === 0 ? {} : { relatedLocations: others }),
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}` },
        properties: {
            ...(finding.application === undefined ? {} : { application: finding.application }),
            ...(finding.resource === undefined ? {} : { resource: (0,_model_resource_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceKey */ .i)(finding.resource) }),
            ...(finding.path === undefined ? {} : { path: finding.path }),
        },
    };
}
function messageOf(finding) {
    const { detail, hint } = finding;
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)([(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(finding), detail, hint].filter((part) => part !== undefined && part !== "").join("\n"));
}
function locationOf({ file, line, column, via }, i, { pathPrefix }) {
    const uri = (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryPath */ .S)(file, pathPrefix)
        .split("/")
        .map((segment) => encodeURIComponent(segment.toWellFormed()))
        .join("/");
    return {
        ...(i === 0 ? {} : { id: i }),
        physicalLocation: {
            artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
            region: { startLine: line, startColumn: column },
        },
        ...(i === 0 && via === undefined ? {} : { message: { text: via ?? "also here" } }),
    };
}
function fingerprintOf({ rule, application, resource, path, message }, at) {
    const place = resource === undefined ? message.replaceAll(/\d+/g, "#") : (0,_model_resource_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceKey */ .i)(resource);
    const parts = [rule, at?.file ?? "", application ?? "", place, path ?? ""];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
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
