package tsunagi.engine.lookup;

import static tsunagi.records.v1.RecordType.RECORD_TYPE_CONTACT;
import static tsunagi.records.v1.RecordType.RECORD_TYPE_PARTICIPANT;
import static tsunagi.records.v1.RecordType.RECORD_TYPE_REFERRAL;
import static tsunagi.records.v1.RecordType.RECORD_TYPE_VISIT;
import static tsunagi.records.v1.RecordType.RECORD_TYPE_WORKPLACE;
import static tsunagi.records.v1.RecordType.RECORD_TYPE_WORKSHOP;

import com.google.protobuf.Message;
import java.util.Random;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** Contents of records, with few words, days and references, so that they often meet. */
final class RandomRecords {
    private static final String[] WORDS = {
        "山田製作所", "山田", "㈱髙橋酒造", "高橋酒造 本店", "ﾔﾏﾀﾞ ﾌﾞﾋﾝ", "北事業所", "北事業場", "七重浜1-2-3", "上山田町", "やまだ", "たかはし", "🍶蔵"
    };

    private final Random dice;

    RandomRecords(Random dice) {
        this.dice = dice;
    }

    Message of(int type) {
        return switch (RecordType.forNumber(type)) {
            case RECORD_TYPE_WORKPLACE -> workplace();
            case RECORD_TYPE_CONTACT ->
                Contact.newBuilder()
                        .setWorkplaceId(id(RECORD_TYPE_WORKPLACE))
                        .setName(word())
                        .setNameReading(word())
                        .build();
            case RECORD_TYPE_PARTICIPANT ->
                Participant.newBuilder()
                        .setWorkplaceId(id(RECORD_TYPE_WORKPLACE))
                        .setName(word())
                        .setAffiliation(word())
                        .build();
            case RECORD_TYPE_VISIT -> visit();
            case RECORD_TYPE_FOLLOW_UP -> followUp();
            case RECORD_TYPE_REFERRAL -> referral();
            case RECORD_TYPE_WORKSHOP -> workshop();
            case RECORD_TYPE_RESPONSE ->
                Response.newBuilder()
                        .setWorkplaceId(id(RECORD_TYPE_WORKPLACE))
                        .setParticipantId(id(RECORD_TYPE_PARTICIPANT))
                        .setWrittenOn(day())
                        .putAnswers(
                                "/data/a", Answer.newBuilder().setText(word()).build())
                        .build();
            case RECORD_TYPE_REVIEW -> review();
            default -> throw new IllegalArgumentException("no contents for type " + type);
        };
    }

    private Workplace workplace() {
        Workplace.Builder workplace = Workplace.newBuilder().setName(word()).setAddress(word());
        if (dice.nextBoolean()) {
            workplace.setNameReading(word());
        }
        if (dice.nextBoolean()) {
            workplace.addAliases(word()).addAliases(word());
        }
        return workplace.build();
    }

    private Visit visit() {
        Visit.Builder visit = Visit.newBuilder()
                .setWorkplaceId(id(RECORD_TYPE_WORKPLACE))
                .addMetContactIds(id(RECORD_TYPE_CONTACT))
                .setVisitOn(day());
        if (dice.nextBoolean()) {
            visit.setPhotoPermission(PhotoPermission.newBuilder().setContactId(id(RECORD_TYPE_CONTACT)));
        }
        if (dice.nextBoolean()) {
            visit.setOutcome(VisitOutcome.newBuilder()
                    .setState(dice.nextBoolean() ? VisitState.VISIT_STATE_DONE : VisitState.VISIT_STATE_UNSPECIFIED));
        }
        return visit.build();
    }

    private FollowUp followUp() {
        FollowUp.Builder followUp =
                FollowUp.newBuilder().setWorkplaceId(id(RECORD_TYPE_WORKPLACE)).setDueOn(day());
        if (dice.nextBoolean()) {
            followUp.setClosing(FollowUpClosing.newBuilder()
                    .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                    .setVisitId(id(RECORD_TYPE_VISIT)));
        }
        return followUp.build();
    }

    private Referral referral() {
        Referral.Builder referral = Referral.newBuilder().setWorkplaceId(id(RECORD_TYPE_WORKPLACE));
        if (dice.nextBoolean()) {
            referral.setReferredOn(day());
        }
        if (dice.nextBoolean()) {
            referral.setResult(ReferralResult.newBuilder()
                    .setState(
                            dice.nextBoolean()
                                    ? ReferralState.REFERRAL_STATE_ACCEPTED
                                    : ReferralState.REFERRAL_STATE_DONE));
        }
        return referral.build();
    }

    private Workshop workshop() {
        return Workshop.newBuilder()
                .setHeldOn(day())
                .setWorkplaceId(id(RECORD_TYPE_WORKPLACE))
                .addParticipatingWorkplaceIds(id(RECORD_TYPE_WORKPLACE))
                .addParticipatingWorkplaceIds(id(RECORD_TYPE_WORKPLACE))
                .putSegments("s", Segment.newBuilder().setTitle(word()).build())
                .putTallySheets(
                        "t",
                        TallySheet.newBuilder()
                                .addRows(TallyRow.newBuilder().setWorkplaceId(id(RECORD_TYPE_WORKPLACE)))
                                .build())
                .build();
    }

    private Review review() {
        RecordType about = dice.nextBoolean() ? RECORD_TYPE_REFERRAL : RECORD_TYPE_WORKSHOP;
        Review.Builder review = Review.newBuilder()
                .setAboutId(id(about))
                .setAboutType(about)
                .putQuestions("q" + dice.nextInt(2), ReviewQuestion.getDefaultInstance());
        if (dice.nextBoolean()) {
            review.putAnswers("q" + dice.nextInt(2), ReviewAnswer.getDefaultInstance());
        }
        return review.build();
    }

    String word() {
        return WORDS[dice.nextInt(WORDS.length)];
    }

    /** Now and then no day, and now and then an id that is none. */
    private String day() {
        return dice.nextInt(8) == 0 ? "2026-4-1" : "2026-04-0" + (1 + dice.nextInt(5));
    }

    private String id(RecordType type) {
        return dice.nextInt(8) == 0
                ? "nobody"
                : RandomHistory.key(type, dice.nextInt(5)).id().toString();
    }
}
