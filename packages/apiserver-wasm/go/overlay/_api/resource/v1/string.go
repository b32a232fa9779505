package v1

import "fmt"

// String writes the value, in place of the method generated.pb.go has; it is sorted by and compared, never parsed.
func (m *Device) String() string {
	type plain Device
	return fmt.Sprintf("%+v", (*plain)(m))
}
