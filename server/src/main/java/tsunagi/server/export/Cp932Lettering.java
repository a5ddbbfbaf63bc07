package tsunagi.server.export;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagi.server.words.Language;

/** What the Windows code page 932 can hold; it notes each character that it cannot, up to a limit. Not thread-safe. */
final class Cp932Lettering implements Lettering {
    static final Charset CP932 = Charset.forName("windows-31j");
    /** Up to here they are noted one by one, so that the list does not grow with what is exported. */
    static final int NOTES_MAX = 10_000;

    /** What Japanese printers set for a letter they do not have. */
    private static final String GETA = "〓";

    /** Characters that look the same there and only have another number. */
    private static final Map<Integer, String> SAME_LOOK = Map.of(
            0x301C, "～", 0x2212, "－", 0x2016, "∥", 0x2014, "―", 0x00A2, "￠", 0x00A3, "￡", 0x00AC, "￢", 0x00A5, "￥",
            0x00A0, " ");

    private final CharsetEncoder encoder = CP932.newEncoder();
    private final List<Note> notes = new ArrayList<>();
    private long unwritten;

    private record Note(Place place, int codePoint, String writtenAs) {}

    @Override
    public Charset charset() {
        return CP932;
    }

    @Override
    public String written(String text, Place place) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(codePoint -> written.append(written(codePoint, place)));
        return written.toString();
    }

    private String written(int codePoint, Place place) {
        String itself = Character.toString(codePoint);
        if (encoder.canEncode(itself)) {
            return itself;
        } else if (SAME_LOOK.containsKey(codePoint)) {
            return SAME_LOOK.get(codePoint);
        }
        String instead = isOnlyManner(codePoint) ? "" : GETA;
        unwritten++;
        if (notes.size() < NOTES_MAX) {
            notes.add(new Note(place, codePoint, instead));
        }
        return instead;
    }

    /** What says how the character before it looks, and has no look of its own. */
    private static boolean isOnlyManner(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    /** Each character that could not be written: where it stood, and what stands there now. */
    ExportTable unwritten(Language language) {
        return new ExportTable() {
            @Override
            public String key() {
                return "unwritten";
            }

            @Override
            public String title() {
                return Said.UNWRITTEN.in(language);
            }

            @Override
            public List<ExportColumn> columns() {
                return List.of(
                        text("table", Said.TABLE),
                        text("line", Said.LINE),
                        text("record", Said.RECORD_ID),
                        text("column", Said.COLUMN),
                        text("character", Said.CHARACTER),
                        text("code_point", Said.CODE_POINT),
                        text("written_as", Said.WRITTEN_AS));
            }

            private ExportColumn text(String id, Said heading) {
                return ExportColumn.of(id, heading.in(language), ExportColumn.Kind.TEXT);
            }

            @Override
            public RowPages rows() {
                List<List<Cell>> rows = new ArrayList<>(
                        notes.stream().map(note -> row(note, language)).toList());
                if (notes.isEmpty()) {
                    rows.add(only(Said.NOTHING_UNWRITTEN.in(language)));
                } else if (unwritten > notes.size()) {
                    rows.add(only(Said.MORE.in(language)));
                }
                return RowPages.of(rows);
            }
        };
    }

    private static List<Cell> only(String words) {
        return List.of(Cell.text(words), Cell.BLANK, Cell.BLANK, Cell.BLANK, Cell.BLANK, Cell.BLANK, Cell.BLANK);
    }

    private static List<Cell> row(Note note, Language language) {
        return List.of(
                Cell.text(note.place().table()),
                Cell.number(note.place().line()),
                Cell.text(note.place().recordId()),
                Cell.text(note.place().heading()),
                Cell.text(Character.toString(note.codePoint())),
                Cell.text(String.format(Locale.ROOT, "U+%04X", note.codePoint())),
                Cell.text(note.writtenAs().isEmpty() ? Said.DROPPED.in(language) : note.writtenAs()));
    }
}
