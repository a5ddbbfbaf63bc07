package tsunagi.server.words;

import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;

/** What versions of forms, rounds and sheets are called. */
final class SheetTitles {
    private final TitleWords words;

    SheetTitles(TitleWords words) {
        this.words = words;
    }

    Title of(FormVersion form) {
        String version = form.getVersion().isEmpty() ? "" : words.phrase("title.version", form.getVersion());
        return words.title(
                words.of(words.named(form.getTitle()), version),
                form.getFormKey(),
                words.day("title.published", form.getPublishedOn()),
                words.day("title.retired", form.getRetiredOn()));
    }

    Title of(Round round) {
        String where = TitleWords.first(
                words.workplace(round.getWorkplaceId()),
                words.record(RecordType.RECORD_TYPE_WORKSHOP, round.getWorkshopId()),
                words.record(RecordType.RECORD_TYPE_MEETING, round.getMeetingId()));
        String name = TitleWords.first(
                round.getName().strip(),
                words.of(words.type(RecordType.RECORD_TYPE_ROUND), words.value(round.getPhase())));
        return words.title(
                words.part(where, name),
                words.record(RecordType.RECORD_TYPE_FORM_VERSION, round.getFormVersionId()),
                words.value(round.getPhase()),
                words.value(round.getIdentity()),
                words.day("title.since", round.getOpensOn()));
    }

    Title of(Response sheet) {
        String which = TitleWords.first(
                sheet.getMatchCode(),
                words.record(RecordType.RECORD_TYPE_PARTICIPANT, sheet.getParticipantId()),
                words.value(sheet.getRaterSide()));
        String round = words.record(RecordType.RECORD_TYPE_ROUND, sheet.getRoundId());
        String what = words.part(round, words.type(RecordType.RECORD_TYPE_RESPONSE));
        return words.title(
                which.isEmpty() ? what : words.part(what, which),
                words.day("title.written", sheet.getWrittenOn()),
                words.department(sheet.getDepartmentKey()),
                words.value(sheet.getEmployment()),
                words.value(sheet.getProgress().getState()),
                words.value(sheet.getEntryMethod()));
    }
}
