package tsunagi.engine.lookup;

import com.google.protobuf.ByteString;
import java.util.Comparator;
import java.util.UUID;
import tsunagi.engine.index.IndexedWords.Hit;
import tsunagi.record.Ids;

/** The orders in which SQLite sorts, so that what it found and what is added to it stand in one. */
final class Order {
    static final Comparator<UUID> OF_IDS =
            Comparator.comparing(Ids::toBytes, ByteString.unsignedLexicographicalComparator());

    static final Comparator<Hit> OF_HITS = Comparator.comparingInt(Hit::rank)
            .thenComparing(hit -> ByteString.copyFromUtf8(hit.order()), ByteString.unsignedLexicographicalComparator())
            .thenComparing(Hit::id, OF_IDS);

    private Order() {}
}
