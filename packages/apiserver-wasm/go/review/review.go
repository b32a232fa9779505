package review

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	genericrequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
)

// A reviewer knows one kind: how its manifests become objects, and what its registry says.
type reviewer interface {
	// decode reads a manifest strictly and applies defaults. The object is what the kind's strategy takes.
	decode(manifest []byte) (runtime.Object, error)
	// merge is what `kubectl apply` would make of a live object.
	merge(live runtime.Object, applied, manifest []byte) (runtime.Object, error)
	// encode writes the object in the version of the request.
	encode(object runtime.Object) ([]byte, error)
	// unknownFields are those a manifest has beyond its schema.
	unknownFields(errors []Error) []UnknownField
	strategy() Strategy
}

// A Reviewer gives verdicts.
type Reviewer struct {
	definitions *definitions
	// policies were compiled from the text beside them: batches of one cluster have the same.
	policies     *policySet
	policiesText string
}

// NewReviewer makes a Reviewer that asks for definitions of custom resources when it meets one.
func NewReviewer(find FindDefinition) *Reviewer {
	return &Reviewer{definitions: newDefinitions(find)}
}

// Review gives a verdict on each item.
func (r *Reviewer) Review(request Request) []Answer {
	if text := string(jsonOf(request.Admission)); r.policies == nil || text != r.policiesText {
		r.policies, r.policiesText = compilePolicies(request.Admission), text
	}
	answers := make([]Answer, len(request.Items))
	for i, item := range request.Items {
		answers[i] = r.review(item)
	}
	return answers
}

type header struct {
	metav1.TypeMeta `json:",inline"`
	Metadata        struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"metadata"`
}

func isText(manifest json.RawMessage) bool { return len(manifest) > 0 && manifest[0] == '"' }

// exact gives a manifest's JSON, whichever way it came.
func exact(manifest json.RawMessage) []byte {
	var text string
	if isText(manifest) && json.Unmarshal(manifest, &text) == nil {
		return []byte(text)
	}
	return manifest
}

func (r *Reviewer) review(item Item) (answer Answer) {
	// An API server answers a request during which it panics with status 500, and goes on with the others.
	defer func() {
		if reason := recover(); reason != nil {
			answer = Answer{}
			answer.refused(fmt.Errorf("panic: %v", reason))
		}
	}()
	answer.Verdict = Accepted
	manifest := exact(item.Object)
	var head header
	// A header that is no header is for the kind's own decoder to report.
	_ = json.Unmarshal(manifest, &head)
	kind := head.GroupVersionKind()
	known, err := r.reviewerOf(kind)
	if err != nil {
		answer.refused(err)
		return answer
	}
	if known == nil {
		answer.Verdict = Unknown
		answer.Message = fmt.Sprintf("no matches for kind %q in version %q", kind.Kind, kind.GroupVersion())
		return answer
	}
	run := review{reviewer: known, kind: kind, item: item, answer: &answer, manifest: manifest, policies: r.policies, namespace: head.Metadata.Namespace}
	if run.namespace == "" {
		run.namespace = item.Namespace.Name
	}
	if run.namespace == "" {
		run.namespace = metav1.NamespaceDefault
	}
	run.do()
	return answer
}

func (r *Reviewer) reviewerOf(kind schema.GroupVersionKind) (reviewer, error) {
	if reader, is := readerOf(kind); is {
		return reader, nil
	}
	return r.definitions.reviewerOf(kind)
}

// review is one item on its way.
type review struct {
	reviewer  reviewer
	kind      schema.GroupVersionKind
	item      Item
	answer    *Answer
	manifest  []byte
	namespace string
	policies  *policySet
}

func (r *review) do() {
	r.answer.ReviewedAs = "create"
	var object runtime.Object
	live, applied := r.live()
	if live != nil {
		r.answer.ReviewedAs = "update"
		object = r.update(live, applied)
	} else {
		object = r.create(r.manifest, r.answer)
	}
	if object == nil {
		return
	}
	r.admit(object, live)
	if r.item.Defaulted && r.answer.Verdict == Accepted {
		if content, err := r.reviewer.encode(object); err == nil {
			r.answer.Defaulted = content
		}
	}
}

// live is the object that is there already: what the API server made of the old manifest. Nil if it made nothing of it.
func (r *review) live() (object runtime.Object, applied []byte) {
	applied = exact(r.item.OldObject)
	if len(applied) == 0 || string(applied) == "null" || !sameObject(applied, r.manifest) {
		return nil, nil
	}
	ignored := Answer{Verdict: Accepted}
	object = r.create(applied, &ignored)
	if object == nil {
		return nil, nil
	}
	if metadata, err := meta.Accessor(object); err == nil {
		metadata.SetResourceVersion("1")
	}
	if definition, is := object.(*apiextensions.CustomResourceDefinition); is {
		establish(definition)
	}
	return object, applied
}

// sameObject tells whether two manifests are of one object; versions of its group may differ.
func sameObject(old, manifest []byte) bool {
	var a, b header
	_ = json.Unmarshal(old, &a)
	_ = json.Unmarshal(manifest, &b)
	return a.GroupVersionKind().GroupKind() == b.GroupVersionKind().GroupKind() && a.Metadata == b.Metadata
}

// create goes the way of Store.Create (k8s.io/apiserver/pkg/registry/generic/registry/store.go) and its handler.
func (r *review) create(manifest []byte, answer *Answer) runtime.Object {
	object, err := r.reviewer.decode(manifest)
	if err != nil {
		r.undecodable(answer, err)
		return nil
	}
	strategy := r.reviewer.strategy()
	metadata, err := meta.Accessor(object)
	if err != nil {
		answer.refused(err)
		return nil
	}
	rest.WipeObjectMetaSystemFields(metadata)
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(r.requestNamespace(), metadata); err != nil {
		answer.refused(err)
		return nil
	}
	r.recordApplied(metadata, manifest)
	rest.FillObjectMetaSystemFields(metadata)
	if metadata.GetName() == "" && metadata.GetGenerateName() != "" {
		metadata.SetName(strategy.GenerateName(metadata.GetGenerateName()))
	}
	ctx := r.context(answer, metadata.GetName(), "create")
	r.admitDefaults(object)
	if errs := allocate(object, nil); len(errs) > 0 {
		answer.invalid(r.kind.GroupKind(), metadata.GetName(), errs)
		return nil
	}
	strategy.PrepareForCreate(ctx, object)
	if errs := rest.ValidateCreate(ctx, object, strategy); len(errs) > 0 {
		answer.invalid(r.kind.GroupKind(), metadata.GetName(), errs)
		return nil
	}
	answer.Warnings = append(answer.Warnings, strategy.WarningsOnCreate(ctx, object)...)
	strategy.Canonicalize(object)
	return object
}

// update goes the way of rest.BeforeUpdate (k8s.io/apiserver/pkg/registry/rest/update.go).
func (r *review) update(live runtime.Object, applied []byte) runtime.Object {
	object, err := r.updated(live, applied)
	if err != nil {
		r.undecodable(r.answer, err)
		return nil
	}
	metadata, err := meta.Accessor(object)
	if err != nil {
		r.answer.refused(err)
		return nil
	}
	old, err := meta.Accessor(live)
	if err != nil {
		r.answer.refused(err)
		return nil
	}
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(r.requestNamespace(), metadata); err != nil {
		r.answer.refused(err)
		return nil
	}
	r.recordApplied(metadata, r.manifest)
	metadata.SetResourceVersion(old.GetResourceVersion())
	metadata.SetGeneration(old.GetGeneration())
	ctx := r.context(r.answer, metadata.GetName(), "update")
	strategy := r.reviewer.strategy()
	r.admitDefaults(object)
	if errs := allocate(object, live); len(errs) > 0 {
		r.answer.invalid(r.kind.GroupKind(), metadata.GetName(), errs)
		return nil
	}
	strategy.PrepareForUpdate(ctx, object, live)
	if metadata.GetUID() == "" {
		metadata.SetUID(old.GetUID())
	}
	metadata.SetCreationTimestamp(old.GetCreationTimestamp())
	if errs := rest.ValidateUpdate(ctx, object, live, strategy); len(errs) > 0 {
		r.answer.invalid(r.kind.GroupKind(), metadata.GetName(), errs)
		return nil
	}
	r.answer.Warnings = append(r.answer.Warnings, strategy.WarningsOnUpdate(ctx, object, live)...)
	strategy.Canonicalize(object)
	return object
}

// updated is the object that takes the live one's place. A text is always decoded, because only that finds duplicate fields; elsewhere decoding
// serves to say what is wrong with a manifest of which no patch could be made.
func (r *review) updated(live runtime.Object, applied []byte) (runtime.Object, error) {
	if r.item.Apply == "replace" {
		return r.reviewer.decode(r.manifest)
	}
	if isText(r.item.Object) {
		if _, err := r.reviewer.decode(r.manifest); err != nil {
			return nil, err
		}
	}
	object, err := r.reviewer.merge(live, applied, r.manifest)
	if err != nil {
		if _, undecodable := r.reviewer.decode(r.manifest); undecodable != nil {
			return nil, undecodable
		}
	}
	return object, err
}

func (r *review) undecodable(answer *Answer, err error) {
	answer.undecodable(r.kind, err)
	answer.UnknownFields = r.reviewer.unknownFields(answer.Errors)
}

func (r *review) requestNamespace() string {
	return rest.ExpectedNamespaceForScope(r.namespace, r.reviewer.strategy().NamespaceScoped())
}

// context is a request's, as far as strategies look at it.
func (r *review) context(answer *Answer, name, verb string) context.Context {
	resource, _ := meta.UnsafeGuessKindToResource(r.kind)
	ctx := genericrequest.WithNamespace(context.Background(), r.requestNamespace())
	ctx = genericrequest.WithRequestInfo(ctx, &genericrequest.RequestInfo{
		IsResourceRequest: true,
		Verb:              verb,
		APIGroup:          r.kind.Group,
		APIVersion:        r.kind.Version,
		Resource:          resource.Resource,
		Namespace:         r.requestNamespace(),
		Name:              name,
	})
	return warning.WithWarningRecorder(ctx, warningsOf{answer})
}

type warningsOf struct{ answer *Answer }

func (w warningsOf) AddWarning(_, text string) { w.answer.Warnings = append(w.answer.Warnings, text) }

// recordApplied adds the annotation in which client-side apply keeps the manifest; it counts towards the limit of annotations.
func (r *review) recordApplied(metadata metav1.Object, manifest []byte) {
	if r.item.Apply != "" && r.item.Apply != "client" {
		return
	}
	annotations := map[string]string{}
	for name, value := range metadata.GetAnnotations() {
		annotations[name] = value
	}
	annotations[lastApplied] = string(manifest) + "\n"
	metadata.SetAnnotations(annotations)
}

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

func jsonOf(value any) json.RawMessage {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return json.RawMessage("null")
	}
	return json.RawMessage(strings.TrimSuffix(out.String(), "\n"))
}
