package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** A prepared statement for one use: where its connection keeps statements, it goes back there. */
final class Prepared implements AutoCloseable {
    private final String text;
    private final PreparedStatement statement;
    private final Optional<KeepingConnection> lender;

    private Prepared(String text, PreparedStatement statement, Optional<KeepingConnection> lender) {
        this.text = text;
        this.statement = statement;
        this.lender = lender;
    }

    static Prepared on(Connection connection, String text) throws SQLException {
        if (connection.isWrapperFor(KeepingConnection.class)) {
            KeepingConnection lender = connection.unwrap(KeepingConnection.class);
            return new Prepared(text, lender.lend(text), Optional.of(lender));
        }
        return new Prepared(text, connection.prepareStatement(text), Optional.empty());
    }

    PreparedStatement statement() {
        return statement;
    }

    @Override
    public void close() throws SQLException {
        // A statement that failed may have been closed by its driver.
        if (lender.isPresent() && !statement.isClosed()) {
            lender.get().takeBack(text, statement);
        } else {
            statement.close();
        }
    }
}
