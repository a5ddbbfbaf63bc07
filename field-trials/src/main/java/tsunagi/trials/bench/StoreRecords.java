package tsunagi.trials.bench;

import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionStanding;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;
import tsunagi.trials.load.VisitRecords;

/**
 * Everything that a team wrote in some years, as a tablet holds it: 10,000 records or a multiple of that, and sheets of 30 answers beside
 * them.
 */
final class StoreRecords {
    /** The day on which the tablet is looked at. */
    static final LocalDate TODAY = LocalDate.of(2026, 7, 15);

    /** How many of what a search finds are on the screen. */
    static final int SHOWN_MAX = 50;
    /** How far Today looks ahead. */
    static final int DAYS_AHEAD = 14;

    static final int WORKPLACES = 1_200;
    static final int VISITS = 2_800;
    private static final int CONTACTS = 1_500;
    private static final int OBSERVATIONS = 1_200;
    private static final int FOLLOW_UPS = 900;
    private static final int REFERRALS = 500;
    private static final int PARTICIPANTS = 600;
    private static final int ATTENDANCES = 800;
    private static final int WORKSHOPS = 200;
    private static final int ROUNDS = 100;
    private static final int ACTIONS = 150;
    private static final int REVIEWS = 50;
    private static final int ANSWERS = 30;
    private static final int DAYS_BACK = 1_000;
    private static final int DAYS_PLANNED = 30;

    private final UUID teamId;
    private final int times;
    private final Random random = new Random(7);
    private final VisitRecords visits = new VisitRecords(7);
    private final List<Stored> stored = new ArrayList<>();

    /** One record. */
    record Stored(RecordKey key, Message contents) {}

    private StoreRecords(UUID teamId, int times) {
        this.teamId = teamId;
        this.times = times;
    }

    static List<Stored> of(UUID teamId, int sheets) {
        return of(teamId, 1, sheets);
    }

    /** So many times 10,000 records, and so many sheets. */
    static List<Stored> of(UUID teamId, int times, int sheets) {
        StoreRecords records = new StoreRecords(teamId, times);
        records.addPlaces();
        records.addVisits();
        records.addWorkshops();
        records.addRest();
        for (int i = 0; i < sheets; i++) {
            records.add(RecordType.RECORD_TYPE_RESPONSE, i, records.sheet());
        }
        return records.stored;
    }

    static RecordKey key(UUID teamId, RecordType type, int number) {
        byte[] name = ("tsunagi-store/" + type + "/" + number).getBytes(StandardCharsets.UTF_8);
        return new RecordKey(teamId, type.getNumber(), UUID.nameUUIDFromBytes(name));
    }

    private void add(RecordType type, int number, Message contents) {
        stored.add(new Stored(key(teamId, type, number), contents));
    }

    private String any(RecordType type, int count) {
        return key(teamId, type, random.nextInt(count * times)).id().toString();
    }

    private String anyWorkplace() {
        return any(RecordType.RECORD_TYPE_WORKPLACE, WORKPLACES);
    }

    private LocalDate day() {
        return TODAY.minusDays(DAYS_BACK).plusDays(random.nextInt(DAYS_BACK + DAYS_PLANNED));
    }

    private void addPlaces() {
        for (int i = 0; i < WORKPLACES * times; i++) {
            add(RecordType.RECORD_TYPE_WORKPLACE, i, StoreWorkplaces.one(i, random));
        }
        for (int i = 0; i < CONTACTS * times; i++) {
            add(
                    RecordType.RECORD_TYPE_CONTACT,
                    i,
                    Contact.newBuilder()
                            .setWorkplaceId(anyWorkplace())
                            .setName("佐藤 " + i)
                            .setNameReading("さとう " + i)
                            .addRoles(ContactRole.forNumber(1 + random.nextInt(5)))
                            .setJobTitle("総務課長")
                            .setPhone("0138-22-" + (1000 + i))
                            .build());
        }
    }

    private void addVisits() {
        for (int i = 0; i < VISITS * times; i++) {
            LocalDate day = day();
            Visit.Builder visit = visits.visit(i).toBuilder()
                    .setWorkplaceId(anyWorkplace())
                    .setVisitOn(day.toString())
                    .clearMetContactIds()
                    .addMetContactIds(any(RecordType.RECORD_TYPE_CONTACT, CONTACTS));
            if (!day.isBefore(TODAY)) {
                visit.clearOutcome();
            }
            add(RecordType.RECORD_TYPE_VISIT, i, visit.build());
        }
        for (int i = 0; i < OBSERVATIONS * times; i++) {
            add(
                    RecordType.RECORD_TYPE_OBSERVATION,
                    i,
                    Observation.newBuilder()
                            .setVisitId(any(RecordType.RECORD_TYPE_VISIT, VISITS))
                            .setDepartmentKey("a")
                            .setTask("蒸米の運搬")
                            .setFindings("中腰での作業が多い。")
                            .build());
        }
        for (int i = 0; i < FOLLOW_UPS * times; i++) {
            FollowUp.Builder followUp = FollowUp.newBuilder()
                    .setWorkplaceId(anyWorkplace())
                    .setVisitId(any(RecordType.RECORD_TYPE_VISIT, VISITS))
                    .setTask("健診の結果を聞く")
                    .setDueOn(day().toString());
            if (random.nextInt(10) > 0) {
                followUp.setClosing(FollowUpClosing.newBuilder().setState(FollowUpState.FOLLOW_UP_STATE_DONE));
            }
            add(RecordType.RECORD_TYPE_FOLLOW_UP, i, followUp.build());
        }
        for (int i = 0; i < REFERRALS * times; i++) {
            Referral.Builder referral = Referral.newBuilder()
                    .setWorkplaceId(anyWorkplace())
                    .setReferredOn(day().toString())
                    .setService("健康相談");
            if (random.nextBoolean()) {
                referral.setResult(ReferralResult.newBuilder().setState(ReferralState.REFERRAL_STATE_DONE));
            }
            add(RecordType.RECORD_TYPE_REFERRAL, i, referral.build());
        }
    }

    private void addWorkshops() {
        for (int i = 0; i < WORKSHOPS * times; i++) {
            LocalDate day = day();
            Workshop.Builder workshop = Workshop.newBuilder()
                    .setTitle("腰痛予防の講話")
                    .setHeldOn(day.toString())
                    .setWorkplaceId(anyWorkplace())
                    .addParticipatingWorkplaceIds(anyWorkplace())
                    .addParticipatingWorkplaceIds(anyWorkplace());
            if (day.isBefore(TODAY)) {
                workshop.setOutcome(WorkshopOutcome.newBuilder().setState(WorkshopState.WORKSHOP_STATE_HELD));
            }
            add(RecordType.RECORD_TYPE_WORKSHOP, i, workshop.build());
        }
        for (int i = 0; i < PARTICIPANTS * times; i++) {
            add(
                    RecordType.RECORD_TYPE_PARTICIPANT,
                    i,
                    Participant.newBuilder()
                            .setName("受講 " + i)
                            .setNameReading("じゅこう " + i)
                            .setWorkplaceId(anyWorkplace())
                            .build());
        }
        for (int i = 0; i < ATTENDANCES * times; i++) {
            add(
                    RecordType.RECORD_TYPE_ATTENDANCE,
                    i,
                    Attendance.newBuilder()
                            .setWorkshopId(any(RecordType.RECORD_TYPE_WORKSHOP, WORKSHOPS))
                            .setParticipantId(any(RecordType.RECORD_TYPE_PARTICIPANT, PARTICIPANTS))
                            .setMark(AttendanceMark.newBuilder().setState(AttendanceState.ATTENDANCE_STATE_PRESENT))
                            .build());
        }
    }

    private void addRest() {
        for (int i = 0; i < ROUNDS * times; i++) {
            add(
                    RecordType.RECORD_TYPE_ROUND,
                    i,
                    Round.newBuilder()
                            .setName("実施前")
                            .setWorkplaceId(anyWorkplace())
                            .setOpensOn(day().toString())
                            .build());
        }
        for (int i = 0; i < ACTIONS * times; i++) {
            add(
                    RecordType.RECORD_TYPE_ACTION,
                    i,
                    Action.newBuilder()
                            .setWorkplaceId(anyWorkplace())
                            .setTitle("朝の体操")
                            .setStanding(ActionStanding.newBuilder().setState(ActionState.ACTION_STATE_GOING_ON))
                            .build());
        }
        for (int i = 0; i < REVIEWS * times; i++) {
            Review.Builder review = Review.newBuilder()
                    .setAboutType(RecordType.RECORD_TYPE_VISIT)
                    .setAboutId(any(RecordType.RECORD_TYPE_VISIT, VISITS))
                    .putQuestions(
                            "q", ReviewQuestion.newBuilder().setQuestion("人数は").build());
            if (i % 5 > 0) {
                review.putAnswers("q", ReviewAnswer.newBuilder().setAnswer("12").build());
            }
            add(RecordType.RECORD_TYPE_REVIEW, i, review.build());
        }
    }

    private Response sheet() {
        Response.Builder sheet = Response.newBuilder()
                .setRoundId(any(RecordType.RECORD_TYPE_ROUND, ROUNDS))
                .setWorkplaceId(anyWorkplace())
                .setWrittenOn(day().toString());
        for (int i = 0; i < ANSWERS; i++) {
            sheet.putAnswers(
                    "/data/low_back/item" + i,
                    Answer.newBuilder()
                            .addChoices(Integer.toString(random.nextInt(5)))
                            .build());
        }
        return sheet.build();
    }
}
