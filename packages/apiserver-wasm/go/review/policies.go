package review

import (
	"encoding/json"
	"slices"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	"k8s.io/apiserver/pkg/cel/environment"
	kjson "sigs.k8s.io/json"
)

// AdmissionPolicies are the ValidatingAdmissionPolicies of a cluster, their bindings, and objects that are parameters.
type AdmissionPolicies struct {
	Policies   []json.RawMessage `json:"policies,omitempty"`
	Bindings   []json.RawMessage `json:"bindings,omitempty"`
	Parameters []json.RawMessage `json:"parameters,omitempty"`
}

// policySet is AdmissionPolicies, ready to be asked.
type policySet struct {
	policies   map[string]compiledPolicy
	bindings   []*admissionv1.ValidatingAdmissionPolicyBinding
	parameters []*unstructured.Unstructured
}

type compiledPolicy struct {
	policy    *admissionv1.ValidatingAdmissionPolicy
	validator validating.Validator
}

// compilePolicies leaves out what can't be read: it is reviewed as an object of its own.
func compilePolicies(given AdmissionPolicies) *policySet {
	set := &policySet{policies: map[string]compiledPolicy{}}
	for _, manifest := range given.Policies {
		if policy, is := decodeDefaulted[*admissionv1.ValidatingAdmissionPolicy](manifest); is {
			set.policies[policy.Name] = compiledPolicy{policy, compilePolicy(policy)}
		}
	}
	for _, manifest := range given.Bindings {
		if binding, is := decodeDefaulted[*admissionv1.ValidatingAdmissionPolicyBinding](manifest); is {
			set.bindings = append(set.bindings, binding)
		}
	}
	for _, manifest := range given.Parameters {
		content := map[string]any{}
		if kjson.UnmarshalCaseSensitivePreserveInts(exact(manifest), &content) == nil {
			set.parameters = append(set.parameters, &unstructured.Unstructured{Object: content})
		}
	}
	return set
}

// compilePolicy is the function of that name in k8s.io/apiserver/pkg/admission/plugin/policy/validating/plugin.go.
func compilePolicy(policy *admissionv1.ValidatingAdmissionPolicy) validating.Validator {
	spec := policy.Spec
	full := cel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil, HasAuthorizer: true}
	messages := cel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil}
	compiler, err := cel.NewCompositedCompiler(environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion()))
	if err != nil {
		return validating.NewValidator(nil, nil, nil, nil, spec.FailurePolicy, err)
	}
	for _, variable := range spec.Variables {
		compiler.CompileAndStoreVariable(&validating.Variable{Name: variable.Name, Expression: variable.Expression}, full, environment.StoredExpressions)
	}
	var matcher matchconditions.Matcher
	if len(spec.MatchConditions) > 0 {
		conditions := make([]cel.ExpressionAccessor, len(spec.MatchConditions))
		for i := range spec.MatchConditions {
			conditions[i] = (*matchconditions.MatchCondition)(&spec.MatchConditions[i])
		}
		matcher = matchconditions.NewMatcher(compiler.CompileCondition(conditions, full, environment.StoredExpressions), spec.FailurePolicy, "policy", "validate", policy.Name)
	}
	validations := make([]cel.ExpressionAccessor, len(spec.Validations))
	wordings := make([]cel.ExpressionAccessor, len(spec.Validations))
	for i, validation := range spec.Validations {
		validations[i] = &validating.ValidationCondition{Expression: validation.Expression, Message: validation.Message, Reason: validation.Reason}
		if validation.MessageExpression != "" {
			wordings[i] = &validating.MessageExpressionCondition{MessageExpression: validation.MessageExpression}
		}
	}
	return validating.NewValidator(
		compiler.CompileCondition(validations, full, environment.StoredExpressions),
		matcher,
		compiler.CompileCondition(nil, full, environment.StoredExpressions), // Audit annotations go nowhere.
		compiler.CompileCondition(wordings, messages, environment.StoredExpressions),
		spec.FailurePolicy,
		nil,
	)
}

// A target is what policies are matched against.
type target struct {
	resource        schema.GroupVersionResource
	operation       string
	namespaced      bool
	name            string
	namespace       string
	namespaceLabels labels.Set
	// ownLabels are the object's, before and after.
	ownLabels []labels.Set
}

// matches tells whether a policy's constraints, or a binding's, select an object. Kinds served in several versions match by the version of
// the request alone.
func (t target) matches(constraints *admissionv1.MatchResources) bool {
	if constraints == nil {
		return true
	}
	if t.namespaced && !selects(constraints.NamespaceSelector, t.namespaceLabels) {
		return false
	}
	if !slices.ContainsFunc(t.ownLabels, func(own labels.Set) bool { return selects(constraints.ObjectSelector, own) }) {
		return false
	}
	if slices.ContainsFunc(constraints.ExcludeResourceRules, t.inRule) {
		return false
	}
	return len(constraints.ResourceRules) == 0 || slices.ContainsFunc(constraints.ResourceRules, t.inRule)
}

func selects(selector *metav1.LabelSelector, of labels.Set) bool {
	if selector == nil {
		return true
	}
	parsed, err := metav1.LabelSelectorAsSelector(selector)
	return err == nil && parsed.Matches(of)
}

func (t target) inRule(rule admissionv1.NamedRuleWithOperations) bool {
	if rule.Scope != nil {
		if *rule.Scope == admissionv1.NamespacedScope && !t.namespaced || *rule.Scope == admissionv1.ClusterScope && t.namespaced {
			return false
		}
	}
	operations := make([]string, len(rule.Operations))
	for i, operation := range rule.Operations {
		operations[i] = string(operation)
	}
	resources := []string{t.resource.Resource, "*/*"}
	return among(rule.APIGroups, t.resource.Group) && among(rule.APIVersions, t.resource.Version) && among(operations, t.operation) &&
		(among(rule.Resources, resources...)) && (len(rule.ResourceNames) == 0 || slices.Contains(rule.ResourceNames, t.name))
}

func among(allowed []string, values ...string) bool {
	return slices.Contains(allowed, "*") || slices.ContainsFunc(values, func(value string) bool { return slices.Contains(allowed, value) })
}

// parametersFor are the objects that a binding validates with; nil alone if its policy takes none.
func (s *policySet) parametersFor(policy *admissionv1.ValidatingAdmissionPolicy, binding *admissionv1.ValidatingAdmissionPolicyBinding, at target) (found []*unstructured.Unstructured) {
	kind, ref := policy.Spec.ParamKind, binding.Spec.ParamRef
	if kind == nil || ref == nil {
		return []*unstructured.Unstructured{nil}
	}
	for _, parameter := range s.parameters {
		if parameter.GetAPIVersion() != kind.APIVersion || parameter.GetKind() != kind.Kind {
			continue
		}
		namespace := ref.Namespace
		if namespace == "" && parameter.GetNamespace() != "" {
			namespace = at.namespace
		}
		if parameter.GetNamespace() != namespace {
			continue
		}
		if ref.Name != "" && ref.Name == parameter.GetName() || ref.Selector != nil && selects(ref.Selector, parameter.GetLabels()) {
			found = append(found, parameter)
		}
	}
	return found
}
