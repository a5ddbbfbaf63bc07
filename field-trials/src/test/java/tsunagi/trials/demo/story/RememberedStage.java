package tsunagi.trials.demo.story;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;

/** A stage without tablets or server: what is written last stands. */
final class RememberedStage implements Stage {
    private final Map<UUID, Message> records = new LinkedHashMap<>();
    private final Map<UUID, UUID> teams = new LinkedHashMap<>();
    final List<RecordKey> withdrawn = new ArrayList<>();
    final List<Scene> scenes = new ArrayList<>();

    @Override
    public void write(Scene scene, UUID recordId, Message fields) {
        scenes.add(scene);
        teams.put(recordId, scene.team().id());
        records.merge(recordId, fields, (old, added) -> old.toBuilder()
                .mergeFrom(added)
                .build());
    }

    @Override
    public void delete(Scene scene, RecordKey key) {
        records.remove(key.id());
    }

    @Override
    public void withdraw(Scene scene, RecordKey key) {
        withdrawn.add(key);
    }

    @Override
    public void settle(Scene scene, UUID recordId, Message decision) {
        write(scene, recordId, decision);
    }

    @Override
    public void sync(StoryTablet tablet) {}

    /** What stands in the end, by the keys of the records. */
    Map<RecordKey, Message> standing() {
        Map<RecordKey, Message> standing = new LinkedHashMap<>();
        records.forEach((id, message) -> {
            int type = message.getDescriptorForType().getOptions().getExtension(Options.recordType);
            RecordKey key = new RecordKey(teams.get(id), type, id);
            if (!withdrawn.contains(key)) {
                standing.put(key, message);
            }
        });
        return standing;
    }

    <M extends Message> List<M> all(Class<M> type, Predicate<M> wanted) {
        return records.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .collect(Collectors.toList());
    }
}
