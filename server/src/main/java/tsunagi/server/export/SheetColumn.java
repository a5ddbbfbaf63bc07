package tsunagi.server.export;

import java.util.function.Function;

/** One column of the sheets of a round, and what of a sheet stands in it. */
record SheetColumn(ExportColumn column, Function<ShownSheet, Cell> filling) {
    Cell cell(ShownSheet sheet) {
        return filling.apply(sheet);
    }
}
