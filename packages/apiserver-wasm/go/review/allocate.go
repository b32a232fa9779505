package review

import (
	"fmt"
	"strconv"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/utils/ptr"
)

// The API server's defaults; a cluster may have others.
const (
	firstNodePort, lastNodePort = 30000, 32767
	allocatedAddress            = "10.43.0.10"
)

// allocate gives a Service what the API server allocates before it validates (pkg/registry/core/service/storage/{storage,alloc}.go), for a
// cluster of one IP family. Which address or port it is makes no difference to a verdict.
func allocate(object, live runtime.Object) field.ErrorList {
	service, is := object.(*core.Service)
	if !is {
		return nil
	}
	old, _ := live.(*core.Service)
	if old != nil {
		keepAllocated(service, old)
	}
	normalizeAddresses(service, old)
	errs := outsideRange(service)
	if len(errs) > 0 || service.Spec.Type == core.ServiceTypeExternalName {
		return errs
	}
	if service.Spec.ClusterIP == "" && len(service.Spec.ClusterIPs) == 0 {
		service.Spec.ClusterIP = allocatedAddress
		service.Spec.ClusterIPs = []string{allocatedAddress}
	}
	if len(service.Spec.IPFamilies) == 0 {
		service.Spec.IPFamilies = []core.IPFamily{core.IPv4Protocol}
		if service.Spec.ClusterIP == core.ClusterIPNone && len(service.Spec.Selector) == 0 {
			service.Spec.IPFamilies = append(service.Spec.IPFamilies, core.IPv6Protocol)
			if service.Spec.IPFamilyPolicy == nil {
				service.Spec.IPFamilyPolicy = ptr.To(core.IPFamilyPolicyRequireDualStack)
			}
		}
	}
	if service.Spec.IPFamilyPolicy == nil {
		service.Spec.IPFamilyPolicy = ptr.To(core.IPFamilyPolicySingleStack)
	}
	allocatePorts(service)
	return nil
}

// keepAllocated is patchAllocatedValues: what a client leaves out is not released.
func keepAllocated(service, old *core.Service) {
	if needsAddress(old) && needsAddress(service) {
		if service.Spec.ClusterIP == "" {
			service.Spec.ClusterIP = old.Spec.ClusterIP
		}
		if len(service.Spec.ClusterIPs) == 0 && service.Spec.ClusterIP == old.Spec.ClusterIP {
			service.Spec.ClusterIPs = old.Spec.ClusterIPs
		}
	}
	if needsNodePort(old) && needsNodePort(service) {
		ports := map[string]int32{}
		for _, port := range old.Spec.Ports {
			ports[portKey(port)] = port.NodePort
		}
		for i := range service.Spec.Ports {
			if port := &service.Spec.Ports[i]; port.NodePort == 0 {
				port.NodePort = ports[portKey(*port)]
			}
		}
	}
	if needsHealthPort(old) && needsHealthPort(service) && service.Spec.HealthCheckNodePort == 0 {
		service.Spec.HealthCheckNodePort = old.Spec.HealthCheckNodePort
	}
}

func portKey(port core.ServicePort) string { return fmt.Sprintf("%s/%d", port.Protocol, port.Port) }

// normalizeAddresses keeps clusterIP and clusterIPs the same (normalizeClusterIPs).
func normalizeAddresses(service, old *core.Service) {
	spec := &service.Spec
	if old == nil {
		if spec.ClusterIP != "" && len(spec.ClusterIPs) == 0 {
			spec.ClusterIPs = []string{spec.ClusterIP}
		}
		return
	}
	was := old.Spec
	same := len(spec.ClusterIPs) == len(was.ClusterIPs)
	for i := range spec.ClusterIPs {
		same = same && spec.ClusterIPs[i] == was.ClusterIPs[i]
	}
	switch {
	case spec.ClusterIP != was.ClusterIP && same:
		spec.ClusterIPs = nil
		if spec.ClusterIP != "" {
			spec.ClusterIPs = []string{spec.ClusterIP}
		}
	case spec.ClusterIP == was.ClusterIP && spec.ClusterIP != "" && len(spec.ClusterIPs) == 0:
		spec.ClusterIP = ""
	}
}

func outsideRange(service *core.Service) (errs field.ErrorList) {
	if !needsNodePort(service) {
		return nil
	}
	for i, port := range service.Spec.Ports {
		if port.NodePort != 0 && (port.NodePort < firstNodePort || port.NodePort > lastNodePort) {
			at := field.NewPath("spec", "ports").Index(i).Child("nodePort")
			words := "provided port is not in the valid range. The range of valid ports is " + strconv.Itoa(firstNodePort) + "-" + strconv.Itoa(lastNodePort)
			errs = append(errs, field.Invalid(at, port.NodePort, words))
		}
	}
	return errs
}

func allocatePorts(service *core.Service) {
	if !needsNodePort(service) || !ptr.Deref(service.Spec.AllocateLoadBalancerNodePorts, true) {
		return
	}
	used := map[int32]bool{}
	for _, port := range service.Spec.Ports {
		used[port.NodePort] = true
	}
	next := int32(lastNodePort)
	for i := range service.Spec.Ports {
		for service.Spec.Ports[i].NodePort == 0 {
			if !used[next] {
				service.Spec.Ports[i].NodePort = next
			}
			next--
		}
	}
	if needsHealthPort(service) && service.Spec.HealthCheckNodePort == 0 {
		service.Spec.HealthCheckNodePort = next
	}
}

func needsAddress(service *core.Service) bool {
	return service.Spec.Type != core.ServiceTypeExternalName
}

func needsNodePort(service *core.Service) bool {
	return service.Spec.Type == core.ServiceTypeNodePort || service.Spec.Type == core.ServiceTypeLoadBalancer
}

func needsHealthPort(service *core.Service) bool {
	return service.Spec.Type == core.ServiceTypeLoadBalancer && service.Spec.ExternalTrafficPolicy == core.ServiceExternalTrafficPolicyLocal
}
