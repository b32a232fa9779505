package render

import (
	"cmp"
	"slices"
	"strings"
)

const hookAnnotation = "helm.sh/hook"

// head is as much of a manifest as Helm looks at.
type head struct {
	Version  string `json:"apiVersion"`
	Kind     string `json:"kind,omitempty"`
	Metadata *struct {
		Name        string            `json:"name"`
		Annotations map[string]string `json:"annotations"`
	} `json:"metadata,omitempty"`
}

func (top head) annotations() map[string]string {
	if top.Metadata == nil {
		return nil
	}
	return top.Metadata.Annotations
}

var knownEvents = []string{
	"pre-install", "post-install", "pre-delete", "post-delete", "pre-upgrade", "post-upgrade", "pre-rollback",
	"post-rollback", "test", "test-success",
}

// hookEvents reads a hook annotation. Helm drops a document with an event it does not know.
func hookEvents(annotation string) (events []string, known bool) {
	for event := range strings.SplitSeq(annotation, ",") {
		event = strings.ToLower(strings.TrimSpace(event))
		if !slices.Contains(knownEvents, event) {
			return nil, false
		}
		events = append(events, event)
	}
	return events, true
}

// installOrder is Helm's, kept here because the package that has it brings Kubernetes' whole runtime with it. The corpus
// has every kind of it in one chart, to compare with Helm's command.
var installOrder = []string{
	"PriorityClass", "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodSecurityPolicy",
	"PodDisruptionBudget", "ServiceAccount", "Secret", "SecretList", "ConfigMap", "StorageClass", "PersistentVolume",
	"PersistentVolumeClaim", "CustomResourceDefinition", "ClusterRole", "ClusterRoleList", "ClusterRoleBinding",
	"ClusterRoleBindingList", "Role", "RoleList", "RoleBinding", "RoleBindingList", "Service", "DaemonSet", "Pod",
	"ReplicationController", "ReplicaSet", "Deployment", "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob",
	"IngressClass", "Ingress", "APIService", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
}

var rankOfKind = func() map[string]int {
	ranks := make(map[string]int, len(installOrder))
	for rank, kind := range installOrder {
		ranks[kind] = rank
	}
	return ranks
}()

// byInstallOrder puts unknown kinds last, alphabetically.
func byInstallOrder(a, b document) int {
	first, aKnown := rankOfKind[a.head.Kind]
	second, bKnown := rankOfKind[b.head.Kind]
	switch {
	case aKnown && bKnown:
		return cmp.Compare(first, second)
	case aKnown:
		return -1
	case bKnown:
		return 1
	}
	return cmp.Compare(a.head.Kind, b.head.Kind)
}
