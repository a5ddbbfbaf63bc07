package tsunagi.server.review;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.merge.RecordState;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;

/**
 * What people said about one record beside it (確認): that somebody looked at it, that it is left out of totals, questions back and answers.
 *
 * @param about the record
 * @param state the review as it stands
 */
public record ReviewOf(RecordKey about, RecordState state, Review said) {
    private static final int TYPE = RecordType.RECORD_TYPE_REVIEW_VALUE;

    /** The record in which what is said about this one is kept. */
    public static RecordKey key(RecordKey about) {
        UUID id = DerivedId.of(about.teamId(), TYPE, List.of(about.id().toString()));
        return new RecordKey(about.teamId(), TYPE, id);
    }

    /** Nobody said anything so far, or they did. */
    public static ReviewOf of(RecordKey about, RecordState state) {
        return new ReviewOf(about, state, parse(state));
    }

    /** Reads it without knowing what it is about; empty when it does not say, or is gone. */
    public static Optional<ReviewOf> read(RecordState state) {
        if (!state.exists() || !state.life().isAlive()) {
            return Optional.empty();
        }
        Review said = parse(state);
        try {
            UUID about = UUID.fromString(said.getAboutId());
            RecordKey key = new RecordKey(state.key().teamId(), said.getAboutTypeValue(), about);
            return Optional.of(new ReviewOf(key, state, said));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public RecordKey key() {
        return state.key();
    }

    public boolean isLeftOut() {
        return said.getExclusion().getLeftOut();
    }

    /** Why it is left out of totals; empty when nobody said. */
    public String whyLeftOut() {
        return said.getExclusion().getReason();
    }

    /** When somebody looked at it last; empty when nobody did. */
    public OptionalLong checkedAtMs() {
        return said.getCheck().hasCheckedAtMs()
                ? OptionalLong.of(said.getCheck().getCheckedAtMs())
                : OptionalLong.empty();
    }

    /** All questions, those that have an answer too, the first asked first. */
    public List<AskedQuestion> questions() {
        return said.getQuestionsMap().entrySet().stream()
                .map(entry -> new AskedQuestion(
                        about,
                        key(),
                        entry.getKey(),
                        entry.getValue(),
                        Optional.ofNullable(said.getAnswersMap().get(entry.getKey()))))
                .sorted(Comparator.comparing(AskedQuestion::askedOn).thenComparing(AskedQuestion::questionKey))
                .toList();
    }

    public List<AskedQuestion> openQuestions() {
        return questions().stream().filter(AskedQuestion::isOpen).toList();
    }

    private static Review parse(RecordState state) {
        try {
            return Review.parseFrom(state.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept review does not parse: " + state.key(), e);
        }
    }
}
