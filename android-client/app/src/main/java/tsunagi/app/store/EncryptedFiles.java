package tsunagi.app.store;

import android.content.Context;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import net.zetetic.database.sqlcipher.SupportOpenHelperFactory;

/** The tablet's files as the device keeps them: encrypted, with a key that never leaves it. */
public final class EncryptedFiles {
    private EncryptedFiles() {}

    public static SupportSQLiteOpenHelper.Factory of(Context context) {
        System.loadLibrary("sqlcipher");
        return new SupportOpenHelperFactory(new StoreKey(context).bytes());
    }
}
