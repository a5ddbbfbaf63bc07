package tsunagi.engine.lookup;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagi.engine.index.Entry;
import tsunagi.engine.index.Extraction;
import tsunagi.engine.view.RecordView;

/**
 * What the index would hold of records as they show, the last ones asked for kept: with each key that is typed the same
 * unsent records are looked through again, and to make names comparable takes most of that time. Thread-safe.
 */
final class Entries {
    private static final int KEPT_MAX = 1_000;

    private final Extraction extraction;
    private final Map<Contents, Entry> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Contents, Entry> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** All that an entry follows from, so that one that is kept is never out of date. */
    private record Contents(int recordType, ByteString body) {}

    Entries(Extraction extraction) {
        this.extraction = extraction;
    }

    synchronized Entry of(RecordView view) {
        Contents contents = new Contents(view.key().type(), view.state().body());
        return kept.computeIfAbsent(contents, any -> extraction.of(any.recordType(), any.body()));
    }
}
