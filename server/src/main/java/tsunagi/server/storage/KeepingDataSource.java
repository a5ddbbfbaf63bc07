package tsunagi.server.storage;

import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections that keep their statements. */
final class KeepingDataSource extends SQLiteDataSource {
    KeepingDataSource(SQLiteConfig config, String url) {
        super(config);
        setUrl(url);
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
        return new KeepingConnection(getUrl(), getConfig().toProperties());
    }
}
