package render

import (
	"cmp"
	"slices"
	"strings"
)

// settled orders the items of an indented list below their headings. The schema library walks maps, and says the same
// in another order every time.
func settled(lines []string) []string {
	var ordered []string
	var items [][]string
	flush := func() {
		slices.SortStableFunc(items, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
		for _, item := range items {
			ordered = append(ordered, item[0])
			for _, deeper := range settled(item[1:]) {
				ordered = append(ordered, "  "+deeper)
			}
		}
		items = nil
	}
	for _, line := range lines {
		deeper, isDeeper := strings.CutPrefix(line, "  ")
		switch {
		case isDeeper && len(items) > 0:
			items[len(items)-1] = append(items[len(items)-1], deeper)
		case strings.HasPrefix(line, "- "):
			items = append(items, []string{line})
		default:
			flush()
			ordered = append(ordered, line)
		}
	}
	flush()
	return ordered
}
