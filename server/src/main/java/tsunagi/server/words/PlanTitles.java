package tsunagi.server.words;

import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Theme;

/** What programmes, meetings, themes and reviews are called. */
final class PlanTitles {
    private final TitleWords words;

    PlanTitles(TitleWords words) {
        this.words = words;
    }

    Title of(Program program) {
        String year = program.hasFiscalYear()
                ? words.phrase("title.fiscal_year", Integer.toString(program.getFiscalYear()))
                : "";
        return words.title(
                words.part(year, words.named(program.getName())),
                words.body(program.getHostingBodyId()),
                words.themes(program.getThemeKeysList()));
    }

    Title of(Meeting meeting) {
        String title = TitleWords.first(
                meeting.getTitle().strip(), words.value(meeting.getKind()), words.type(RecordType.RECORD_TYPE_MEETING));
        long came = meeting.getAttendeesMap().values().stream()
                .filter(attendee -> attendee.getPresence() == MeetingPresence.MEETING_PRESENCE_CAME
                        || attendee.getPresence() == MeetingPresence.MEETING_PRESENCE_BY_PROXY)
                .count();
        return words.title(
                words.dated(meeting.getHeldOn(), title),
                meeting.getGroupName(),
                words.value(meeting.getMode()),
                TitleWords.first(meeting.getPlace(), words.workplace(meeting.getWorkplaceId())),
                came == 0 ? "" : words.phrase("title.came", came));
    }

    Title of(Theme theme) {
        String label = TitleWords.first(theme.getLabel().strip(), words.theme(theme.getKey()));
        return words.title(words.named(label), theme.getKey());
    }

    Title of(Review review) {
        String about = words.record(review.getAboutTypeValue(), review.getAboutId());
        boolean isLeftOut = review.getExclusion().getLeftOut();
        int questions = review.getQuestionsCount();
        return words.title(
                about.isEmpty()
                        ? words.type(RecordType.RECORD_TYPE_REVIEW)
                        : words.phrase("part", words.type(RecordType.RECORD_TYPE_REVIEW), about),
                isLeftOut
                        ? words.of(
                                words.phrase("title.left_out"),
                                review.getExclusion().getReason())
                        : "",
                questions == 0 ? "" : words.phrase("title.questions", questions));
    }
}
