// Package transport judges the CA bundles of webhooks, and connects nobody.
package transport

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

// Config and TLSConfig hold what a CA bundle is validated through.
type Config struct{ TLS TLSConfig }

// TLSConfig holds PEM-encoded certificates.
type TLSConfig struct{ CAData []byte }

// TLSConfigFor fails, in the words of client-go's transport.go, where the certificates can't be read.
func TLSConfigFor(c *Config) (*tls.Config, error) {
	data := c.TLS.CAData
	if len(data) == 0 {
		return nil, nil
	}
	if x509.NewCertPool().AppendCertsFromPEM(data) {
		return nil, nil
	}
	return nil, fmt.Errorf("unable to load root certificates: %w", whyUnreadable(data))
}

func whyUnreadable(data []byte) error {
	for len(data) > 0 {
		var block *pem.Block
		block, data = pem.Decode(data)
		if block == nil {
			return errors.New("unable to parse bytes as PEM block")
		}
		if block.Type != "CERTIFICATE" || len(block.Headers) != 0 {
			continue
		}
		if _, err := x509.ParseCertificate(block.Bytes); err != nil {
			return fmt.Errorf("failed to parse certificate: %w", err)
		}
	}
	return errors.New("no valid certificate authority data seen")
}
