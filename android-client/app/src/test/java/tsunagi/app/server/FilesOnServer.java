package tsunagi.app.server;

import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import com.google.protobuf.ByteString;

/** The files that lie on a server, as its database has them: one that was handed in, or some of it. */
public final class FilesOnServer {
    private final String database;

    private FilesOnServer(String database) {
        this.database = database;
    }

    public static FilesOnServer of(TestServer server) {
        return new FilesOnServer(server.data().resolve("tsunagi.db").toString());
    }

    /** How many there are of which every byte was found to be right. */
    public int whole() {
        try (SQLiteDatabase opened = open();
                Cursor rows = opened.rawQuery("SELECT COUNT(*) FROM attachment WHERE stored_at_ms IS NOT NULL", null)) {
            rows.moveToFirst();
            return rows.getInt(0);
        }
    }

    /** The bytes that are there of the only file. */
    public ByteString bytes() {
        try (SQLiteDatabase opened = open();
                Cursor rows = opened.rawQuery("SELECT content FROM attachment_piece ORDER BY offset_bytes", null)) {
            ByteString bytes = ByteString.EMPTY;
            while (rows.moveToNext()) {
                bytes = bytes.concat(ByteString.copyFrom(rows.getBlob(0)));
            }
            return bytes;
        }
    }

    private SQLiteDatabase open() {
        return SQLiteDatabase.openDatabase(database, null, SQLiteDatabase.OPEN_READONLY);
    }
}
