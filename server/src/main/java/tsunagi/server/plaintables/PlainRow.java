package tsunagi.server.plaintables;

import java.util.List;

/** One row to be written: a value, or null, for each column of its table. */
record PlainRow(PlainTable table, List<Object> values) {}
