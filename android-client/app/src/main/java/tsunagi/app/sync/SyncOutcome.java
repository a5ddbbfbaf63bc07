package tsunagi.app.sync;

import android.database.sqlite.SQLiteFullException;
import tsunagi.app.R;
import tsunagi.engine.sync.SyncResult;
import tsunagi.sync.v1.FarewellReason;

/** What came of the last synchronization, as people are told: what happened, and what to do. */
public enum SyncOutcome {
    UP_TO_DATE(R.string.sync_up_to_date, R.string.sync_up_to_date_then, false),
    NOT_YET(R.string.sync_not_yet, R.string.sync_not_yet_then, false),
    NO_NETWORK(R.string.sync_no_network, R.string.sync_no_network_then, false),
    UNREACHABLE(R.string.sync_unreachable, R.string.sync_unreachable_then, false),
    INTERRUPTED(R.string.sync_interrupted, R.string.sync_interrupted_then, false),
    ALREADY_RUNNING(R.string.sync_already_running, R.string.sync_already_running_then, false),
    OTHER_CERTIFICATE(R.string.sync_other_certificate, R.string.sync_other_certificate_then, true),
    OTHER_VERSION(R.string.sync_other_version, R.string.sync_other_version_then, true),
    REFUSED(R.string.sync_refused, R.string.sync_refused_then, true),
    REVOKED(R.string.sync_revoked, R.string.sync_revoked_then, true),
    NOT_ENROLLED(R.string.sync_not_enrolled, R.string.sync_not_enrolled_then, true),
    DISK_FULL(R.string.sync_disk_full, R.string.sync_disk_full_then, true),
    FAILED(R.string.sync_failed, R.string.sync_failed_then, true);

    private final int words;
    private final int whatToDo;
    private final boolean needsPerson;

    SyncOutcome(int words, int whatToDo, boolean needsPerson) {
        this.words = words;
        this.whatToDo = whatToDo;
        this.needsPerson = needsPerson;
    }

    public int words() {
        return words;
    }

    public int whatToDo() {
        return whatToDo;
    }

    /** True when it will not pass by itself. */
    public boolean needsPerson() {
        return needsPerson;
    }

    /** True when the way out is to make this tablet known to its server anew. */
    public boolean asksForEnrolment() {
        return this == OTHER_CERTIFICATE || this == REVOKED || this == NOT_ENROLLED;
    }

    static SyncOutcome of(SyncResult result) {
        if (result instanceof SyncResult.UpToDate) {
            return UP_TO_DATE;
        } else if (result instanceof SyncResult.Unreachable) {
            return UNREACHABLE;
        } else if (result instanceof SyncResult.OtherCertificate) {
            return OTHER_CERTIFICATE;
        } else if (result instanceof SyncResult.Revoked) {
            return REVOKED;
        } else if (result instanceof SyncResult.NotEnrolled) {
            return NOT_ENROLLED;
        } else if (result instanceof SyncResult.AlreadyRunning) {
            return ALREADY_RUNNING;
        } else if (result instanceof SyncResult.Refused refused) {
            return refused.reason() == FarewellReason.FAREWELL_REASON_VERSION ? OTHER_VERSION : REFUSED;
        }
        return INTERRUPTED;
    }

    static SyncOutcome of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteFullException) {
                return DISK_FULL;
            }
        }
        return FAILED;
    }
}
