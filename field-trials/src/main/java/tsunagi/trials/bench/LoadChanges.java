package tsunagi.trials.bench;

import com.google.protobuf.Message;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.engine.clock.TabletClock;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.trials.load.VisitRecords;

/** Changes as tablets make them of new visits, made beforehand so that making them costs nothing while it counts. */
final class LoadChanges {
    private static final int VISIT = Visit.getDescriptor().getOptions().getExtension(Options.recordType);
    private static final Set<Integer> MAPS = mapsOf(Visit.getDefaultInstance());

    private final VisitRecords visits;
    private final Supplier<UUID> ids;
    private final TabletClock clock;

    LoadChanges(VisitRecords visits, Supplier<UUID> ids, TabletClock clock) {
        this.visits = visits;
        this.ids = ids;
        this.clock = clock;
    }

    /** The change that makes the visit with this number. */
    Change change(LoadTeam team, int number) {
        RecordKey key = new RecordKey(team.id(), VISIT, ids.get());
        try {
            return ChangeWriter.change(ids.get(), key, Action.ACTION_EDIT)
                    .by(team.personId(), clock.read())
                    .sets(FieldValues.split(visits.visit(number).toByteString(), MAPS))
                    .write();
        } catch (MalformedBodyException e) {
            throw new IllegalStateException("a visit does not parse", e);
        }
    }

    private static Set<Integer> mapsOf(Message record) {
        Set<Integer> maps = new TreeSet<>();
        record.getDescriptorForType().getFields().stream()
                .filter(field -> field.isMapField())
                .forEach(field -> maps.add(field.getNumber()));
        return maps;
    }
}
