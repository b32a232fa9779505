package render

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"slices"
	"strings"
)

// collectWarnings has what Helm logs appended to a list, once per sentence, until the returned function is called.
func collectWarnings(into *[]string) (release func()) {
	logger, writer, flags := slog.Default(), log.Writer(), log.Flags()
	slog.SetDefault(slog.New(&warnings{into: into}))
	return func() {
		slog.SetDefault(logger)
		log.SetOutput(writer)
		log.SetFlags(flags)
	}
}

// warnings is a log handler without timestamps, so that the same input gives the same output.
type warnings struct{ into *[]string }

func (*warnings) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelInfo }

func (handler *warnings) Handle(_ context.Context, record slog.Record) error {
	text := strings.TrimPrefix(strings.TrimSpace(record.Message), "warning: ")
	record.Attrs(func(attribute slog.Attr) bool {
		text += fmt.Sprintf(" %s=%v", attribute.Key, attribute.Value)
		return true
	})
	if !slices.Contains(*handler.into, text) {
		*handler.into = append(*handler.into, text)
	}
	return nil
}

func (handler *warnings) WithAttrs([]slog.Attr) slog.Handler { return handler }
func (handler *warnings) WithGroup(string) slog.Handler      { return handler }
