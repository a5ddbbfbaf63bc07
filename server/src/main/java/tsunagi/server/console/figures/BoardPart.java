package tsunagi.server.console.figures;

import java.util.Optional;
import tsunagi.server.figures.FigureChapter;
import tsunagi.server.figures.FigureTable;
import tsunagi.server.figures.Split;

/**
 * A chapter of the board: with its figures, or with the address from which they are still to be fetched.
 *
 * @param address of this chapter by itself
 * @param query of the board, to be kept in other addresses
 */
public record BoardPart(String key, String title, Optional<FigureChapter> chapter, String address, String query) {
    /** Where a table is taken from as a file. */
    public String download(FigureTable table) {
        return address.split("\\?", 2)[0] + "/" + table.key() + "/csv?" + query;
    }

    /** The board of a part of the work. */
    public String of(Split part) {
        String board = address.substring(0, address.indexOf("/figures") + "/figures".length());
        return board + "?" + BoardQuery.of(query).with(part).text();
    }

    /** The name of a table on the page. */
    public String id(FigureTable table) {
        return "table-" + key + "-" + table.key();
    }
}
