package review

import (
	"encoding/json"
	"slices"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/apis/core/v1/helper/qos"
)

// A QuotaRequest asks what the objects of one namespace take of its quotas.
type QuotaRequest struct {
	Quotas      []json.RawMessage `json:"quotas"`
	Objects     []json.RawMessage `json:"objects"`
	LimitRanges []json.RawMessage `json:"limitRanges,omitempty"`
}

// A QuotaUse is one limit of one ResourceQuota.
type QuotaUse struct {
	Quota    string `json:"quota"`
	Resource string `json:"resource"`
	Hard     string `json:"hard"`
	Used     string `json:"used"`
	Exceeded bool   `json:"exceeded"`
	// By are the objects that take of it, in their order.
	By []QuotaShare `json:"by"`
	// Silent are workloads whose pods the API server refuses because they don't say how much they take.
	Silent []QuotaShare `json:"silent,omitempty"`
}

// A QuotaShare is what one object takes.
type QuotaShare struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Used string `json:"used"`
}

// Quotas sums up. Objects and quotas that can't be decoded are reviewed as objects of their own.
func Quotas(request QuotaRequest) []QuotaUse {
	limits := decodeEach[*corev1.LimitRange](request.LimitRanges)
	var used []usage
	for _, manifest := range request.Objects {
		var head header
		if json.Unmarshal(exact(manifest), &head) != nil {
			continue
		}
		reader, known := readerOf(head.GroupVersionKind())
		if !known {
			continue
		}
		if object, err := reader.decode(exact(manifest)); err == nil {
			used = append(used, usageOf(reader.kind, object, limits))
		}
	}
	uses := []QuotaUse{}
	for _, quota := range decodeEach[*corev1.ResourceQuota](request.Quotas) {
		names := make([]string, 0, len(quota.Spec.Hard))
		for name := range quota.Spec.Hard {
			names = append(names, string(name))
		}
		slices.Sort(names)
		for _, name := range names {
			uses = append(uses, quotaUse(quota, corev1.ResourceName(name), used))
		}
	}
	return uses
}

func decodeEach[T runtime.Object](manifests []json.RawMessage) (all []T) {
	for _, manifest := range manifests {
		if found, is := decodeDefaulted[T](manifest); is {
			all = append(all, found)
		}
	}
	return all
}

func quotaUse(quota *corev1.ResourceQuota, name corev1.ResourceName, all []usage) QuotaUse {
	hard := quota.Spec.Hard[name]
	sum := hard.DeepCopy()
	sum.Set(0)
	use := QuotaUse{Quota: quota.Name, Resource: string(name), Hard: hard.String(), By: []QuotaShare{}}
	scoped := len(quota.Spec.Scopes) > 0 || quota.Spec.ScopeSelector != nil
	for _, each := range all {
		share, takes := each.own[name]
		takes = takes && !scoped
		if each.pod != nil && inScopes(quota, each.pod) {
			perPod, says := podUsage(each.pod)[name]
			if !says && mustSay[name] {
				use.Silent = append(use.Silent, QuotaShare{each.kind, each.name, "0"})
			}
			if says {
				perPod.Mul(each.pods)
				share, takes = perPod, true
			}
		}
		if takes && !share.IsZero() {
			sum.Add(share)
			use.By = append(use.By, QuotaShare{each.kind, each.name, share.String()})
		}
	}
	use.Used = sum.String()
	use.Exceeded = sum.Cmp(hard) > 0
	return use
}

// mustSay is validationSet in pkg/quota/v1/evaluator/core/pods.go: a quota on one of these refuses pods that leave it out.
var mustSay = map[corev1.ResourceName]bool{
	corev1.ResourceCPU: true, corev1.ResourceMemory: true,
	corev1.ResourceRequestsCPU: true, corev1.ResourceRequestsMemory: true,
	corev1.ResourceLimitsCPU: true, corev1.ResourceLimitsMemory: true,
}

func inScopes(quota *corev1.ResourceQuota, pod *corev1.Pod) bool {
	selectors := []corev1.ScopedResourceSelectorRequirement{}
	for _, scope := range quota.Spec.Scopes {
		selectors = append(selectors, corev1.ScopedResourceSelectorRequirement{ScopeName: scope, Operator: corev1.ScopeSelectorOpExists})
	}
	if quota.Spec.ScopeSelector != nil {
		selectors = append(selectors, quota.Spec.ScopeSelector.MatchExpressions...)
	}
	return !slices.ContainsFunc(selectors, func(selector corev1.ScopedResourceSelectorRequirement) bool { return !inScope(selector, pod) })
}

// inScope is podMatchesScopeFunc; a pod's terms of affinity are not looked at.
func inScope(selector corev1.ScopedResourceSelectorRequirement, pod *corev1.Pod) bool {
	terminating := pod.Spec.ActiveDeadlineSeconds != nil && *pod.Spec.ActiveDeadlineSeconds >= 0
	bestEffort := qos.GetPodQOS(pod) == corev1.PodQOSBestEffort
	switch selector.ScopeName {
	case corev1.ResourceQuotaScopeTerminating:
		return terminating
	case corev1.ResourceQuotaScopeNotTerminating:
		return !terminating
	case corev1.ResourceQuotaScopeBestEffort:
		return bestEffort
	case corev1.ResourceQuotaScopeNotBestEffort:
		return !bestEffort
	case corev1.ResourceQuotaScopePriorityClass:
		class := pod.Spec.PriorityClassName
		switch selector.Operator {
		case corev1.ScopeSelectorOpExists:
			return class != ""
		case corev1.ScopeSelectorOpDoesNotExist:
			return class == ""
		case corev1.ScopeSelectorOpIn:
			return slices.Contains(selector.Values, class)
		case corev1.ScopeSelectorOpNotIn:
			return !slices.Contains(selector.Values, class)
		}
	}
	return false
}
