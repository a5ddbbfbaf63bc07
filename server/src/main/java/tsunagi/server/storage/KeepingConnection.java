package tsunagi.server.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to a SQLite file that keeps statements prepared for when they are wanted again: preparing one takes as
 * long as running it. Not thread-safe.
 */
final class KeepingConnection extends JDBC4Connection {
    private static final int STATEMENTS_MAX = 256;

    /** What is kept and not on loan, the longest unused first. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    KeepingConnection(String url, Properties settings) throws SQLException {
        super(url, url.substring(JDBC.PREFIX.length()), settings);
    }

    /** A statement that nobody else uses until it is given back. */
    PreparedStatement lend(String text) throws SQLException {
        PreparedStatement kept = idle.remove(text);
        return kept == null ? prepareStatement(text) : kept;
    }

    void takeBack(String text, PreparedStatement statement) throws SQLException {
        // Lets go of the arguments, which may be large.
        statement.clearParameters();
        PreparedStatement twin = idle.put(text, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > STATEMENTS_MAX) {
            Iterator<PreparedStatement> eldest = idle.values().iterator();
            PreparedStatement statementToClose = eldest.next();
            eldest.remove();
            statementToClose.close();
        }
    }
}
