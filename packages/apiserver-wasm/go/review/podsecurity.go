package review

import (
	"fmt"
	"reflect"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	corev1conversion "k8s.io/kubernetes/pkg/apis/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

var podSecurity = func() policy.Evaluator {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		panic(err)
	}
	return evaluator
}()

// The plugin's defaults for a namespace without labels.
var unlabelled = api.Policy{
	Enforce: api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
	Audit:   api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
	Warn:    api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
}

// admit does what the API server's validating admission plugins do with an object that is valid.
func (r *review) admit(object, live runtime.Object) {
	if namespace, is := object.(*core.Namespace); is {
		r.admitLevels(namespace, live)
	}
	if metadata, spec := podOf(object); spec != nil {
		r.admitPodSecurity(object, metadata, spec)
	}
	if r.answer.Verdict == Accepted {
		r.admitLimits(object)
	}
	if r.answer.Verdict == Accepted {
		r.admitPolicies(object, live)
	}
}

// admitLevels refuses a namespace that asks for levels that don't exist, unless it did before (ValidateNamespace in
// k8s.io/pod-security-admission/admission/admission.go).
func (r *review) admitLevels(namespace *core.Namespace, live runtime.Object) {
	_, errs := api.PolicyToEvaluate(namespace.Labels, unlabelled)
	if old, is := live.(*core.Namespace); is {
		if _, before := api.PolicyToEvaluate(old.Labels, unlabelled); len(before) > 0 && reflect.DeepEqual(before, errs) {
			return
		}
	}
	if len(errs) > 0 {
		r.answer.invalid(r.kind.GroupKind(), namespace.Name, errs)
	}
}

func (r *review) admitPodSecurity(object runtime.Object, metadata *metav1.ObjectMeta, spec *corev1.PodSpec) {
	if len(r.item.Namespace.Labels) == 0 {
		return
	}
	levels, _ := api.PolicyToEvaluate(r.item.Namespace.Labels, unlabelled)
	_, isPod := object.(*core.Pod)
	for _, check := range []struct {
		mode  string
		level api.LevelVersion
	}{{"enforce", levels.Enforce}, {"audit", levels.Audit}, {"warn", levels.Warn}} {
		result := policy.AggregateCheckResults(podSecurity.EvaluatePod(check.level, metadata, spec))
		if result.Allowed {
			continue
		}
		violation := PodSecurity{Mode: check.mode, Level: string(check.level.Level), Version: check.level.Version.String(), Detail: result.ForbiddenDetail()}
		r.answer.PodSecurity = append(r.answer.PodSecurity, violation)
		switch {
		case check.mode == "enforce" && isPod:
			// Only pods are refused: of a workload the API server takes what its pods will be refused for.
			words := fmt.Errorf("violates PodSecurity %q: %s", check.level.String(), result.ForbiddenDetail())
			r.answer.refused(apierrors.NewForbidden(schema.GroupResource{Resource: "pods"}, metadata.Name, words))
		case check.mode == "warn":
			prefix := "would violate"
			r.answer.Warnings = append(r.answer.Warnings, fmt.Sprintf("%s PodSecurity %q: %s", prefix, check.level.String(), result.ForbiddenDetail()))
		}
	}
}

// podOf is the pod an object is or makes, as version v1 has it.
func podOf(object runtime.Object) (*metav1.ObjectMeta, *corev1.PodSpec) {
	switch found := object.(type) {
	case *core.Pod:
		pod := &corev1.Pod{}
		if legacyscheme.Scheme.Convert(found, pod, nil) != nil {
			return nil, nil
		}
		return &pod.ObjectMeta, &pod.Spec
	}
	template := templateOf(object)
	if template == nil {
		return nil, nil
	}
	versioned := &corev1.PodTemplateSpec{}
	if corev1conversion.Convert_core_PodTemplateSpec_To_v1_PodTemplateSpec(template, versioned, nil) != nil {
		return nil, nil
	}
	return &versioned.ObjectMeta, &versioned.Spec
}

// templateOf is a workload's pod template.
func templateOf(object runtime.Object) *core.PodTemplateSpec {
	switch found := object.(type) {
	case *core.PodTemplate:
		return &found.Template
	case *core.ReplicationController:
		return found.Spec.Template
	case *apps.ReplicaSet:
		return &found.Spec.Template
	case *apps.Deployment:
		return &found.Spec.Template
	case *apps.StatefulSet:
		return &found.Spec.Template
	case *apps.DaemonSet:
		return &found.Spec.Template
	case *batch.Job:
		return &found.Spec.Template
	case *batch.CronJob:
		return &found.Spec.JobTemplate.Spec.Template
	}
	return nil
}
