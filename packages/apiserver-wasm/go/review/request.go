package review

import "encoding/json"

// A Request asks for verdicts on objects, one after another and without regard to each other.
type Request struct {
	Items     []Item            `json:"items"`
	Admission AdmissionPolicies `json:"admission"`
}

// An Item is one object on its way to the API server.
type Item struct {
	// Object is the manifest: JSON, or a string with its exact JSON text where integers pass 2^53.
	Object json.RawMessage `json:"object"`
	// OldObject is the manifest that was applied before; absent for a new object.
	OldObject json.RawMessage `json:"oldObject,omitempty"`
	// Namespace is where an object goes that does not say.
	Namespace Namespace `json:"namespace"`
	// Apply is how: "client" (the default), "server" or "replace".
	Apply string `json:"apply,omitempty"`
	// Defaulted asks for the object as the API server would store it.
	Defaulted bool `json:"defaulted,omitempty"`
}

// A Namespace is what admission knows about it.
type Namespace struct {
	Name        string            `json:"name,omitempty"`
	Labels      map[string]string `json:"labels,omitempty"`
	LimitRanges []json.RawMessage `json:"limitRanges,omitempty"`
}

// Verdicts. An unknown object is of a kind that neither the API server nor a definition serves.
const (
	Accepted = "accepted"
	Rejected = "rejected"
	Unknown  = "unknown"
)

// An Answer is the verdict on one item.
type Answer struct {
	Verdict string `json:"verdict"`
	// ReviewedAs is "create" or "update". An object whose old manifest would have been rejected is reviewed as new.
	ReviewedAs string `json:"reviewedAs,omitempty"`
	// Message, Reason and Code are the API server's status when it rejects.
	Message       string         `json:"message,omitempty"`
	Reason        string         `json:"reason,omitempty"`
	Code          int32          `json:"code,omitempty"`
	Errors        []Error        `json:"errors,omitempty"`
	Warnings      []string       `json:"warnings,omitempty"`
	UnknownFields []UnknownField `json:"unknownFields,omitempty"`
	// PodSecurity tells what the namespace's levels say about the pods of a workload.
	PodSecurity []PodSecurity   `json:"podSecurity,omitempty"`
	Limits      []Limit         `json:"limits,omitempty"`
	Defaulted   json.RawMessage `json:"defaulted,omitempty"`
}

// An Error is one cause of a rejection.
type Error struct {
	// Type is the cause's reason, such as FieldValueInvalid; UnknownField and DuplicateField where decoding is strict; else the status's reason.
	Type string `json:"type"`
	// Field is the path as the API server writes it; empty when the object as a whole is meant.
	Field  string `json:"field"`
	Detail string `json:"detail"`
	// Near is where a value of the wrong JSON type is, without indexes: the API server names no field then.
	Near string `json:"near,omitempty"`
	// BadValue is there where it is a scalar.
	BadValue any `json:"badValue,omitempty"`
	// Message is how the API server words the cause.
	Message string `json:"message"`
}

// An UnknownField would be pruned where validation is not strict.
type UnknownField struct {
	Field string `json:"field"`
	// Closest is the known sibling with the most similar name.
	Closest string `json:"closest,omitempty"`
}

// A PodSecurity is a violation of one of a namespace's levels.
type PodSecurity struct {
	// Mode is "enforce", "audit" or "warn".
	Mode    string `json:"mode"`
	Level   string `json:"level"`
	Version string `json:"version"`
	Detail  string `json:"detail"`
}
