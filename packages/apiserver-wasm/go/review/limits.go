package review

import (
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/plugin/pkg/admission/limitranger"
)

// A Limit is what a LimitRange says against the pods of a workload: the workload is taken, its pods will be refused.
type Limit struct {
	LimitRange string `json:"limitRange"`
	Detail     string `json:"detail"`
}

// Those that can't be read are reviewed as objects of their own.
func (r *review) limitRanges() []*corev1.LimitRange {
	return decodeEach[*corev1.LimitRange](r.item.Namespace.LimitRanges)
}

// admitDefaults is what mutating admission does before an object is validated: containers get the defaults of LimitRanges.
func (r *review) admitDefaults(object runtime.Object) {
	pod, is := object.(*core.Pod)
	if !is || r.answer.ReviewedAs != "create" {
		return
	}
	for _, limits := range r.limitRanges() {
		// It fails for no pod.
		_ = limitranger.PodMutateLimitFunc(limits, pod)
	}
}

func (r *review) admitLimits(object runtime.Object) {
	ranges := r.limitRanges()
	if len(ranges) == 0 {
		return
	}
	switch found := object.(type) {
	case *core.Pod:
		if r.answer.ReviewedAs == "update" {
			return // The plugin looks at pods only when they are new.
		}
		r.admitEach(ranges, "pods", found.Name, func(limits *corev1.LimitRange) error { return limitranger.PodValidateLimitFunc(limits, found) })
	case *core.PersistentVolumeClaim:
		r.admitEach(ranges, "persistentvolumeclaims", found.Name, func(limits *corev1.LimitRange) error {
			return limitranger.PersistentVolumeClaimValidateLimitFunc(limits, found)
		})
	default:
		r.foretell(ranges, templateOf(object))
	}
}

func (r *review) admitEach(ranges []*corev1.LimitRange, resource, name string, validate func(*corev1.LimitRange) error) {
	for _, limits := range ranges {
		if err := validate(limits); err != nil {
			r.answer.refused(apierrors.NewForbidden(schema.GroupResource{Resource: resource}, name, err))
			return
		}
	}
}

func (r *review) foretell(ranges []*corev1.LimitRange, template *core.PodTemplateSpec) {
	if template == nil {
		return
	}
	pod := &core.Pod{ObjectMeta: *template.ObjectMeta.DeepCopy(), Spec: *template.Spec.DeepCopy()}
	for _, limits := range ranges {
		_ = limitranger.PodMutateLimitFunc(limits, pod)
	}
	for _, limits := range ranges {
		if err := limitranger.PodValidateLimitFunc(limits, pod); err != nil {
			r.answer.Limits = append(r.answer.Limits, Limit{limits.Name, err.Error()})
		}
	}
}
