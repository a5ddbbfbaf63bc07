package tsunagi.trials.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.WorkedTime;

/**
 * Invented visits to measure with, any number of them, the same for the same seed: 26 values and three to five who went,
 * about 1.3 kB as JSON. People, workplaces and materials come again as they do in a team's year; what was written does
 * not. Thread-safe.
 */
public final class VisitRecords {
    private static final int PEOPLE = 12;
    private static final int WORKPLACES = 60;
    private static final int CONTACTS = 80;
    private static final int MATERIALS = 25;
    private static final int WENT_MIN = 3;
    private static final int WENT_MAX = 5;
    private static final int DAYS = 365;
    private static final int KANJI = 2000;
    private static final int PASSAGE_BYTES_MAX = 1000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);
    private static final List<String> THEMES =
            List.of("diet", "exercise", "sleep", "mind", "smoking", "teeth", "low_back", "falls", "check_up");

    private final long seed;

    public VisitRecords(long seed) {
        this.seed = seed;
    }

    /** The id of the visit with this number, whatever the time. */
    public UUID id(int number) {
        return uuid("visit/" + seed + "/" + number);
    }

    /** The visit with this number. */
    public Visit visit(int number) {
        Random random = new Random(seed * 1_000_003L + number);
        // The first draw of seeds that lie close together is close together too.
        random.nextInt();
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Visit.Builder visit = Visit.newBuilder()
                .setWorkplaceId(shared("workplace", random, WORKPLACES))
                .setVisitOn(day.toString())
                .setStartsAt(String.format("%02d:%02d", 8 + random.nextInt(11), 15 * random.nextInt(4)))
                .setOutcome(VisitOutcome.newBuilder()
                        .setState(VisitState.VISIT_STATE_DONE)
                        .setRetryOn(day.plusDays(14 + random.nextInt(80)).toString()))
                .addKinds(VisitKind.forNumber(1 + random.nextInt(3)))
                .addKinds(VisitKind.forNumber(4 + random.nextInt(3)))
                .addThemeKeys(THEMES.get(random.nextInt(4)))
                .addThemeKeys(THEMES.get(4 + random.nextInt(THEMES.size() - 4)))
                .setProgramId(shared("program", random, 2))
                .addMetContactIds(shared("contact", random, CONTACTS))
                .setMetWorkers(random.nextInt(40))
                .setNeeds(VisitWords.needs(random))
                .setFindings(VisitWords.findings(random))
                .setAdvice(VisitWords.advice(random))
                .setPhotoPermission(PhotoPermission.newBuilder()
                        .setConsent(PhotoConsent.forNumber(1 + random.nextInt(3)))
                        .setExceptWhere(VisitWords.place(random)))
                .putMaterials(
                        shared("material", random, MATERIALS),
                        HandedOut.newBuilder()
                                .setCopies(1 + random.nextInt(60))
                                .setMeantFor(VisitWords.place(random))
                                .build());
        addPeople(visit, day, random);
        return visit.build();
    }

    /** So many bytes of text, of which a third is what everybody writes and the rest comes only once. */
    public String text(int bytes) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int length = 0;
        while (length < bytes - PASSAGE_BYTES_MAX) {
            String passage = VisitWords.findings(random) + kanji(random, 40) + "\n";
            length += passage.getBytes(StandardCharsets.UTF_8).length;
            text.append(passage);
        }
        return text.toString();
    }

    private static String kanji(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('一' + random.nextInt(KANJI)));
        }
        return text.toString();
    }

    private static void addPeople(Visit.Builder visit, LocalDate day, Random random) {
        int went = WENT_MIN + random.nextInt(WENT_MAX - WENT_MIN + 1);
        int first = random.nextInt(PEOPLE);
        String lead = uuid("person/" + first).toString();
        for (int i = 0; i < went; i++) {
            visit.putMembers(
                    uuid("person/" + (first + i) % PEOPLE).toString(),
                    StaffMember.newBuilder()
                            .setRole(i == 0 ? StaffRole.STAFF_ROLE_LEAD : StaffRole.STAFF_ROLE_MEMBER)
                            .build());
        }
        visit.putWorkedTimes(
                lead,
                WorkedTime.newBuilder()
                        .setWorkingMinutes(30 + 5 * random.nextInt(30))
                        .setTravelMinutes(10 + 5 * random.nextInt(20))
                        .setPreparationMinutes(5 * random.nextInt(12))
                        .build());
        visit.putPermissions(
                lead,
                DispatchPermission.newBuilder()
                        .setState(PermissionState.PERMISSION_STATE_GRANTED)
                        .setDecidedOn(day.minusDays(1 + random.nextInt(30)).toString())
                        .setDecidedBy("保第" + (100 + random.nextInt(900)) + "号")
                        .build());
    }

    private static String shared(String what, Random random, int count) {
        return uuid(what + "/" + random.nextInt(count)).toString();
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("tsunagi-load/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
