// Package review gives the verdict of Kubernetes' API server on objects, with the API server's own code.
package review

import (
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/admissionregistration"
	admissionregistrationv1 "k8s.io/kubernetes/pkg/apis/admissionregistration/v1"
	"k8s.io/kubernetes/pkg/apis/apps"
	appsv1 "k8s.io/kubernetes/pkg/apis/apps/v1"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	autoscalingv1 "k8s.io/kubernetes/pkg/apis/autoscaling/v1"
	autoscalingv2 "k8s.io/kubernetes/pkg/apis/autoscaling/v2"
	"k8s.io/kubernetes/pkg/apis/batch"
	batchv1 "k8s.io/kubernetes/pkg/apis/batch/v1"
	"k8s.io/kubernetes/pkg/apis/certificates"
	certificatesv1 "k8s.io/kubernetes/pkg/apis/certificates/v1"
	"k8s.io/kubernetes/pkg/apis/coordination"
	coordinationv1 "k8s.io/kubernetes/pkg/apis/coordination/v1"
	"k8s.io/kubernetes/pkg/apis/core"
	corev1 "k8s.io/kubernetes/pkg/apis/core/v1"
	"k8s.io/kubernetes/pkg/apis/discovery"
	discoveryv1 "k8s.io/kubernetes/pkg/apis/discovery/v1"
	"k8s.io/kubernetes/pkg/apis/events"
	eventsv1 "k8s.io/kubernetes/pkg/apis/events/v1"
	"k8s.io/kubernetes/pkg/apis/flowcontrol"
	flowcontrolv1 "k8s.io/kubernetes/pkg/apis/flowcontrol/v1"
	"k8s.io/kubernetes/pkg/apis/networking"
	networkingv1 "k8s.io/kubernetes/pkg/apis/networking/v1"
	"k8s.io/kubernetes/pkg/apis/node"
	nodev1 "k8s.io/kubernetes/pkg/apis/node/v1"
	"k8s.io/kubernetes/pkg/apis/policy"
	policyv1 "k8s.io/kubernetes/pkg/apis/policy/v1"
	"k8s.io/kubernetes/pkg/apis/rbac"
	rbacv1 "k8s.io/kubernetes/pkg/apis/rbac/v1"
	"k8s.io/kubernetes/pkg/apis/resource"
	resourcev1 "k8s.io/kubernetes/pkg/apis/resource/v1"
	"k8s.io/kubernetes/pkg/apis/scheduling"
	schedulingv1 "k8s.io/kubernetes/pkg/apis/scheduling/v1"
	"k8s.io/kubernetes/pkg/apis/storage"
	storagev1 "k8s.io/kubernetes/pkg/apis/storage/v1"
	"k8s.io/kubernetes/pkg/apis/storagemigration"
	storagemigrationv1 "k8s.io/kubernetes/pkg/apis/storagemigration/v1"
	"k8s.io/kubernetes/pkg/capabilities"
)

// The versions that the API server serves with its default settings (pkg/controlplane/instance.go): stable ones. Without the others the
// engine has half the size.
func init() {
	for _, add := range []func(*runtime.Scheme) error{
		admissionregistration.AddToScheme,
		admissionregistrationv1.AddToScheme,
		apps.AddToScheme,
		appsv1.AddToScheme,
		autoscaling.AddToScheme,
		autoscalingv1.AddToScheme,
		autoscalingv2.AddToScheme,
		batch.AddToScheme,
		batchv1.AddToScheme,
		certificates.AddToScheme,
		certificatesv1.AddToScheme,
		coordination.AddToScheme,
		coordinationv1.AddToScheme,
		core.AddToScheme,
		corev1.AddToScheme,
		discovery.AddToScheme,
		discoveryv1.AddToScheme,
		events.AddToScheme,
		eventsv1.AddToScheme,
		flowcontrol.AddToScheme,
		flowcontrolv1.AddToScheme,
		networking.AddToScheme,
		networkingv1.AddToScheme,
		node.AddToScheme,
		nodev1.AddToScheme,
		policy.AddToScheme,
		policyv1.AddToScheme,
		rbac.AddToScheme,
		rbacv1.AddToScheme,
		resource.AddToScheme,
		resourcev1.AddToScheme,
		scheduling.AddToScheme,
		schedulingv1.AddToScheme,
		storage.AddToScheme,
		storagev1.AddToScheme,
		storagemigration.AddToScheme,
		storagemigrationv1.AddToScheme,
	} {
		utilruntime.Must(add(legacyscheme.Scheme))
	}
}

// A kindReader decodes and prepares the objects of one kind.
type kindReader struct {
	kind     schema.GroupVersionKind
	scheme   *runtime.Scheme
	codecs   serializer.CodecFactory
	registry Strategy
}

const definitionsGroup = "apiextensions.k8s.io"

var definitionScheme, definitionCodecs = func() (*runtime.Scheme, serializer.CodecFactory) {
	scheme := runtime.NewScheme()
	utilruntime.Must(apiextensions.AddToScheme(scheme))
	utilruntime.Must(apiextensionsv1.AddToScheme(scheme))
	return scheme, serializer.NewCodecFactory(scheme)
}()

var definitionStrategy Strategy = customresourcedefinition.NewStrategy(definitionScheme)

// stable tells whether a version is; packages that strategies import add others to the scheme.
func stable(version string) bool {
	return !strings.Contains(version, "alpha") && !strings.Contains(version, "beta")
}

// readerOf finds what reads a kind that the API server itself serves.
func readerOf(kind schema.GroupVersionKind) (kindReader, bool) {
	if !stable(kind.Version) {
		return kindReader{}, false
	}
	if kind.Group == definitionsGroup {
		known := kind.Kind == "CustomResourceDefinition" && definitionScheme.Recognizes(kind)
		return kindReader{kind, definitionScheme, definitionCodecs, definitionStrategy}, known
	}
	strategy, known := strategies[kind.Group][kind.Kind]
	return kindReader{kind, legacyscheme.Scheme, legacyscheme.Codecs, strategy}, known && legacyscheme.Scheme.Recognizes(kind)
}

func init() {
	// Whether privileged containers may run is a flag of the API server, which k3s and kubeadm set.
	capabilities.Setup(true, 0)
}
