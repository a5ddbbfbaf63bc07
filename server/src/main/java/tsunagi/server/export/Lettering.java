package tsunagi.server.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters that a file can hold. */
interface Lettering {
    /** All there are. */
    Lettering UTF_8 = new Lettering() {
        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public String written(String text, Place place) {
            return text;
        }
    };

    /**
     * Where a text stands.
     *
     * @param table what people call it
     * @param line in the file, from 1; headings are the first
     * @param heading of its column
     * @param recordId of its row; empty for headings and for tables without records
     */
    record Place(String table, long line, String heading, String recordId) {}

    Charset charset();

    /** The text as it is written. */
    String written(String text, Place place);
}
