// Package endpointslicemirroring has the controller's name.
package endpointslicemirroring

// ControllerName is the value of the managed-by label.
const ControllerName = "endpointslicemirroring-controller.k8s.io"
