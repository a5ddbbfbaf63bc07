package tsunagi.app.participant;

import android.content.Context;
import android.content.SharedPreferences;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import tsunagi.record.RecordKey;

/** Participants who look alike and of whom somebody said on this tablet that they are two; losing it only asks again. */
public final class DistinctPeople {
    private static final String PAIRS = "pairs";

    private final SharedPreferences kept;

    public DistinctPeople(Context context) {
        this.kept = context.getSharedPreferences("distinct_people", Context.MODE_PRIVATE);
    }

    public boolean areTwo(RecordKey one, RecordKey other) {
        return pairs().contains(pair(one, other));
    }

    public void sayTwo(RecordKey one, RecordKey other) {
        Set<String> pairs = new HashSet<>(pairs());
        pairs.add(pair(one, other));
        kept.edit().putStringSet(PAIRS, pairs).apply();
    }

    private Set<String> pairs() {
        return kept.getStringSet(PAIRS, Collections.emptySet());
    }

    private static String pair(RecordKey one, RecordKey other) {
        boolean isFirst = one.id().compareTo(other.id()) < 0;
        return (isFirst ? one : other).id() + "/" + (isFirst ? other : one).id();
    }
}
