package review

import (
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	podresources "k8s.io/component-helpers/resource"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/plugin/pkg/admission/limitranger"
	"k8s.io/utils/ptr"
)

// usage is what an object takes of quotas: of those without scopes as it is, and through its pods of all.
type usage struct {
	kind, name string
	own        corev1.ResourceList
	pod        *corev1.Pod
	pods       int64
}

// usageOf counts as pkg/quota/v1/evaluator/core does, and the pods and claims of a workload as its controller would make them: a DaemonSet's on
// one node, a CronJob's of one run. What controllers make else (ReplicaSets, Endpoints) is not counted.
func usageOf(kind schema.GroupVersionKind, object runtime.Object, limits []*corev1.LimitRange) usage {
	plural, _ := meta.UnsafeGuessKindToResource(kind)
	used := usage{kind: kind.Kind, own: corev1.ResourceList{}}
	if metadata, err := meta.Accessor(object); err == nil {
		used.name = metadata.GetName()
	}
	counted := corev1.ResourceName("count/" + plural.GroupResource().String())
	add(used.own, counted, 1)
	if kind.Group == "" {
		add(used.own, corev1.ResourceName(plural.Resource), 1)
	}
	pod := &core.Pod{}
	switch found := object.(type) {
	case *core.Pod:
		delete(used.own, counted)
		delete(used.own, corev1.ResourcePods)
		pod, used.pods = found.DeepCopy(), 1
	case *core.Service:
		addService(used.own, found)
	case *core.PersistentVolumeClaim:
		addClaim(used.own, found, 1)
	case *apps.StatefulSet:
		used.pods = int64(found.Spec.Replicas)
		for i := range found.Spec.VolumeClaimTemplates {
			add(used.own, corev1.ResourcePersistentVolumeClaims, used.pods)
			add(used.own, "count/persistentvolumeclaims", used.pods)
			addClaim(used.own, &found.Spec.VolumeClaimTemplates[i], used.pods)
		}
	case *apps.Deployment:
		used.pods = int64(found.Spec.Replicas)
	case *apps.ReplicaSet:
		used.pods = int64(found.Spec.Replicas)
	case *core.ReplicationController:
		used.pods = int64(ptr.Deref(found.Spec.Replicas, 1))
	case *apps.DaemonSet:
		used.pods = 1
	case *batch.Job:
		used.pods = int64(ptr.Deref(found.Spec.Parallelism, 1))
	case *batch.CronJob:
		used.pods = int64(ptr.Deref(found.Spec.JobTemplate.Spec.Parallelism, 1))
	}
	if template := templateOf(object); template != nil {
		pod = &core.Pod{ObjectMeta: *template.ObjectMeta.DeepCopy(), Spec: *template.Spec.DeepCopy()}
	}
	if used.pods > 0 {
		for _, each := range limits {
			_ = limitranger.PodMutateLimitFunc(each, pod)
		}
		used.pod = &corev1.Pod{}
		if legacyscheme.Scheme.Convert(pod, used.pod, nil) != nil {
			used.pod, used.pods = nil, 0
		}
	}
	return used
}

func add(list corev1.ResourceList, name corev1.ResourceName, count int64) {
	quantity := list[name]
	quantity.Add(*resource.NewQuantity(count, resource.DecimalSI))
	list[name] = quantity
}

func addService(list corev1.ResourceList, service *core.Service) {
	if service.Spec.Type == core.ServiceTypeLoadBalancer {
		add(list, corev1.ResourceServicesLoadBalancers, 1)
	}
	if !needsNodePort(service) {
		return
	}
	for _, port := range service.Spec.Ports {
		if ptr.Deref(service.Spec.AllocateLoadBalancerNodePorts, true) || port.NodePort != 0 {
			add(list, corev1.ResourceServicesNodePorts, 1)
		}
	}
}

func addClaim(list corev1.ResourceList, claim *core.PersistentVolumeClaim, count int64) {
	prefix := ""
	if class := ptr.Deref(claim.Spec.StorageClassName, ""); class != "" {
		prefix = class + ".storageclass.storage.k8s.io/"
		add(list, corev1.ResourceName(prefix+"persistentvolumeclaims"), count)
	}
	size := claim.Spec.Resources.Requests[core.ResourceStorage]
	size.Mul(count)
	for _, name := range []corev1.ResourceName{corev1.ResourceRequestsStorage, corev1.ResourceName(prefix + "requests.storage")} {
		sum := list[name]
		sum.Add(size)
		list[name] = sum
		if prefix == "" {
			break
		}
	}
}

// podUsage is what one pod takes (podComputeUsageHelper); what it does not say is absent.
func podUsage(pod *corev1.Pod) corev1.ResourceList {
	one := *resource.NewQuantity(1, resource.DecimalSI)
	used := corev1.ResourceList{corev1.ResourcePods: one, "count/pods": one}
	for name, quantity := range podresources.PodRequests(pod, podresources.PodResourcesOptions{}) {
		used["requests."+name] = quantity
		if name == corev1.ResourceCPU || name == corev1.ResourceMemory || name == corev1.ResourceEphemeralStorage || strings.HasPrefix(string(name), corev1.ResourceHugePagesPrefix) {
			used[name] = quantity
		}
	}
	for name, quantity := range podresources.PodLimits(pod, podresources.PodResourcesOptions{}) {
		used["limits."+name] = quantity
	}
	return used
}
