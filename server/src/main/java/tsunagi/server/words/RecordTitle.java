package tsunagi.server.words;

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
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** What records of all types are called, in one language. */
public final class RecordTitle {
    private final Language language;
    private final NameSource names;

    public RecordTitle(Language language, NameSource names) {
        this.language = language;
        this.names = names;
    }

    public Title of(ShownRecord record) {
        RecordType type = RecordType.forNumber(record.key().type());
        TitleWords words = new TitleWords(language, names, record);
        if (type == null || type == RecordType.RECORD_TYPE_UNSPECIFIED) {
            return new Title(
                    RecordWords.in(language).type(record.key().type()),
                    record.key().id().toString());
        }
        return of(type, record, words);
    }

    private static Title of(RecordType type, ShownRecord record, TitleWords words) {
        return switch (type) {
            case RECORD_TYPE_WORKPLACE -> new PlaceTitles(words).of(record.as(Workplace.parser()));
            case RECORD_TYPE_CONTACT -> new PlaceTitles(words).of(record.as(Contact.parser()));
            case RECORD_TYPE_PROGRAM -> new PlanTitles(words).of(record.as(Program.parser()));
            case RECORD_TYPE_APPROACH -> new OutreachTitles(words).of(record.as(Approach.parser()));
            case RECORD_TYPE_REQUEST -> new OutreachTitles(words).of(record.as(Request.parser()));
            case RECORD_TYPE_VISIT -> new VisitTitles(words).of(record.as(Visit.parser()));
            case RECORD_TYPE_OBSERVATION -> new VisitTitles(words).of(record.as(Observation.parser()));
            case RECORD_TYPE_REFERRAL -> new OutreachTitles(words).of(record.as(Referral.parser()));
            case RECORD_TYPE_COURSE -> new CourseTitles(words).of(record.as(Course.parser()));
            case RECORD_TYPE_WORKSHOP -> new CourseTitles(words).of(record.as(Workshop.parser()));
            case RECORD_TYPE_PARTICIPANT -> new CourseTitles(words).of(record.as(Participant.parser()));
            case RECORD_TYPE_ATTENDANCE -> new CourseTitles(words).of(record.as(Attendance.parser()));
            case RECORD_TYPE_CONSULTATION -> new CourseTitles(words).of(record.as(Consultation.parser()));
            case RECORD_TYPE_MEASURING -> new CourseTitles(words).of(record.as(Measuring.parser()));
            case RECORD_TYPE_ROUND -> new SheetTitles(words).of(record.as(Round.parser()));
            case RECORD_TYPE_RESPONSE -> new SheetTitles(words).of(record.as(Response.parser()));
            case RECORD_TYPE_ACTION -> new PlaceTitles(words).of(record.as(Action.parser()));
            case RECORD_TYPE_MEETING -> new PlanTitles(words).of(record.as(Meeting.parser()));
            case RECORD_TYPE_FOLLOW_UP -> new VisitTitles(words).of(record.as(FollowUp.parser()));
            case RECORD_TYPE_FORM_VERSION -> new SheetTitles(words).of(record.as(FormVersion.parser()));
            case RECORD_TYPE_THEME -> new PlanTitles(words).of(record.as(Theme.parser()));
            case RECORD_TYPE_MATERIAL -> new CourseTitles(words).of(record.as(Material.parser()));
            case RECORD_TYPE_AREA_CENSUS -> new PlaceTitles(words).of(record.as(AreaCensus.parser()));
            case RECORD_TYPE_REVIEW -> new PlanTitles(words).of(record.as(Review.parser()));
            case RECORD_TYPE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException(type + " is no record");
        };
    }
}
