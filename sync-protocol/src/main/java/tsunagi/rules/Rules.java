package tsunagi.rules;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/**
 * The rules of the domain, the same on tablet and server. They never keep anybody from saving: they say what a person should see. Pure;
 * what depends on other records asks the context.
 */
public final class Rules {
    private static final Map<Integer, OfType<?>> BY_TYPE = new LinkedHashMap<>();

    static {
        add(Workplace.getDefaultInstance(), WorkplaceRules::check);
        add(Contact.getDefaultInstance(), WorkplaceRules::check);
        add(Program.getDefaultInstance(), ProgramRules::check);
        add(Approach.getDefaultInstance(), OutreachRules::check);
        add(Request.getDefaultInstance(), OutreachRules::check, Steps::check);
        add(Visit.getDefaultInstance(), VisitRules::check, Steps::check);
        add(Observation.getDefaultInstance(), ObservationRules::check);
        add(FollowUp.getDefaultInstance(), ObservationRules::check, Steps::check);
        add(Referral.getDefaultInstance(), ReferralRules::check, Steps::check);
        add(Course.getDefaultInstance(), WorkshopRules::check);
        add(Workshop.getDefaultInstance(), WorkshopRules::check, Steps::check);
        add(Participant.getDefaultInstance(), WorkshopRules::check);
        add(Attendance.getDefaultInstance(), WorkshopRules::check);
        add(Consultation.getDefaultInstance(), CountRules::check);
        add(Measuring.getDefaultInstance(), CountRules::check);
        add(Round.getDefaultInstance(), RoundRules::check);
        add(Response.getDefaultInstance(), ResponseRules::check);
        add(Action.getDefaultInstance(), ActionRules::check);
        add(Meeting.getDefaultInstance(), ActionRules::check);
        add(FormVersion.getDefaultInstance(), ListRules::check);
        add(Theme.getDefaultInstance(), ListRules::check);
        add(Material.getDefaultInstance(), ListRules::check);
        add(AreaCensus.getDefaultInstance(), ListRules::check);
        add(Review.getDefaultInstance(), ListRules::check);
    }

    private Rules() {}

    /** The problems of a record; none for a type that is not known here. */
    public static List<Problem> of(Message record, RuleContext others) {
        int type = record.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return of(type, record.toByteString(), others);
    }

    /**
     * The problems of a record of this type.
     *
     * @throws IllegalArgumentException when the body is no record of the type
     */
    public static List<Problem> of(int type, ByteString body, RuleContext others) {
        return Optional.ofNullable(BY_TYPE.get(type))
                .map(rules -> rules.check(body, others))
                .orElse(Collections.emptyList());
    }

    /** The problems of a record as somebody is about to save it, and of the step that takes it there from how it stood. */
    public static List<Problem> ofEdit(int type, ByteString before, ByteString after, RuleContext others) {
        return Optional.ofNullable(BY_TYPE.get(type))
                .map(rules -> rules.checkEdit(before, after, others))
                .orElse(Collections.emptyList());
    }

    private static <M extends Message> void add(M prototype, RecordRules<M> rules) {
        add(prototype, rules, (before, after, found) -> {});
    }

    private static <M extends Message> void add(M prototype, RecordRules<M> rules, StepRules<M> steps) {
        int type = prototype.getDescriptorForType().getOptions().getExtension(Options.recordType);
        BY_TYPE.put(type, new OfType<>(prototype, rules, steps));
    }

    /** The rules of one type, and how its records are read. */
    private record OfType<M extends Message>(M prototype, RecordRules<M> rules, StepRules<M> steps) {
        List<Problem> check(ByteString body, RuleContext others) {
            Findings found = new Findings();
            check(parse(body), found, others);
            return found.problems();
        }

        List<Problem> checkEdit(ByteString before, ByteString after, RuleContext others) {
            Findings found = new Findings();
            M edited = parse(after);
            check(edited, found, others);
            steps.check(parse(before), edited, found);
            return found.problems();
        }

        private void check(M record, Findings found, RuleContext others) {
            new ValueForms(found).check(record);
            rules.check(record, found, others);
        }

        private M parse(ByteString body) {
            try {
                @SuppressWarnings("unchecked")
                M record = (M) prototype.getParserForType().parseFrom(body);
                return record;
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalArgumentException(
                        "this is no " + prototype.getClass().getSimpleName(), e);
            }
        }
    }

    /** What the domain has to say about how a record changes. */
    private interface StepRules<M extends Message> {
        void check(M before, M after, Findings found);
    }
}
