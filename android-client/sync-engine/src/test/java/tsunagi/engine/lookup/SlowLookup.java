package tsunagi.engine.lookup;

import static tsunagi.engine.tablet.TabletFixture.TEAM;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.name.Kana;
import tsunagi.name.NameKey;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** Lists every record of a type and filters: slow, and plainly right. For a tablet as it stands now. */
final class SlowLookup {
    private final Tablet tablet;
    private final List<RecordView> all;
    private final Map<RecordType, List<RecordView>> lists = new HashMap<>();
    private final Map<RecordKey, RecordKey> speakers = new HashMap<>();

    SlowLookup(Tablet tablet) {
        this.tablet = tablet;
        this.all = tablet.listAll(TEAM);
    }

    private List<RecordView> list(RecordType type, Predicate<RecordView> isMeant, Comparator<RecordView> order) {
        return lists
                .computeIfAbsent(type, listed -> all.stream()
                        .filter(view -> view.isAlive() && view.key().type() == listed.getNumber())
                        .collect(Collectors.toList()))
                .stream()
                .filter(isMeant)
                .sorted(order.thenComparing(view -> view.key().id().toString()))
                .collect(Collectors.toList());
    }

    List<RecordView> referring(RecordKey target, RecordType type) {
        RecordKey speaker = speaker(target);
        return list(
                type,
                view -> references(view).stream().anyMatch(key -> speaker(key).equals(speaker)),
                Comparator.comparing(view -> day(view).orElse(""), Comparator.reverseOrder()));
    }

    List<RecordView> inConflict() {
        return tablet.listAll(TEAM).stream()
                .filter(view -> view.isAlive() && !view.state().conflicts().isEmpty())
                .sorted(Comparator.comparingInt((RecordView view) -> view.key().type())
                        .thenComparing(view -> view.key().id().toString()))
                .collect(Collectors.toList());
    }

    List<RecordView> onDays(RecordType type, LocalDate from, LocalDate to) {
        return list(type, view -> isWithin(view, from, to), Comparator.comparing(view -> day(view)
                .orElse("9")));
    }

    List<RecordView> openOnDays(RecordType type, LocalDate from, LocalDate to) {
        return list(type, view -> isOpen(view) && isWithin(view, from, to), Comparator.comparing(view -> day(view)
                .orElse("9")));
    }

    List<RecordView> open(RecordType type) {
        return list(
                type, SlowLookup::isOpen, Comparator.comparing(view -> day(view).orElse("9")));
    }

    Found search(RecordType type, Optional<RecordKey> workplace, String typed, int limit) {
        List<String> words = Arrays.stream(Kana.evenWidth(typed).split("\\s+"))
                .map(SlowLookup::key)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
        List<RecordView> all = list(
                type,
                view -> rank(view, words) >= 0
                        && workplace
                                .map(target -> references(view).stream()
                                        .anyMatch(key -> speaker(key).equals(speaker(target))))
                                .orElse(true),
                Comparator.comparing(
                                (RecordView view) -> words.isEmpty() ? lastVisit(view) : "", Comparator.reverseOrder())
                        .thenComparing(
                                view -> words.isEmpty() && !lastVisit(view).isEmpty() ? 0 : rank(view, words))
                        .thenComparing(
                                view -> words.isEmpty() && !lastVisit(view).isEmpty() ? new byte[0] : order(view),
                                SlowLookup::compareBytes));
        return new Found(new ArrayList<>(all.subList(0, Math.min(limit, all.size()))), all.size());
    }

    private String lastVisit(RecordView workplace) {
        if (workplace.key().type() != RecordType.RECORD_TYPE_WORKPLACE_VALUE) {
            return "";
        }
        return referring(workplace.key(), RecordType.RECORD_TYPE_VISIT).stream()
                .filter(visit -> !isOpen(visit))
                .map(visit -> day(visit).orElse(""))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static int compareBytes(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    private static byte[] order(RecordView view) {
        List<List<String>> kinds = kinds(view);
        String reading = key(kinds.get(1).get(0));
        return (reading.isEmpty() ? key(kinds.get(0).get(0)) : reading)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int rank(RecordView view, List<String> words) {
        int rank = 0;
        for (String word : words) {
            int best = Integer.MAX_VALUE;
            List<List<String>> kinds = kinds(view);
            for (int kind = 0; kind < kinds.size(); kind++) {
                for (String text : kinds.get(kind)) {
                    String key = key(text);
                    boolean begins = key.startsWith(word);
                    if (key.contains(word)) {
                        best = Math.min(best, kind < 2 ? 2 * kind + (begins ? 0 : 1) : 2 + kind);
                    }
                }
            }
            if (best == Integer.MAX_VALUE) {
                return -1;
            }
            rank += best;
        }
        return rank;
    }

    /** Name, reading, aliases, others. */
    private static List<List<String>> kinds(RecordView view) {
        return switch (RecordType.forNumber(view.key().type())) {
            case RECORD_TYPE_WORKPLACE -> {
                Workplace workplace = view.as(Workplace.getDefaultInstance());
                yield kinds(
                        workplace.getName(),
                        workplace.getNameReading(),
                        workplace.getAliasesList(),
                        workplace.getAddress());
            }
            case RECORD_TYPE_CONTACT -> {
                Contact contact = view.as(Contact.getDefaultInstance());
                yield kinds(
                        contact.getName(), contact.getNameReading(), Collections.emptyList(), contact.getJobTitle());
            }
            default -> {
                Participant participant = view.as(Participant.getDefaultInstance());
                yield kinds(
                        participant.getName(),
                        participant.getNameReading(),
                        Collections.emptyList(),
                        participant.getAffiliation());
            }
        };
    }

    private static List<List<String>> kinds(String name, String reading, List<String> aliases, String other) {
        return Arrays.asList(
                Collections.singletonList(name),
                Collections.singletonList(reading),
                aliases,
                Collections.singletonList(other));
    }

    private static String key(String text) {
        return NameKey.of(text).text().replace("事業所", "事業場");
    }

    private RecordKey speaker(RecordKey key) {
        return speakers.computeIfAbsent(key, this::findSpeaker);
    }

    private RecordKey findSpeaker(RecordKey key) {
        Set<RecordKey> passed = new HashSet<>();
        RecordKey speaker = key;
        Optional<RecordKey> next = successor(speaker);
        while (next.isPresent() && passed.add(next.get())) {
            speaker = next.get();
            next = successor(speaker);
        }
        if (!next.isPresent()) {
            return speaker;
        }
        RecordKey first = next.get();
        for (RecordKey round = successor(first).orElse(first);
                !round.equals(next.get());
                round = successor(round).orElse(round)) {
            first = round.id().toString().compareTo(first.id().toString()) < 0 ? round : first;
        }
        return first;
    }

    private Optional<RecordKey> successor(RecordKey key) {
        return tablet.show(key).state().life().successor().map(key::withId);
    }

    private static boolean isWithin(RecordView view, LocalDate from, LocalDate to) {
        return day(view)
                .map(LocalDate::parse)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .isPresent();
    }

    private static Optional<String> day(RecordView view) {
        String text =
                switch (RecordType.forNumber(view.key().type())) {
                    case RECORD_TYPE_VISIT ->
                        view.as(Visit.getDefaultInstance()).getVisitOn();
                    case RECORD_TYPE_FOLLOW_UP ->
                        view.as(FollowUp.getDefaultInstance()).getDueOn();
                    case RECORD_TYPE_REFERRAL ->
                        view.as(Referral.getDefaultInstance()).getReferredOn();
                    case RECORD_TYPE_WORKSHOP ->
                        view.as(Workshop.getDefaultInstance()).getHeldOn();
                    default -> "";
                };
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(RecordView view) {
        return switch (RecordType.forNumber(view.key().type())) {
            case RECORD_TYPE_VISIT ->
                view.as(Visit.getDefaultInstance()).getOutcome().getState().getNumber() == 0;
            case RECORD_TYPE_FOLLOW_UP ->
                view.as(FollowUp.getDefaultInstance()).getClosing().getState().getNumber() == 0;
            case RECORD_TYPE_WORKSHOP ->
                view.as(Workshop.getDefaultInstance()).getOutcome().getState().getNumber() == 0;
            case RECORD_TYPE_REFERRAL ->
                Arrays.asList(ReferralState.REFERRAL_STATE_UNSPECIFIED, ReferralState.REFERRAL_STATE_ACCEPTED)
                        .contains(view.as(Referral.getDefaultInstance())
                                .getResult()
                                .getState());
            case RECORD_TYPE_REVIEW -> {
                Review review = view.as(Review.getDefaultInstance());
                yield !review.getAnswersMap()
                        .keySet()
                        .containsAll(review.getQuestionsMap().keySet());
            }
            default -> false;
        };
    }

    private static Set<RecordKey> references(RecordView view) {
        Set<RecordKey> found = new HashSet<>();
        walk(message(view), found);
        if (view.key().type() == RecordType.RECORD_TYPE_REVIEW_VALUE) {
            Review review = view.as(Review.getDefaultInstance());
            add(review.getAboutTypeValue(), review.getAboutId(), found);
        }
        return found;
    }

    private static Message message(RecordView view) {
        return switch (RecordType.forNumber(view.key().type())) {
            case RECORD_TYPE_WORKPLACE -> view.as(Workplace.getDefaultInstance());
            case RECORD_TYPE_CONTACT -> view.as(Contact.getDefaultInstance());
            case RECORD_TYPE_PARTICIPANT -> view.as(Participant.getDefaultInstance());
            case RECORD_TYPE_VISIT -> view.as(Visit.getDefaultInstance());
            case RECORD_TYPE_FOLLOW_UP -> view.as(FollowUp.getDefaultInstance());
            case RECORD_TYPE_REFERRAL -> view.as(Referral.getDefaultInstance());
            case RECORD_TYPE_WORKSHOP -> view.as(Workshop.getDefaultInstance());
            case RECORD_TYPE_RESPONSE -> view.as(Response.getDefaultInstance());
            case RECORD_TYPE_REVIEW -> view.as(Review.getDefaultInstance());
            default -> throw new IllegalArgumentException("type " + view.key().type());
        };
    }

    private static void walk(Message message, Set<RecordKey> found) {
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            Collection<?> values =
                    field.getKey().isRepeated() ? (Collection<?>) field.getValue() : Arrays.asList(field.getValue());
            int target = field.getKey().getOptions().getExtension(Options.refersTo);
            for (Object value : values) {
                if (target > 0) {
                    add(target, (String) value, found);
                } else if (value instanceof Message part) {
                    walk(part, found);
                }
            }
        }
    }

    private static void add(int type, String id, Set<RecordKey> found) {
        if (id.contains("-")) {
            found.add(new RecordKey(TEAM, type, UUID.fromString(id)));
        }
    }
}
