package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.merge.RecordState;
import tsunagi.name.Kana;
import tsunagi.name.NameKey;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.Workplace;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.imports.TeamRecords.Held;

/** Imports participants: one row, one person. It is one who is there when name and affiliation are the same and no number tells them apart. */
final class ParticipantImport implements Importer {
    private static final int TYPE = TeamRecords.typeOf(Participant.getDefaultInstance());

    private final TeamRecords records;
    private final Workplaces workplaces;
    private final Filling filling;
    private final Map<NameKey, List<Held<Participant>>> byName;
    private final Map<RecordKey, Integer> rowsByRecord = new HashMap<>();

    ParticipantImport(TeamRecords records, boolean overwrites) {
        this.records = records;
        this.workplaces = new Workplaces(records);
        this.filling = new Filling(overwrites, records);
        this.byName = records.all(Participant.getDefaultInstance()).stream()
                .collect(Collectors.groupingBy(held -> NameKey.of(held.body().getName())));
    }

    @Override
    public List<Planned> plan(List<ImportRow> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private Planned plan(ImportRow row) {
        Optional<DeskEdit> edit = edit(row);
        String name = row.text("name").orElse("");
        if (edit.isPresent()) {
            Integer earlier = rowsByRecord.putIfAbsent(edit.get().key(), row.number());
            if (earlier != null) {
                row.refuse(
                        "name",
                        earlier + " 行目と同じ人に見えます。別の人なら「番号」の列に違う番号を入れてください。",
                        "This looks like the person of row " + earlier + ". If it is another, number them apart.");
            }
        }
        return edit.isEmpty() || row.isRefused()
                ? Planned.refused(row, name)
                : Planned.of(row, name, List.of(edit.get()));
    }

    /** The person of a row; empty when nobody can tell who it is, and the row says why. */
    Optional<DeskEdit> edit(ImportRow row) {
        Optional<Held<Workplace>> workplace = workplaces.one(row, "workplace");
        Participant wanted = read(row, workplace);
        Optional<RecordState> there = row.isRefused() ? Optional.empty() : find(wanted, row);
        return there.map(state -> filling.edit(
                state, state.exists() ? wanted.toBuilder().clearName().build() : wanted, row));
    }

    private static Participant read(ImportRow row, Optional<Held<Workplace>> workplace) {
        Participant.Builder participant = Participant.newBuilder();
        row.text("name")
                .ifPresentOrElse(participant::setName, () -> Missing.refuse(row, "name", ImportKind.PARTICIPANTS));
        row.text("name_reading").map(Kana::toHiragana).ifPresent(participant::setNameReading);
        row.text("affiliation").ifPresent(participant::setAffiliation);
        row.choice("occupation", Words.OCCUPATIONS).ifPresent(participant::setOccupation);
        row.choice("employment", Words.EMPLOYMENTS).ifPresent(participant::setEmployment);
        workplace.ifPresent(held -> {
            participant.setWorkplaceId(held.id()).setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE);
            Departments.key(held.body(), row).ifPresent(participant::setDepartmentKey);
        });
        row.choice("side", Words.SIDES).ifPresent(participant::setSide);
        return participant.build();
    }

    private Optional<RecordState> find(Participant wanted, ImportRow row) {
        String number = row.text("number").orElse("");
        List<String> key = List.of(
                "import",
                NameKey.of(wanted.getName()).text(),
                wanted.getWorkplaceId(),
                NameKey.of(wanted.getAffiliation()).text(),
                number);
        RecordState made =
                records.state(new RecordKey(records.teamId(), TYPE, DerivedId.of(records.teamId(), TYPE, key)));
        if (!number.isEmpty() || (made.exists() && made.life().isAlive())) {
            return Optional.of(made);
        }
        List<Held<Participant>> same = new ArrayList<>(byName.getOrDefault(NameKey.of(wanted.getName()), List.of()));
        same.removeIf(held -> !isOfSamePlace(held.body(), wanted));
        if (same.size() > 1) {
            row.refuse(
                    "name",
                    "同じ名前の受講者がすでに " + same.size() + " 人いて、どの人か分かりません。所属を入れてください。",
                    "There are " + same.size() + " such people; give the affiliation.");
            return Optional.empty();
        }
        if (same.isEmpty()) {
            noteLookalikes(wanted, row);
        }
        return Optional.of(same.isEmpty() ? made : same.get(0).state());
    }

    private static boolean isOfSamePlace(Participant one, Participant other) {
        return one.getWorkplaceId().equals(other.getWorkplaceId())
                && NameKey.of(one.getAffiliation()).equals(NameKey.of(other.getAffiliation()));
    }

    private void noteLookalikes(Participant wanted, ImportRow row) {
        byName.getOrDefault(NameKey.of(wanted.getName()), List.of()).stream()
                .findFirst()
                .ifPresent(
                        held -> row.note(
                                "name",
                                "同じ名前の「" + held.body().getName() + "」さんが別の所属ですでにいます。同じ人なら所属をそろえてください。",
                                "Somebody of that name is there with another affiliation. If it is the same person, make them equal."));
    }
}
