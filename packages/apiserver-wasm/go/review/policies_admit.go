package review

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	kjson "sigs.k8s.io/json"
)

// decodeDefaulted reads a manifest of one of the API server's own kinds, in its version.
func decodeDefaulted[T runtime.Object](manifest json.RawMessage) (T, bool) {
	object, _, err := legacyscheme.Codecs.UniversalDeserializer().Decode(exact(manifest), nil, nil)
	found, is := object.(T)
	if err != nil || !is {
		return found, false
	}
	legacyscheme.Scheme.Default(found)
	return found, true
}

// admitPolicies does what k8s.io/apiserver/pkg/admission/plugin/policy/validating/dispatcher.go does.
func (r *review) admitPolicies(object, live runtime.Object) {
	if len(r.policies.bindings) == 0 {
		return
	}
	metadata, err := meta.Accessor(object)
	if err != nil {
		return
	}
	at := r.target(object, live, metadata)
	attributes := r.attributes(at, object, live)
	for _, binding := range r.policies.bindings {
		compiled, known := r.policies.policies[binding.Spec.PolicyName]
		if !known || !at.matches(compiled.policy.Spec.MatchConstraints) || !at.matches(binding.Spec.MatchResources) {
			continue
		}
		parameters := r.policies.parametersFor(compiled.policy, binding, at)
		if len(parameters) == 0 && binding.Spec.ParamRef.ParameterNotFoundAction != nil && *binding.Spec.ParamRef.ParameterNotFoundAction == admissionv1.DenyAction {
			r.decided(compiled.policy, binding, validating.PolicyDecision{Message: "no params found for policy binding with `Deny` parameterNotFoundAction"}, at)
		}
		for _, parameter := range parameters {
			var versioned runtime.Object
			if parameter != nil {
				versioned = parameter
			}
			namespace := &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: at.namespace, Labels: at.namespaceLabels}}
			result := compiled.validator.Validate(context.Background(), at.resource, attributes, versioned, namespace, celconfig.RuntimeCELCostBudget, nobody{})
			for _, decision := range result.Decisions {
				if decision.Action == validating.ActionDeny {
					r.decided(compiled.policy, binding, decision, at)
				}
			}
		}
	}
}

// decided does what a binding wants done when its policy is violated. The first denial is the API server's answer; the others are errors too.
func (r *review) decided(policy *admissionv1.ValidatingAdmissionPolicy, binding *admissionv1.ValidatingAdmissionPolicyBinding, decision validating.PolicyDecision, at target) {
	of := fmt.Sprintf("ValidatingAdmissionPolicy '%s' with binding '%s'", policy.Name, binding.Name)
	if slices.Contains(binding.Spec.ValidationActions, admissionv1.Warn) {
		r.answer.Warnings = append(r.answer.Warnings, fmt.Sprintf("Validation failed for %s: %s", of, decision.Message))
	}
	if !slices.Contains(binding.Spec.ValidationActions, admissionv1.Deny) {
		return
	}
	reason := decision.Reason
	if reason == "" {
		reason = metav1.StatusReasonInvalid
	}
	message := fmt.Sprintf("%s denied request: %s", of, decision.Message)
	if r.answer.Verdict != Rejected {
		status := apierrors.NewForbidden(at.resource.GroupResource(), at.name, fmt.Errorf("%s", message)).Status()
		status.Reason = reason
		status.Code = codes[reason]
		r.answer.status(status)
	}
	r.answer.Errors = append(r.answer.Errors, Error{Type: string(reason), Detail: decision.Message, Message: message})
}

// codes are those of reasonToCode in dispatcher.go; a policy's reason is one of these.
var codes = map[metav1.StatusReason]int32{
	metav1.StatusReasonForbidden:             403,
	metav1.StatusReasonUnauthorized:          401,
	metav1.StatusReasonRequestEntityTooLarge: 413,
	metav1.StatusReasonInvalid:               422,
}

func (r *review) target(object, live runtime.Object, metadata metav1.Object) target {
	resource, _ := meta.UnsafeGuessKindToResource(r.kind)
	at := target{
		resource:        resource,
		operation:       "CREATE",
		namespaced:      r.reviewer.strategy().NamespaceScoped(),
		name:            metadata.GetName(),
		namespace:       metadata.GetNamespace(),
		namespaceLabels: labels.Set{"kubernetes.io/metadata.name": metadata.GetNamespace()},
		ownLabels:       []labels.Set{metadata.GetLabels()},
	}
	for name, value := range r.item.Namespace.Labels {
		at.namespaceLabels[name] = value
	}
	if live != nil {
		at.operation = "UPDATE"
		if old, err := meta.Accessor(live); err == nil {
			at.ownLabels = append(at.ownLabels, old.GetLabels())
		}
	}
	return at
}

func (r *review) attributes(at target, object, live runtime.Object) *admission.VersionedAttributes {
	record := admission.NewAttributesRecord(object, live, r.kind, at.namespace, at.name, at.resource, "", admission.Operation(at.operation), nil, false, &user.DefaultInfo{})
	attributes := &admission.VersionedAttributes{Attributes: record, VersionedKind: r.kind, VersionedObject: admission.NewLazyObject(r.versioned(object))}
	if live != nil {
		attributes.VersionedOldObject = admission.NewLazyObject(r.versioned(live))
	}
	return attributes
}

// versioned is an object as expressions see it.
func (r *review) versioned(object runtime.Object) runtime.Object {
	content := map[string]any{}
	if text, err := r.reviewer.encode(object); err == nil {
		_ = kjson.UnmarshalCaseSensitivePreserveInts(text, &content)
	}
	return &unstructured.Unstructured{Object: content}
}

// nobody may do nothing: who applies a manifest is not known.
type nobody struct{}

func (nobody) Authorize(context.Context, authorizer.Attributes) (authorizer.Decision, string, error) {
	return authorizer.DecisionNoOpinion, "", nil
}
