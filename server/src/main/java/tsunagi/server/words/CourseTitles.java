package tsunagi.server.words;

import java.util.Map;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Workshop;

/** What courses, their holdings and those who attend are called, and the counselling and measuring around them. */
final class CourseTitles {
    private final TitleWords words;

    CourseTitles(TitleWords words) {
        this.words = words;
    }

    Title of(Course course) {
        return words.title(
                words.named(course.getTitle()),
                words.body(course.getOfferingBodyId()),
                words.themes(course.getThemeKeysList()),
                words.minutes(course.getDurationMinutes()));
    }

    Title of(Workshop workshop) {
        String title = TitleWords.first(
                workshop.getTitle().strip(),
                words.record(RecordType.RECORD_TYPE_COURSE, workshop.getCourseId()),
                words.type(RecordType.RECORD_TYPE_WORKSHOP));
        return words.title(
                words.dated(workshop.getHeldOn(), title),
                TitleWords.first(words.workplace(workshop.getWorkplaceId()), workshop.getPlace()),
                workshop.getStartsAt().isEmpty()
                        ? ""
                        : words.phrase("title.times", workshop.getStartsAt(), workshop.getEndsAt()),
                workshop.getAudience(),
                TitleWords.first(words.value(workshop.getOutcome().getState()), words.phrase("title.planned")));
    }

    Title of(Participant participant) {
        String where = TitleWords.first(words.workplace(participant.getWorkplaceId()), participant.getAffiliation());
        return words.title(
                participant.getName().isBlank() ? words.phrase("title.without_person") : participant.getName(),
                words.part(where, words.department(participant.getDepartmentKey())),
                words.value(participant.getOccupation()),
                words.value(participant.getEmployment()));
    }

    Title of(Attendance attendance) {
        String who = TitleWords.first(
                words.record(RecordType.RECORD_TYPE_PARTICIPANT, attendance.getParticipantId()),
                words.phrase("title.without_person"));
        return words.title(
                words.of(who, words.record(RecordType.RECORD_TYPE_WORKSHOP, attendance.getWorkshopId())),
                words.value(attendance.getMark().getState()),
                words.value(attendance.getMark().getMethod()));
    }

    Title of(Consultation consultation) {
        String what = words.dated(consultation.getHeldOn(), words.type(RecordType.RECORD_TYPE_CONSULTATION));
        String where = TitleWords.first(words.workplace(consultation.getWorkplaceId()), consultation.getPlace());
        return counted(
                words.of(what, where),
                consultation.hasPeople() ? words.people(consultation.getPeople()) : "",
                consultation.getMembersMap());
    }

    Title of(Measuring measuring) {
        String what = words.dated(measuring.getHeldOn(), words.type(RecordType.RECORD_TYPE_MEASURING));
        String where = TitleWords.first(words.workplace(measuring.getWorkplaceId()), measuring.getPlace());
        return counted(
                words.of(what, where),
                measuring.hasPeople() ? words.people(measuring.getPeople()) : "",
                measuring.getMembersMap());
    }

    private Title counted(String line, String people, Map<String, StaffMember> members) {
        return words.title(line, people, words.members(members));
    }

    Title of(Material material) {
        return words.title(
                words.named(material.getTitle()),
                TitleWords.first(words.body(material.getIssuingBodyId()), material.getIssuerName()),
                words.value(material.getKind()),
                words.themes(material.getThemeKeysList()));
    }
}
