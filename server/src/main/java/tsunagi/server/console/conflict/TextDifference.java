package tsunagi.server.console.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is different between two texts, character by character; words in Latin letters and numbers as a whole. */
public final class TextDifference {
    /** The table that finds what is common grows with the product; beyond it all between the common ends is different. */
    private static final int CELLS_MAX = 4_000_000;

    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+|\\X", Pattern.DOTALL);

    private TextDifference() {}

    /** Whether a piece is in both texts, or in one of them. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Some consecutive characters. */
    public record Piece(Kind kind, String text) {
        public boolean isGone() {
            return kind == Kind.GONE;
        }

        public boolean isNew() {
            return kind == Kind.NEW;
        }
    }

    /** What turns one text into the other. */
    public static List<Piece> between(String from, String to) {
        List<String> old = tokens(from);
        List<String> now = tokens(to);
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        Pieces pieces = new Pieces();
        old.subList(0, start).forEach(token -> pieces.add(Kind.SAME, token));
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), pieces);
        old.subList(old.size() - end, old.size()).forEach(token -> pieces.add(Kind.SAME, token));
        return pieces.all();
    }

    private static void middle(List<String> old, List<String> now, Pieces pieces) {
        if ((long) old.size() * now.size() > CELLS_MAX) {
            old.forEach(token -> pieces.add(Kind.GONE, token));
            now.forEach(token -> pieces.add(Kind.NEW, token));
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                pieces.add(Kind.SAME, old.get(i));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                pieces.add(Kind.GONE, old.get(i++));
            } else {
                pieces.add(Kind.NEW, now.get(j++));
            }
        }
    }

    /** common[i][j]: how many tokens the one from i and the other from j have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Pieces that are being put together; of what changes at one place the old stands before the new. */
    private static final class Pieces {
        private final List<Piece> done = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder gone = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void add(Kind kind, String token) {
            switch (kind) {
                case SAME -> {
                    if (gone.length() > 0 || added.length() > 0) {
                        flush();
                    }
                    same.append(token);
                }
                case GONE -> gone.append(token);
                case NEW -> added.append(token);
            }
        }

        List<Piece> all() {
            flush();
            return List.copyOf(done);
        }

        private void flush() {
            flush(Kind.SAME, same);
            flush(Kind.GONE, gone);
            flush(Kind.NEW, added);
        }

        private void flush(Kind kind, StringBuilder text) {
            if (text.length() > 0) {
                done.add(new Piece(kind, text.toString()));
                text.setLength(0);
            }
        }
    }
}
