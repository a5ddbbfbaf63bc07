package tsunagi.app.kiosk;

import android.content.Context;
import android.content.SharedPreferences;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/**
 * What a tablet remembers of being handed over to respondents, on disk before anything else goes on: a killed process comes back
 * to the blank page, and what was being filled in is put away.
 */
public final class KioskPost {
    private static final int ROUND = RecordType.RECORD_TYPE_ROUND_VALUE;
    private static final String TEAM_ID = "team_id";
    private static final String ROUND_ID = "round_id";
    private static final String PERSON_ID = "person_id";
    private static final String HAD_LOCK = "had_lock";
    private static final String DRAFT_ID = "draft_id";

    private final SharedPreferences kept;

    public KioskPost(Context context) {
        this.kept = context.getSharedPreferences("kiosk", Context.MODE_PRIVATE);
    }

    /**
     * For which round the tablet was handed over, and by whom.
     *
     * @param personId who is named as the author of what respondents enter
     */
    public record Standing(RecordKey round, String personId) {}

    /** Empty when the tablet is with its staff. */
    public Optional<Standing> standing() {
        String round = kept.getString(ROUND_ID, "");
        if (round.isEmpty()) {
            return Optional.empty();
        }
        UUID team = UUID.fromString(kept.getString(TEAM_ID, ""));
        RecordKey key = new RecordKey(team, ROUND, UUID.fromString(round));
        return Optional.of(new Standing(key, kept.getString(PERSON_ID, "")));
    }

    /** True while the tablet is with respondents. */
    public boolean isStanding() {
        return standing().isPresent();
    }

    /**
     * Notes that the tablet goes to respondents.
     *
     * @param hasLock whether it has a screen lock of its own, which only staff can open
     */
    void handOver(Standing standing, boolean hasLock) {
        write(kept.edit()
                .putBoolean(HAD_LOCK, hasLock)
                .putString(TEAM_ID, standing.round().teamId().toString())
                .putString(ROUND_ID, standing.round().id().toString())
                .putString(PERSON_ID, standing.personId()));
    }

    /** Whether it had a screen lock when it was handed over. */
    boolean hadLock() {
        return kept.getBoolean(HAD_LOCK, false);
    }

    void takeBack() {
        write(kept.edit().clear());
    }

    /** The draft of the sheet that somebody is filling in. */
    Optional<UUID> underway() {
        String draft = kept.getString(DRAFT_ID, "");
        return draft.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(draft));
    }

    void underway(UUID draftId) {
        write(kept.edit().putString(DRAFT_ID, draftId.toString()));
    }

    void nothingUnderway() {
        write(kept.edit().remove(DRAFT_ID));
    }

    /** A kill that comes right afterwards must not undo it. */
    private static void write(SharedPreferences.Editor edit) {
        if (!edit.commit()) {
            throw new IllegalStateException("could not note that the tablet is handed over");
        }
    }
}
