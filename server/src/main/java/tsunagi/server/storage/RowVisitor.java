package tsunagi.server.storage;

import java.sql.SQLException;

/** Is shown the rows of an answer one after the other. */
@FunctionalInterface
public interface RowVisitor {
    /** Looks at a row, and says whether it wants to see the next one. */
    boolean visit(Row row) throws SQLException;
}
