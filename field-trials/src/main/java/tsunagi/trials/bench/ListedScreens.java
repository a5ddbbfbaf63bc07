package tsunagi.trials.bench;

import com.google.protobuf.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import tsunagi.engine.tablet.Tablet;
import tsunagi.name.SearchWords;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** As it was done before there was an index: every record of a type is read, and those that are meant are kept. */
record ListedScreens(Tablet tablet, UUID teamId) implements Screens {
    private <M extends Message> int count(M type, Predicate<M> isMeant) {
        int number = type.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return (int) tablet.list(teamId, number).stream()
                .map(view -> view.as(type))
                .filter(isMeant)
                .count();
    }

    @Override
    public int search(String typed) {
        SearchWords words = SearchWords.of(typed);
        return Math.min(StoreRecords.SHOWN_MAX, count(Workplace.getDefaultInstance(), workplace -> {
            List<String> names = new ArrayList<>(workplace.getAliasesList());
            names.addAll(List.of(
                    workplace.getName(),
                    workplace.getNameReading(),
                    workplace.getAddress(),
                    workplace.getPhone(),
                    workplace.getBusiness(),
                    workplace.getPostalCode(),
                    workplace.getCorporateNumber()));
            return words.find(names);
        }));
    }

    @Override
    public int page(RecordKey key) {
        String id = key.id().toString();
        return tablet.show(key).as(Workplace.getDefaultInstance()).getDepartmentsCount()
                + count(Contact.getDefaultInstance(), contact -> contact.getWorkplaceId()
                        .equals(id))
                + count(Visit.getDefaultInstance(), visit -> visit.getWorkplaceId()
                        .equals(id))
                + count(FollowUp.getDefaultInstance(), followUp -> followUp.getWorkplaceId()
                        .equals(id))
                + count(Referral.getDefaultInstance(), referral -> referral.getWorkplaceId()
                        .equals(id))
                + count(Workshop.getDefaultInstance(), workshop -> isOf(workshop, id))
                + count(Action.getDefaultInstance(), action -> action.getWorkplaceId()
                        .equals(id))
                + count(Round.getDefaultInstance(), round -> round.getWorkplaceId()
                        .equals(id))
                + tablet.problems(key).size();
    }

    private static boolean isOf(Workshop workshop, String workplaceId) {
        return workshop.getWorkplaceId().equals(workplaceId)
                || workshop.getParticipatingWorkplaceIdsList().contains(workplaceId)
                || workshop.getTallySheetsMap().values().stream()
                        .map(TallySheet::getRowsList)
                        .anyMatch(rows -> rows.stream()
                                .anyMatch(row -> row.getWorkplaceId().equals(workplaceId)));
    }

    @Override
    public int today() {
        LocalDate today = StoreRecords.TODAY;
        LocalDate ahead = today.plusDays(StoreRecords.DAYS_AHEAD);
        return tablet.status().drafts()
                + tablet.drafts().size()
                + count(Visit.getDefaultInstance(), visit -> isWithin(visit.getVisitOn(), today, ahead))
                + count(Workshop.getDefaultInstance(), workshop -> isWithin(workshop.getHeldOn(), today, ahead))
                + count(
                        FollowUp.getDefaultInstance(),
                        followUp -> followUp.getClosing().getState() == FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED
                                && isWithin(followUp.getDueOn(), LocalDate.EPOCH, today))
                + count(Review.getDefaultInstance(), review -> !review.getAnswersMap()
                        .keySet()
                        .containsAll(review.getQuestionsMap().keySet()));
    }

    private static boolean isWithin(String day, LocalDate from, LocalDate to) {
        return !day.isEmpty()
                && !LocalDate.parse(day).isBefore(from)
                && !LocalDate.parse(day).isAfter(to);
    }
}
