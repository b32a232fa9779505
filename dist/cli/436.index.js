export const id = 436;
export const ids = [436];
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

/***/ 96789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81018);

const breaker = "\u200b";
function text(foreign, limit = 300) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_[\]()#!|~$]|^[-+=]/g, (character) => `\\${character}`)
        .replaceAll(/^(\d+)([.)])/g, "$1\\$2")
        .replaceAll("@", `@${breaker}`)
        .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
        .replaceAll("://", `:${breaker}//`)
        .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}${breaker}.`);
}
function code(foreign, limit = 200) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit);
    if (line.trim() === "")
        return "``` ```";
    const fence = "`".repeat(longestRun(line) + 1);
    const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
function html(foreign, limit = 300) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("@", `@${breaker}`)
        .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
        .replaceAll("://", `:${breaker}//`);
}
function block(language, content) {
    const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(content);
    const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
function longestRun(line) {
    return Math.max(0, ...(line.match(/`+/g) ?? []).slice(0, 10_000).map((run) => run.length));
}
function link(markdown, address) {
    if (address === undefined || !/^https?:\/\//.test(address))
        return markdown;
    const safe = encodeURI(address.toWellFormed())
        .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, "%")
        .replaceAll(/[()<>|'"\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return `[${markdown}](${safe})`;
}


/***/ }),

/***/ 90436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown),
  summaryLimit: () => (/* binding */ summaryLimit)
});

// EXTERNAL MODULE: ./build/src/report/overview.js
var overview = __webpack_require__(86173);
// EXTERNAL MODULE: ./build/src/report/wording.js
var wording = __webpack_require__(71272);
// EXTERNAL MODULE: ./build/src/report/markdown/changes.js
var markdown_changes = __webpack_require__(67841);
// EXTERNAL MODULE: ./build/src/report/environment-wording.js
var environment_wording = __webpack_require__(84504);
// EXTERNAL MODULE: ./build/src/report/markdown/escape.js
var markdown_escape = __webpack_require__(96789);
;// CONCATENATED MODULE: ./build/src/report/markdown/environments.js



const maxFields = 12;
const maxEffects = 6;
function environmentsPart(changes, room) {
    if (changes.length === 0)
        return "";
    const note = (0,environment_wording/* pricesNote */.$6)(changes);
    const end = note === undefined ? "" : `\n<sub>${(0,markdown_escape/* text */.Qq)(note, 120)}.</sub>\n`;
    const pieces = changes.map((change) => [piece(change, maxFields), piece(change, 0)]);
    let used = Buffer.byteLength(end);
    const shown = pieces.flatMap((versions) => {
        const fitting = versions.find((one) => used + Buffer.byteLength(one) <= room);
        used += Buffer.byteLength(fitting ?? "");
        return fitting ?? [];
    });
    const left = changes.length - shown.length;
    const more = left > 0 ? `- ${(0,wording/* plural */.LS)(left, "more Environment")}\n` : "";
    return `### Environments\n\n${shown.join("")}${more}${end}\n`;
}
function piece({ environment, kind, file, fields, effects, cost }, limit) {
    const verb = kind === "changed" ? "" : ` is ${kind}`;
    const bill = cost === undefined ? "" : `: **${(0,markdown_escape/* text */.Qq)((0,environment_wording/* costSentence */.Lp)(cost), 120)}**`;
    const left = fields.length - limit;
    const rows = [
        ...effects.slice(0, maxEffects).map(effectItem),
        ...(effects.length > maxEffects ? [`${(0,wording/* number */.ai)(effects.length - maxEffects)} more effects`] : []),
        ...fields.slice(0, limit).map(fieldItem),
        ...(left > 0 ? [(0,wording/* plural */.LS)(left, limit === 0 ? "field" : "more field")] : []),
    ];
    return `- **${(0,markdown_escape/* text */.Qq)(environment, 60)}**${verb} (${(0,markdown_escape/* code */.aY)(file, 120)})${bill}\n${rows.map((row) => `  - ${row}\n`).join("")}`;
}
function effectItem({ level, message, hint }) {
    const grave = level === "note" ? "" : `**${level}** `;
    return `${grave}${(0,markdown_escape/* text */.Qq)(message, 200)}${hint === undefined ? "" : `. ${(0,markdown_escape/* text */.Qq)(hint, 160)}`}`;
}
function fieldItem(field) {
    const { sign, path, values } = (0,environment_wording/* environmentField */.CD)(field);
    const verb = { "+": " new", "-": " gone", "~": "" }[sign];
    return `${(0,markdown_escape/* code */.aY)(path, 80)}${verb}: ${values.map((value) => (0,markdown_escape/* code */.aY)(value, 80)).join(" → ")}`;
}

// EXTERNAL MODULE: ./build/src/report/visible.js
var visible = __webpack_require__(81018);
// EXTERNAL MODULE: ./build/src/report/links.js
var report_links = __webpack_require__(67713);
;// CONCATENATED MODULE: ./build/src/report/markdown/findings.js




const maxDetailLines = 20;
const maxVia = 2;
function findingItem(finding, links) {
    const { severity, rule, hint, at, application, docs } = finding;
    const [first, ...others] = at;
    const linked = (place) => (0,markdown_escape/* link */.nf)((0,markdown_escape/* code */.aY)(placeOf(place)), (0,report_links/* lineAddress */.l)(place, links));
    const where = first === undefined ? application && (0,markdown_escape/* text */.Qq)(application, 80) : linked(first);
    const source = [...(where === undefined ? [] : [where]), (0,markdown_escape/* link */.nf)((0,markdown_escape/* code */.aY)(rule, 80), docs)].join(" · ");
    const led = others.filter(({ via }) => via !== "Application").slice(0, maxVia);
    const lines = [
        `**${severity}** ${(0,markdown_escape/* text */.Qq)((0,wording/* sentence */.em)(finding))}`,
        ...(hint === undefined ? [] : [(0,markdown_escape/* text */.Qq)(hint)]),
        source,
        ...led.map((place) => `${(0,markdown_escape/* text */.Qq)(place.via ?? "also", 40)}: ${linked(place)}`),
    ];
    return `- ${lines.join("<br>")}\n`;
}
function placeOf({ file, line }) {
    return `${file.length <= 90 ? file : `…${file.slice(-89).toWellFormed()}`}:${line}`;
}
function findingDetail(finding) {
    const { detail, message, rule, at } = finding;
    if (detail === undefined || detail.trim() === "" || detail.trim() === message)
        return undefined;
    const lines = (0,visible/* visible */.R)(detail.slice(0, 20_000)).trim().split("\n");
    const shown = lines.slice(0, maxDetailLines).map((line) => line.slice(0, 300).toWellFormed());
    const [first] = at;
    const where = first === undefined ? "" : ` at ${(0,markdown_escape/* code */.aY)(placeOf(first))}`;
    return `${(0,markdown_escape/* code */.aY)(rule, 80)}${where}\n\n${(0,markdown_escape/* block */.om)("text", shown.join("\n"))}\n\n`;
}

;// CONCATENATED MODULE: ./build/src/report/markdown/fit.js

const bytes = (text) => Buffer.byteLength(text);
const reserve = 1200;
function fit(layout, limit) {
    const whole = assemble(layout, sectionTexts(layout, new Map()), layout.findings.rows.length, layout.findings.details, layout.table.rows.length);
    if (bytes(whole) <= limit)
        return whole;
    const room = limit - reserve;
    const entries = layout.sections.flatMap((section) => section.pieces.map((piece) => ({ piece, size: bytes(piece.full) - bytes(piece.brief), state: "full" })));
    let size = bytes(whole);
    for (const entry of entries.toSorted((a, b) => b.size - a.size)) {
        if (size <= room || entry.size === 0)
            break;
        entry.state = "brief";
        size -= entry.size;
    }
    const states = new Map(entries.map((entry) => [entry.piece, entry.state]));
    const sections = sectionTexts(layout, states);
    const kept = drop(sections, size - room, (section) => bytes(section));
    size -= kept.freed;
    const details = drop(layout.findings.details, size - room, bytes);
    size -= details.freed;
    const findings = cut(layout.findings.rows, size - room, 0);
    size -= findings.freed;
    const rows = cut(layout.table.rows, size - room, 1);
    const leftOut = statement(layout, {
        brief: entries.filter((entry) => entry.state === "brief").length,
        sections: sections.length - kept.items.length,
        findings: layout.findings.rows.length - findings.count,
        details: layout.findings.details.length - details.items.length,
    });
    return assemble({ ...layout, foot: leftOut }, kept.items, findings.count, details.items, rows.count);
}
function sectionTexts(layout, states) {
    return layout.sections.map(({ open, close, pieces }) => {
        return open + pieces.map((piece) => (states.get(piece) === "brief" ? piece.brief : piece.full)).join("") + close;
    });
}
function drop(items, excess, sizeOf) {
    const gone = new Set();
    let freed = 0;
    for (const item of items.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
        if (freed >= excess)
            break;
        gone.add(item);
        freed += sizeOf(item);
    }
    return { items: items.filter((item) => !gone.has(item)), freed };
}
function cut(rows, excess, atLeast) {
    let freed = 0;
    let count = rows.length;
    while (freed < excess && count > atLeast)
        freed += bytes(rows[--count] ?? "");
    return { count, freed };
}
function assemble(layout, sections, findings, details, rows) {
    const { head, table, foot } = layout;
    const moreRows = table.rows.length - rows;
    const more = moreRows > 0 ? `| ${(0,wording/* plural */.LS)(moreRows, "more Application")} with changes or findings | | |\n` : "";
    return [
        head,
        table.rows.length === 0 && table.last === ""
            ? ""
            : `${table.header}${table.rows.slice(0, rows).join("")}${more}${table.last}\n`,
        findingsPart(layout, findings, details),
        sections.length === 0 ? "" : `### Changes\n\n${sections.join("")}`,
        foot,
    ].join("");
}
function findingsPart({ findings }, count, details) {
    if (findings.rows.length === 0)
        return "";
    const left = findings.rows.length - count;
    const list = count === 0 ? "" : `${findings.rows.slice(0, count).join("")}\n`;
    const more = left > 0 ? `${(0,wording/* plural */.LS)(left, "more finding")}.\n\n` : "";
    const words = details.length === 0
        ? ""
        : `<details><summary>In the tools' own words</summary>\n\n${details.join("")}</details>\n\n`;
    return `### Findings\n\n${list}${more}${words}`;
}
function statement({ fullReport }, left) {
    const parts = [
        left.brief > 0 ? `the fields of ${(0,wording/* plural */.LS)(left.brief, "resource")}` : "",
        left.sections > 0 ? `the resources of ${(0,wording/* plural */.LS)(left.sections, "Application")}` : "",
        left.details > 0 ? `${(0,wording/* plural */.LS)(left.details, "message")} of the tools` : "",
        left.findings > 0 ? `${(0,wording/* number */.ai)(left.findings)} findings` : "",
    ].filter((part) => part !== "");
    const what = parts.length === 0 ? "rows of the table" : parts.join(", ");
    return `---\n\nLeft out for want of room: ${what}.${fullReport === "" ? "" : ` ${fullReport}`}\n\n`;
}

;// CONCATENATED MODULE: ./build/src/report/markdown/head.js




const maxTold = { danger: 10, caution: 6 };
function heading({ findings, changes, base, environments = [] }) {
    const counts = (0,wording/* findingCounts */.s_)(findings);
    const changed = new Set(changes.map((change) => change.application)).size;
    const nothing = base !== undefined && changed + environments.length === 0;
    const quiet = nothing ? "no findings, nothing changes" : "no findings";
    return `## slipway: ${counts === "" ? quiet : counts}\n\n`;
}
function introduction(report, room) {
    const { applications, changes, base, headline } = report;
    const changed = new Set(changes.map((change) => change.application)).size;
    const missing = applications.filter(({ status }) => status === "not-rendered" || status === "failed").length;
    const resources = applications.reduce((sum, one) => sum + one.resources, 0);
    const rendered = `${(0,wording/* plural */.LS)(applications.length, "Application")} with ${(0,wording/* plural */.LS)(resources, "resource")}`;
    const sentences = [
        base === undefined
            ? `${rendered}, checked for Kubernetes ${(0,markdown_escape/* text */.Qq)(report.kubernetesVersion, 40)}.`
            : `Compared with ${(0,markdown_escape/* code */.aY)(base.ref, 80)} (${(0,markdown_escape/* code */.aY)(base.commit.slice(0, 7))}), ${(0,wording/* changedOf */.oI)(changed, applications.length)}${changed === 0 ? "" : ` in ${(0,wording/* plural */.LS)(changes.length, "resource")}`}.`,
        ...(missing === 0 ? [] : [`${(0,wording/* number */.ai)(missing)} could not be rendered.`]),
    ];
    const line = headline === undefined || changed === 0 ? "" : `**${(0,markdown_escape/* text */.Qq)(sentence(headline), 250)}**\n\n`;
    return `${line}${sentences.join(" ")}\n\n${graveEffects(report, room)}`;
}
function sentence(headline) {
    return `${headline.slice(0, 1).toUpperCase()}${headline.slice(1)}.`;
}
function graveEffects(report, room) {
    const told = (level) => resourceEffects((0,overview/* effectsOfLevel */.qh)(report, level));
    const wider = (report.effects ?? []).map(({ application, ...effect }) => {
        const who = application === undefined ? "" : `${(0,markdown_escape/* text */.Qq)(application, 80)} `;
        return `${who}${(0,markdown_changes/* effectText */.t)(effect, 200)}`;
    });
    const danger = list(told("danger"), maxTold.danger, room / 2);
    const caution = list(told("caution"), maxTold.caution, room / 4);
    const rest = list(wider, maxTold.caution, room / 4);
    return [
        danger.length === 0 ? "" : `> [!CAUTION]\n${danger.map((line) => `> ${line}\n`).join("")}\n`,
        caution.length === 0 ? "" : `> [!WARNING]\n${caution.map((line) => `> ${line}\n`).join("")}\n`,
        rest.length === 0 ? "" : `${rest.join("\n")}\n\n`,
    ].join("");
}
function resourceEffects(told) {
    const alike = Map.groupBy(told, ({ effect, change }) => JSON.stringify([effect, (0,wording/* resourceName */.Iy)(change.resource)]));
    return [...alike.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const names = group.slice(0, 3).map(({ change }) => (0,markdown_escape/* text */.Qq)(change.application, 60));
        const more = group.length > 3 ? ` and ${(0,wording/* number */.ai)(group.length - 3)} more` : "";
        const what = (0,markdown_changes/* effectText */.t)({ ...first.effect, level: "note" }, 200);
        return [`${(0,markdown_escape/* code */.aY)((0,wording/* resourceName */.Iy)(first.change.resource), 100)} (${names.join(", ")}${more}) ${what}`];
    });
}
function list(items, limit, room) {
    let used = 0;
    const shown = items.slice(0, limit).filter((item) => {
        used += Buffer.byteLength(item);
        return used <= room;
    });
    const left = items.length - shown.length;
    return [...shown.map((item) => `- ${item}`), ...(left === 0 ? [] : [`- ${(0,wording/* number */.ai)(left)} more below`])];
}

;// CONCATENATED MODULE: ./build/src/report/markdown/table.js



const tableHeader = "| Application | Changes | Findings |\n| :--- | :--- | :--- |\n";
const maxQuiet = 12;
function tableRows({ sections, quiet, repository }) {
    const unchanged = quiet.every(({ application }) => application?.status === "unchanged");
    const isShort = quiet.length <= maxQuiet && !unchanged;
    const listed = isShort ? [...sections, ...(0,overview/* inWaveOrder */.R)(quiet)] : sections;
    const rest = `| ${(0,wording/* plural */.LS)(quiet.length, sections.length === 0 ? "Application" : "more Application")} | ${unchanged ? "unchanged" : "rendered"} | |\n`;
    const said = [...repository, ...sections.flatMap(({ findings }) => findings)].map(({ message }) => message);
    return { rows: listed.map((section) => row(section, said)), last: isShort || quiet.length === 0 ? "" : rest };
}
function row(section, said) {
    const { name, changes, findings, shared } = section;
    const counts = unbroken((0,wording/* changeCounts */.Zg)(changes));
    const what = [table_status(section, said), counts].filter((part) => part !== "").join(": ");
    return `| ${(0,markdown_escape/* text */.Qq)(name, 80)} | ${what} | ${unbroken((0,wording/* findingCounts */.s_)([...findings, ...shared]))} |\n`;
}
function unbroken(counts) {
    return counts.replaceAll(/(\d) /g, "$1&nbsp;");
}
function table_status({ application, applicationChange, changes }, said) {
    if (application === undefined)
        return "removed";
    const { reason: why } = application;
    const reason = why === undefined || said.some((message) => message.startsWith(why)) ? "" : `: ${(0,markdown_escape/* text */.Qq)(why, 160)}`;
    if (application.status === "failed")
        return `**failed**${reason}`;
    if (application.status === "not-rendered")
        return `not rendered${reason}`;
    if (applicationChange?.kind === "added")
        return "new";
    if (applicationChange?.kind === "renamed")
        return `renamed from ${(0,markdown_escape/* text */.Qq)(applicationChange.previous ?? "", 80)}`;
    return changes.length > 0 ? "" : application.status;
}

;// CONCATENATED MODULE: ./build/src/report/markdown/markdown.js









const summaryLimit = 1_000_000;
function renderMarkdown(report, options) {
    const { limit, links, fullReport } = options;
    const view = (0,overview/* overview */.M0)(report);
    const findings = (0,overview/* sortFindings */.Tc)(report.findings);
    return fit({
        head: heading(report) + introduction(report, limit / 5) + environmentsPart(report.environments ?? [], limit / 8),
        table: { header: tableHeader, ...tableRows(view) },
        findings: {
            rows: findings.map((finding) => findingItem(finding, links)),
            details: findings.flatMap((finding) => findingDetail(finding) ?? []),
        },
        sections: view.sections.filter(({ changes }) => changes.length > 0).map(foldedSection),
        foot: fullReport === undefined ? "" : `${(0,markdown_escape/* link */.nf)("Full report", fullReport)}\n`,
        fullReport: fullReport === undefined ? "" : `The ${(0,markdown_escape/* link */.nf)("full report", fullReport)} has everything.`,
    }, limit);
}
function foldedSection({ name, changes }) {
    return {
        open: `<details><summary><b>${(0,markdown_escape/* html */.qy)(name, 80)}</b>: ${(0,wording/* changeCounts */.Zg)(changes)}</summary>\n\n`,
        close: "\n</details>\n\n",
        pieces: changes.map(markdown_changes/* changePiece */.J),
    };
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
