package review

import (
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingadmissionpolicy"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingadmissionpolicybinding"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingadmissionpolicy"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingadmissionpolicybinding"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/certificates/certificates"
	"k8s.io/kubernetes/pkg/registry/certificates/clustertrustbundle"
	"k8s.io/kubernetes/pkg/registry/certificates/podcertificaterequest"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/event"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/ipaddress"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/networking/servicecidr"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/resource/deviceclass"
	"k8s.io/kubernetes/pkg/registry/resource/devicetaintrule"
	"k8s.io/kubernetes/pkg/registry/resource/resourceclaim"
	"k8s.io/kubernetes/pkg/registry/resource/resourceclaimtemplate"
	"k8s.io/kubernetes/pkg/registry/resource/resourceslice"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/csinode"
	"k8s.io/kubernetes/pkg/registry/storage/csistoragecapacity"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattributesclass"
	"k8s.io/kubernetes/pkg/registry/storagemigration/storagemigration"
)

// A Strategy is what the API server's registry does with a kind before it stores it.
type Strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

// strategies are those of the kinds that the API server serves by default (pkg/controlplane/instance.go), by group.
var strategies = map[string]map[string]Strategy{
	"": {
		"ConfigMap":             configmap.Strategy,
		"Endpoints":             endpoint.Strategy,
		"Event":                 event.Strategy,
		"LimitRange":            limitrange.Strategy,
		"Namespace":             namespace.Strategy,
		"Node":                  node.Strategy,
		"PersistentVolume":      persistentvolume.Strategy,
		"PersistentVolumeClaim": persistentvolumeclaim.Strategy,
		"Pod":                   pod.Strategy,
		"PodTemplate":           podtemplate.Strategy,
		"ReplicationController": replicationcontroller.Strategy,
		"ResourceQuota":         resourcequota.Strategy,
		"Secret":                secret.Strategy,
		"Service":               service.Strategy,
		"ServiceAccount":        serviceaccount.Strategy,
	},
	"admissionregistration.k8s.io": {
		"MutatingAdmissionPolicy":          mutatingadmissionpolicy.NewStrategy(nil, nil),
		"MutatingAdmissionPolicyBinding":   mutatingadmissionpolicybinding.NewStrategy(nil, nil, nil),
		"MutatingWebhookConfiguration":     mutatingwebhookconfiguration.Strategy,
		"ValidatingAdmissionPolicy":        validatingadmissionpolicy.NewStrategy(nil, nil),
		"ValidatingAdmissionPolicyBinding": validatingadmissionpolicybinding.NewStrategy(nil, nil, nil),
		"ValidatingWebhookConfiguration":   validatingwebhookconfiguration.Strategy,
	},
	"apps": {
		"ControllerRevision": controllerrevision.Strategy,
		"DaemonSet":          daemonset.Strategy,
		"Deployment":         deployment.Strategy,
		"ReplicaSet":         replicaset.Strategy,
		"StatefulSet":        statefulset.Strategy,
	},
	"autoscaling": {"HorizontalPodAutoscaler": horizontalpodautoscaler.Strategy},
	"batch": {
		"CronJob": cronjob.Strategy,
		"Job":     job.Strategy,
	},
	"certificates.k8s.io": {
		"CertificateSigningRequest": certificates.Strategy,
		"ClusterTrustBundle":        clustertrustbundle.Strategy,
		"PodCertificateRequest":     podcertificaterequest.NewStrategy(),
	},
	"coordination.k8s.io": {
		"Lease": lease.Strategy,
	},
	"discovery.k8s.io": {"EndpointSlice": endpointslice.Strategy},
	"events.k8s.io":    {"Event": event.Strategy},
	"flowcontrol.apiserver.k8s.io": {
		"FlowSchema":                 flowschema.Strategy,
		"PriorityLevelConfiguration": prioritylevelconfiguration.Strategy,
	},
	"networking.k8s.io": {
		"IPAddress":     ipaddress.Strategy,
		"Ingress":       ingress.Strategy,
		"IngressClass":  ingressclass.Strategy,
		"NetworkPolicy": networkpolicy.Strategy,
		"ServiceCIDR":   servicecidr.Strategy,
	},
	"node.k8s.io": {"RuntimeClass": runtimeclass.Strategy},
	"policy":      {"PodDisruptionBudget": poddisruptionbudget.Strategy},
	"rbac.authorization.k8s.io": {
		"ClusterRole":        clusterrole.Strategy,
		"ClusterRoleBinding": clusterrolebinding.Strategy,
		"Role":               role.Strategy,
		"RoleBinding":        rolebinding.Strategy,
	},
	"resource.k8s.io": {
		"DeviceClass":           deviceclass.Strategy,
		"DeviceTaintRule":       devicetaintrule.Strategy,
		"ResourceClaim":         resourceclaim.NewStrategy(nil, nil),
		"ResourceClaimTemplate": resourceclaimtemplate.NewStrategy(nil),
		"ResourceSlice":         resourceslice.Strategy,
	},
	"scheduling.k8s.io": {"PriorityClass": priorityclass.Strategy},
	"storage.k8s.io": {
		"CSIDriver":             csidriver.Strategy,
		"CSINode":               csinode.Strategy,
		"CSIStorageCapacity":    csistoragecapacity.Strategy,
		"StorageClass":          storageclass.Strategy,
		"VolumeAttachment":      volumeattachment.Strategy,
		"VolumeAttributesClass": volumeattributesclass.Strategy,
	},
	"storagemigration.k8s.io": {"StorageVersionMigration": storagemigration.Strategy},
}

// notReviewed are kinds of served versions that nobody keeps in Git, and why.
var notReviewed = map[schema.GroupKind]string{
	{Group: "", Kind: "Binding"}:                              "an action of the scheduler",
	{Group: "", Kind: "ComponentStatus"}:                      "read-only",
	{Group: "", Kind: "NodeProxyOptions"}:                     "parameters of a request",
	{Group: "", Kind: "PodAttachOptions"}:                     "parameters of a request",
	{Group: "", Kind: "PodExecOptions"}:                       "parameters of a request",
	{Group: "", Kind: "PodLogOptions"}:                        "parameters of a request",
	{Group: "", Kind: "PodPortForwardOptions"}:                "parameters of a request",
	{Group: "", Kind: "PodProxyOptions"}:                      "parameters of a request",
	{Group: "", Kind: "RangeAllocation"}:                      "internal to the API server",
	{Group: "", Kind: "SerializedReference"}:                  "an annotation's content",
	{Group: "", Kind: "ServiceProxyOptions"}:                  "parameters of a request",
	{Group: "apiextensions.k8s.io", Kind: "ConversionReview"}: "a question to webhooks",
	{Group: "autoscaling", Kind: "Scale"}:                     "a subresource",
	{Group: "policy", Kind: "Eviction"}:                       "a subresource",
}
