import { setTimeout as sleep } from "node:timers/promises";
import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { type Answer, accepted, answerOf, rejected, unknownKind } from "./answers.ts";
import type { ApiClient } from "../control-plane/api-client.ts";
import { type Corpus, parsed, type Question, textOf } from "./apiserver-corpus.ts";
import type { Kubectl } from "./kubectl.ts";
import { until } from "../control-plane/processes.ts";

const crdCollection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** Asks the real API server one question after the other, and leaves nothing behind between them. */
export class Cluster {
  readonly #api: ApiClient;
  readonly #kubectl: Kubectl;
  readonly #definitions: Corpus["definitions"];
  readonly #labels = new Map<string, string>();
  #installed: readonly JsonObject[] = [];

  constructor(api: ApiClient, kubectl: Kubectl, definitions: Corpus["definitions"]) {
    this.#api = api;
    this.#kubectl = kubectl;
    this.#definitions = definitions;
  }

  async ask(question: Question): Promise<Answer> {
    await this.#prepareNamespace(question.namespace);
    await this.#prepareDefinitions(question.crds);
    const collection = await this.#collection(parsed(question.new), question.namespace.name);
    if (collection === undefined) return unknownKind;
    return question.old === undefined
      ? this.#create(question, collection)
      : this.#update(question, question.old, collection);
  }

  /** kubectl sends a new object as it is, but for an annotation that quotes it. */
  async #create({ new: object }: Question, collection: string): Promise<Answer> {
    const query = "?dryRun=All&fieldValidation=Strict";
    const body = typeof object === "string" ? object : JSON.stringify(annotated(object));
    return answerOf((await this.#api.postText(`${collection}${query}`, body)).body);
  }

  async #update({ name, new: object, namespace }: Question, old: Question["new"], collection: string): Promise<Answer> {
    const { status, body } = await this.#api.post(collection, annotated(parsed(old)));
    if (status !== 201) throw new Error(`${name}: the old object is refused: ${JSON.stringify(body).slice(0, 500)}`);
    try {
      const { code, said, answer } = await this.#kubectl.dryRun(textOf(object), namespace.name);
      if (answer !== undefined) return answerOf(answer);
      // kubectl itself could not make a patch, which is what it makes of values of the wrong type.
      return code === 0 ? accepted : rejected([["", said.includes("no matches for kind") ? "NotFound" : "BadRequest"]]);
    } finally {
      await this.#remove(`${collection}/${nameOf(parsed(old))}`);
    }
  }

  /** Definitions stay until a question wants others: installing takes seconds. */
  async #prepareDefinitions(names: readonly string[]): Promise<void> {
    const wanted = names.map((name) => {
      const found = this.#definitions.get(name);
      if (found === undefined) throw new Error(`the corpus has no definition ${name}`);
      return found;
    });
    for (const definition of this.#installed.filter((one) => !wanted.includes(one))) {
      await this.#remove(`${crdCollection}/${nameOf(definition)}`);
      await this.#untilServed(definition, 404);
    }
    for (const definition of wanted.filter((one) => !this.#installed.includes(one))) await this.#install(definition);
    this.#installed = wanted;
  }

  async #install(definition: JsonObject): Promise<void> {
    const { status, body } = await this.#api.post(crdCollection, definition);
    if (status !== 201) throw new Error(`definition ${nameOf(definition)}: ${JSON.stringify(body).slice(0, 500)}`);
    await this.#untilServed(definition, 200);
  }

  async #untilServed(definition: JsonObject, status: 200 | 404): Promise<void> {
    const versions = objectAt(definition, "spec")?.["versions"];
    const group = stringAt(definition, "spec", "group") ?? "";
    const plural = stringAt(definition, "spec", "names", "plural") ?? "";
    for (const version of Array.isArray(versions) ? versions.filter(isObject) : []) {
      if (version["served"] !== true) continue;
      const path = `/apis/${group}/${String(version["name"])}/${plural}`;
      const answers = async (): Promise<boolean> => (await this.#api.get(path)).status === status;
      await until(`${status} of ${path}`, answers, { within: 30_000 });
    }
  }

  /** Where objects of this kind are; undefined for a kind that nothing serves. */
  async #collection(object: JsonObject, namespace: string): Promise<string | undefined> {
    const version = stringAt(object, "apiVersion") ?? "";
    const root = version.includes("/") ? `/apis/${version}` : `/api/${version}`;
    const { body } = await this.#api.get(root);
    const resources = isObject(body) && Array.isArray(body["resources"]) ? body["resources"].filter(isObject) : [];
    const found = resources.find(({ kind, name }) => kind === object["kind"] && !String(name).includes("/"));
    if (found === undefined) return undefined;
    const place = stringAt(object, "metadata", "namespace") ?? namespace;
    const plural = String(found["name"]);
    return found["namespaced"] === true ? `${root}/namespaces/${place}/${plural}` : `${root}/${plural}`;
  }

  async #prepareNamespace({ name, labels }: Question["namespace"]): Promise<void> {
    const wanted = JSON.stringify(labels);
    if (this.#labels.get(name) === wanted) return;
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
    const { status } = await this.#api.post("/api/v1/namespaces", namespace);
    if (status === 409) await this.#api.put(`/api/v1/namespaces/${name}`, namespace);
    this.#labels.set(name, wanted);
    // Admission hears of a namespace's labels through a watch.
    await sleep(500);
  }

  /** Deletes, and takes the finalizers away that no controller will. */
  async #remove(path: string): Promise<void> {
    await this.#api.delete(`${path}?gracePeriodSeconds=0&propagationPolicy=Background`);
    const isGone = async (): Promise<boolean> => {
      const { status, body } = await this.#api.get(path);
      if (status === 404) return true;
      const finalizers = { metadata: { finalizers: null } };
      const isDefinition = path.startsWith(crdCollection);
      if (!isDefinition) await this.#api.patch(path, finalizers, "application/merge-patch+json");
      if (isObject(body) && body["kind"] === "Namespace")
        await this.#api.put(`${path}/finalize`, withoutFinalizers(body));
      return false;
    };
    await until(`end of ${path}`, isGone, { within: 30_000 });
  }
}

const nameOf = (object: JsonObject): string => stringAt(object, "metadata", "name") ?? "";

const withoutFinalizers = (namespace: JsonObject): JsonObject => ({ ...namespace, spec: {} });

function annotated(object: JsonObject): JsonObject {
  const metadata = objectAt(object, "metadata");
  const annotations = metadata?.["annotations"] ?? {};
  // Malformed metadata is the API server's to refuse.
  if (metadata === undefined || !isObject(annotations)) return object;
  const quoted = `${JSON.stringify(object)}\n`;
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, [lastApplied]: quoted } } };
}
