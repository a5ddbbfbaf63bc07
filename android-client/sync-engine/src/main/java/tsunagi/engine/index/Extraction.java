package tsunagi.engine.index;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagi.piece.Sha256;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;

/** Takes out of a record's body what the index holds of it. Thread-safe. */
public final class Extraction {
    /** Raised when keys are made in another way or more is held, so that indexes are filled anew. */
    private static final int WAY = 2;

    private static final int REVIEW = RecordType.RECORD_TYPE_REVIEW_VALUE;
    private static final int MAP_KEY_FIELD = 1;
    private static final Set<Integer> REVIEW_FIELDS = new HashSet<>(Arrays.asList(
            Review.ABOUT_ID_FIELD_NUMBER,
            Review.ABOUT_TYPE_FIELD_NUMBER,
            Review.QUESTIONS_FIELD_NUMBER,
            Review.ANSWERS_FIELD_NUMBER));

    private final Map<Integer, ReferenceFields> references = new TreeMap<>();

    public Extraction(RecordSchemas schemas) {
        for (RecordSchema schema : schemas.all()) {
            references.put(schema.type(), ReferenceFields.of(schema.descriptor()));
        }
    }

    /** What the index holds of a living record; of a type that is not known here, nothing. */
    public Entry of(int recordType, ByteString body) {
        Set<Reference> found = new LinkedHashSet<>();
        Optional.ofNullable(references.get(recordType)).ifPresent(fields -> fields.collect(body, found));
        if (recordType == REVIEW) {
            return review(body, found);
        }
        Outline outline = Outlines.of(recordType);
        if (outline.isEmpty()) {
            return new Entry(Optional.empty(), false, Optional.empty(), found);
        }
        Glance record = outline.look(body);
        return new Entry(outline.day(record), outline.isOpen(record), outline.keys(record), found);
    }

    /** A review says itself of which type the record is that it is about, and is open while a question has no answer. */
    private static Entry review(ByteString body, Set<Reference> found) {
        Glance review = Glance.at(body, REVIEW_FIELDS);
        int aboutType = (int) review.number(Review.ABOUT_TYPE_FIELD_NUMBER);
        ReferenceFields.parse(review.value(Review.ABOUT_ID_FIELD_NUMBER))
                .ifPresent(id -> found.add(new Reference(aboutType, id)));
        Set<String> unanswered = keys(review, Review.QUESTIONS_FIELD_NUMBER);
        unanswered.removeAll(keys(review, Review.ANSWERS_FIELD_NUMBER));
        return new Entry(Optional.empty(), !unanswered.isEmpty(), Optional.empty(), found);
    }

    private static Set<String> keys(Glance record, int mapField) {
        return record.all(mapField).stream()
                .map(entry ->
                        Glance.at(entry, Collections.singleton(MAP_KEY_FIELD)).text(MAP_KEY_FIELD))
                .collect(Collectors.toSet());
    }

    /** Whether records of this type can be open. */
    public static boolean canBeOpen(int recordType) {
        return recordType == REVIEW || Outlines.of(recordType).canBeOpen();
    }

    /** Changes when the index would hold something else of the same records. */
    ByteString fingerprint() {
        String way = WAY + " " + references + " " + Outlines.all();
        return Sha256.of(ByteString.copyFrom(way, StandardCharsets.UTF_8));
    }
}
