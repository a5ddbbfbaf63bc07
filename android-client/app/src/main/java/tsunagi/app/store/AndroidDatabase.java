package tsunagi.app.store;

import android.content.Context;
import android.database.Cursor;
import android.database.SQLException;
import androidx.sqlite.db.SimpleSQLiteQuery;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.SupportSQLiteProgram;
import androidx.sqlite.db.SupportSQLiteStatement;
import com.google.protobuf.ByteString;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.RowReader;
import tsunagi.engine.storage.StorageException;
import tsunagi.record.Ids;

/**
 * A SQLite file on Android, whatever stands behind androidx.sqlite: the encrypted one of the device or the framework's.
 */
public final class AndroidDatabase implements LocalDatabase {
    private final SupportSQLiteOpenHelper helper;
    private final SupportSQLiteDatabase database;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isInTransaction;

    private AndroidDatabase(SupportSQLiteOpenHelper helper) {
        this.helper = helper;
        this.database = helper.getWritableDatabase();
    }

    /** Opens a file, making it when it is not there. */
    public static AndroidDatabase open(
            Context context, SupportSQLiteOpenHelper.Factory factory, File file, Durability durability) {
        SupportSQLiteOpenHelper helper = factory.create(SupportSQLiteOpenHelper.Configuration.builder(context)
                .name(file.getAbsolutePath())
                .callback(new Setup(durability))
                .build());
        helper.setWriteAheadLoggingEnabled(true);
        try {
            return new AndroidDatabase(helper);
        } catch (SQLException e) {
            throw new StorageException("cannot open " + file, e);
        }
    }

    /** What is set on the writing connection, and what a new file begins with. */
    private static final class Setup extends SupportSQLiteOpenHelper.Callback {
        /** Of this class's own table, not of what the engine keeps: Android overwrites the file's version with it. */
        private static final int VERSION = 1;

        private final Durability durability;

        Setup(Durability durability) {
            super(VERSION);
            this.durability = durability;
        }

        @Override
        public void onConfigure(SupportSQLiteDatabase database) {
            database.execSQL("PRAGMA synchronous = " + durability.level());
        }

        @Override
        public void onCreate(SupportSQLiteDatabase database) {
            database.execSQL("CREATE TABLE schema_version"
                    + " (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), version INTEGER NOT NULL)");
            database.execSQL("INSERT INTO schema_version (only_row, version) VALUES (1, 0)");
        }

        @Override
        public void onUpgrade(SupportSQLiteDatabase database, int oldVersion, int newVersion) {
            throw new StorageException("no version of the file's frame before " + newVersion + " was ever shipped");
        }

        @Override
        public void onCorruption(SupportSQLiteDatabase database) {
            // The default deletes the file. What is left of it is worth more than a clean start.
            throw new StorageException("the file is damaged: " + database.getPath());
        }
    }

    @Override
    public int execute(String sql, Object... arguments) {
        return locked(sql, () -> {
            if (isPragma(sql)) {
                // It may answer with a row, which a statement that changes something must not.
                try (Cursor cursor = database.query(sql)) {
                    cursor.moveToFirst();
                }
                return 0;
            }
            try (SupportSQLiteStatement statement = database.compileStatement(sql)) {
                bind(statement, arguments);
                return statement.executeUpdateDelete();
            } catch (IOException e) {
                throw new StorageException("cannot close a statement", e);
            }
        });
    }

    private static boolean isPragma(String sql) {
        return sql.regionMatches(true, 0, "PRAGMA", 0, "PRAGMA".length());
    }

    @Override
    public void executeBatch(String sql, List<Object[]> argumentLists) {
        inTransaction(() -> locked(sql, () -> {
            try (SupportSQLiteStatement statement = database.compileStatement(sql)) {
                for (Object[] arguments : argumentLists) {
                    statement.clearBindings();
                    bind(statement, arguments);
                    statement.executeUpdateDelete();
                }
                return null;
            } catch (IOException e) {
                throw new StorageException("cannot close a statement", e);
            }
        }));
    }

    @Override
    public <T> List<T> query(RowReader<T> reader, String sql, Object... arguments) {
        return locked(sql, () -> {
            List<T> read = new ArrayList<>();
            try (Cursor cursor = database.query(new SimpleSQLiteQuery(sql, bindable(arguments)))) {
                Row row = new CursorRow(cursor);
                while (cursor.moveToNext()) {
                    read.add(reader.read(row));
                }
            }
            return read;
        });
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return locked("BEGIN", () -> {
            if (isInTransaction) {
                return work.get();
            }
            database.beginTransactionNonExclusive();
            isInTransaction = true;
            T result;
            try {
                result = work.get();
                database.setTransactionSuccessful();
            } catch (RuntimeException | Error why) {
                undo(why);
                throw why;
            }
            isInTransaction = false;
            database.endTransaction();
            return result;
        });
    }

    /** A full disk has SQLite undo everything by itself; that there is nothing left to undo must not hide why. */
    private void undo(Throwable why) {
        isInTransaction = false;
        try {
            database.endTransaction();
        } catch (SQLException undone) {
            why.addSuppressed(undone);
        }
    }

    /** Asked of the connection that writes: Android reads through others. */
    @Override
    public Durability durability() {
        return inTransaction(
                () -> Durability.ofLevel((int) (long) queryOne(row -> row.integer(0), "PRAGMA synchronous")));
    }

    @Override
    public int schemaVersion() {
        return (int) (long) queryOne(row -> row.integer(0), "SELECT version FROM schema_version");
    }

    @Override
    public void noteSchemaVersion(int version) {
        execute("UPDATE schema_version SET version = ?", version);
    }

    @Override
    public void close() {
        locked("close", () -> {
            helper.close();
            return null;
        });
    }

    private static void bind(SupportSQLiteProgram statement, Object[] arguments) {
        SimpleSQLiteQuery.bind(statement, bindable(arguments));
    }

    private static Object[] bindable(Object[] arguments) {
        Object[] bindable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            bindable[i] = bindable(arguments[i]);
        }
        return bindable;
    }

    private static Object bindable(Object argument) {
        if (argument instanceof UUID id) {
            return Ids.toBytes(id).toByteArray();
        } else if (argument instanceof ByteString bytes) {
            return bytes.toByteArray();
        } else if (argument instanceof Boolean flag) {
            return flag ? 1L : 0L;
        } else if (argument == null
                || argument instanceof byte[]
                || argument instanceof Long
                || argument instanceof Integer
                || argument instanceof String) {
            return argument;
        }
        throw new IllegalArgumentException(
                "cannot store a " + argument.getClass().getName());
    }

    private <T> T locked(String sql, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } catch (SQLException e) {
            throw new StorageException(e.getMessage() + ": " + sql, e);
        } finally {
            lock.unlock();
        }
    }

    private record CursorRow(Cursor cursor) implements Row {
        @Override
        public boolean isNull(int column) {
            return cursor.isNull(column);
        }

        @Override
        public long integer(int column) {
            return cursor.getLong(column);
        }

        @Override
        public String text(int column) {
            return cursor.getString(column);
        }

        @Override
        public byte[] blob(int column) {
            // A cursor tells null for no bytes at all.
            byte[] blob = cursor.getBlob(column);
            return blob == null && !cursor.isNull(column) ? new byte[0] : blob;
        }
    }
}
