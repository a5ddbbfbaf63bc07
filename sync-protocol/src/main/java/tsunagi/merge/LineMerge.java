package tsunagi.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Three-way merge of running text by lines. Edits that touch, even at their edges, are left to a person. */
final class LineMerge {
    /** The table that finds common lines grows with the square of this; longer texts ask a person. */
    private static final int LINES_MAX = 1000;

    private LineMerge() {}

    /** One stretch of base lines, {@code from} to {@code to}, and the lines that one side put in its place. */
    private record Edit(int from, int to, List<String> lines) {
        boolean touches(Edit other) {
            return from <= other.to && other.from <= to;
        }
    }

    static Optional<String> merge(String base, String ours, String theirs) {
        List<String> baseLines = lines(base);
        List<String> ourLines = lines(ours);
        List<String> theirLines = lines(theirs);
        if (Math.max(baseLines.size(), Math.max(ourLines.size(), theirLines.size())) > LINES_MAX) {
            return Optional.empty();
        }
        List<Edit> ourEdits = edits(baseLines, ourLines);
        List<Edit> all = new ArrayList<>(ourEdits);
        for (Edit edit : edits(baseLines, theirLines)) {
            if (!ourEdits.contains(edit)) {
                if (ourEdits.stream().anyMatch(edit::touches)) {
                    return Optional.empty();
                }
                all.add(edit);
            }
        }
        all.sort((a, b) -> Integer.compare(a.from, b.from));
        return Optional.of(String.join("\n", apply(baseLines, all)));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\n", -1));
    }

    private static List<String> apply(List<String> base, List<Edit> edits) {
        List<String> merged = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            merged.addAll(base.subList(at, edit.from));
            merged.addAll(edit.lines);
            at = edit.to;
        }
        merged.addAll(base.subList(at, base.size()));
        return merged;
    }

    /** What turns {@code base} into {@code other}, along a longest common subsequence. */
    private static List<Edit> edits(List<String> base, List<String> other) {
        int[][] common = commonLines(base, other);
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < base.size() || j < other.size()) {
            int fromBase = i;
            int fromOther = j;
            while ((i < base.size() || j < other.size()) && !same(base, i, other, j)) {
                boolean dropsBase = j == other.size() || (i < base.size() && common[i + 1][j] >= common[i][j + 1]);
                if (dropsBase) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromBase || j > fromOther) {
                edits.add(new Edit(fromBase, i, new ArrayList<>(other.subList(fromOther, j))));
            }
            while (same(base, i, other, j)) {
                i++;
                j++;
            }
        }
        return edits;
    }

    private static boolean same(List<String> base, int i, List<String> other, int j) {
        return i < base.size() && j < other.size() && base.get(i).equals(other.get(j));
    }

    /** common[i][j]: how many lines base from i and other from j have in common. */
    private static int[][] commonLines(List<String> base, List<String> other) {
        int[][] common = new int[base.size() + 1][other.size() + 1];
        for (int i = base.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = base.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
