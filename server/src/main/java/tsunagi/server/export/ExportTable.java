package tsunagi.server.export;

import java.util.List;

/** One table that is exported: its columns, and rows that are read while they are written. */
public interface ExportTable {
    /** What stays the same in every language, such as {@code visit}. */
    String key();

    /** What people call it, such as 訪問. */
    String title();

    List<ExportColumn> columns();

    /** The rows from the first on. */
    RowPages rows();
}
