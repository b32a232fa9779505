// Package endpointslice has the controller's name.
package endpointslice

// ControllerName is the value of the managed-by label.
const ControllerName = "endpointslice-controller.k8s.io"
