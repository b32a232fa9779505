// Package endpoint has the controller's names.
package endpoint

const (
	// LabelManagedBy says which controller manages an Endpoints object.
	LabelManagedBy = "endpoints.kubernetes.io/managed-by"
	// ControllerName is this controller's.
	ControllerName = "endpoint-controller"
)
