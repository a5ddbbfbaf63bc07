package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.name.NameKey;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceMethod;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Workshop;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.imports.TeamRecords.Held;

/** Imports who came: one row, one person at one workshop. The workshop has to be there; people who are not are made along. */
final class AttendanceImport implements Importer {
    private static final int TYPE = TeamRecords.typeOf(Attendance.getDefaultInstance());

    private final TeamRecords records;
    private final ParticipantImport participants;
    private final Filling filling;
    private final Map<RecordKey, Integer> rowsByRecord = new HashMap<>();

    AttendanceImport(TeamRecords records, boolean overwrites) {
        this.records = records;
        // What a list of names says about a person beside the name only tells who it is.
        this.participants = new ParticipantImport(records, false);
        this.filling = new Filling(overwrites, records);
    }

    @Override
    public List<Planned> plan(List<ImportRow> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private Planned plan(ImportRow row) {
        String name = row.text("name").orElse("") + " " + row.text("held_on").orElse("");
        Optional<Held<Workshop>> workshop = workshop(row);
        Optional<AttendanceState> state = row.choice("state", Words.ATTENDANCES);
        if (row.text("state").isEmpty()) {
            Missing.refuse(row, "state", ImportKind.ATTENDANCE);
        }
        Optional<DeskEdit> person = participants.edit(row);
        if (row.isRefused() || workshop.isEmpty() || person.isEmpty() || state.isEmpty()) {
            return Planned.refused(row, name);
        }
        DeskEdit edit = edit(workshop.get(), person.get(), state.get(), row);
        Integer earlier = rowsByRecord.putIfAbsent(edit.key(), row.number());
        if (earlier != null) {
            row.refuse(
                    "name",
                    earlier + " 行目と同じ人の同じ回の出欠です。どちらかを消してください。",
                    "This is the same person at the same workshop as in row " + earlier + ". Take one out.");
        }
        return row.isRefused() ? Planned.refused(row, name) : Planned.of(row, name, List.of(edit, person.get()));
    }

    private DeskEdit edit(Held<Workshop> workshop, DeskEdit person, AttendanceState state, ImportRow row) {
        String personId = person.key().id().toString();
        RecordKey key = new RecordKey(
                records.teamId(), TYPE, DerivedId.of(records.teamId(), TYPE, List.of(workshop.id(), personId)));
        Attendance wanted = Attendance.newBuilder()
                .setWorkshopId(workshop.id())
                .setParticipantId(personId)
                .setMark(AttendanceMark.newBuilder()
                        .setState(state)
                        .setMethod(AttendanceMethod.ATTENDANCE_METHOD_IMPORT))
                .build();
        return filling.edit(records.state(key), wanted, row);
    }

    private Optional<Held<Workshop>> workshop(ImportRow row) {
        Optional<String> day = row.day("held_on");
        if (day.isEmpty()) {
            if (row.text("held_on").isEmpty()) {
                Missing.refuse(row, "held_on", ImportKind.ATTENDANCE);
            }
            return Optional.empty();
        }
        List<Held<Workshop>> found = new ArrayList<>(records.all(Workshop.getDefaultInstance()));
        found.removeIf(held -> !held.body().getHeldOn().equals(day.get()));
        row.text("workshop").ifPresent(title -> found.removeIf(held -> !isCalled(held.body(), NameKey.of(title))));
        if (found.size() != 1) {
            String how = found.isEmpty() ? "がありません。先に開催回を登録するか、日付と名称を確かめてください。" : "が複数あります。「開催回」の列に名称を入れてください。";
            row.refuse(
                    "held_on",
                    day.get() + " の開催回"
                            + row.text("workshop")
                                    .map(title -> "「" + title + "」")
                                    .orElse("") + how,
                    "There is " + (found.isEmpty() ? "no" : "more than one") + " workshop of that day and name.");
            return Optional.empty();
        }
        return Optional.of(found.get(0));
    }

    /** By its own title or that of its course, or a part of one. */
    private boolean isCalled(Workshop workshop, NameKey title) {
        String course = records.find(Course.getDefaultInstance(), workshop.getCourseId())
                .map(Course::getTitle)
                .orElse("");
        return NameKey.of(workshop.getTitle() + course).text().contains(title.text());
    }
}
