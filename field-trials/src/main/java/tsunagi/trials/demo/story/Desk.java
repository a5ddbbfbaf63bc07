package tsunagi.trials.demo.story;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.RecordType;

/** Somebody at a tablet, at a moment of the story. */
record Desk(Stage stage, Scene scene) {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    static Desk of(Stage stage, StoryTablet tablet, StoryTeam team, StoryPerson person, String at) {
        return new Desk(stage, new Scene(tablet, team, person, LocalDateTime.parse(at)));
    }

    /** The same person later. */
    Desk at(String later) {
        return new Desk(stage, new Scene(scene.tablet(), scene.team(), scene.person(), LocalDateTime.parse(later)));
    }

    /** Another person at the same tablet. */
    Desk as(StoryPerson other) {
        return new Desk(stage, new Scene(scene.tablet(), scene.team(), other, scene.at()));
    }

    void write(String recordId, Message.Builder fields) {
        stage.write(scene, UUID.fromString(recordId), fields.build());
    }

    /** Writes a record whose id follows from its natural key, and tells the id. */
    String write(Message.Builder fields) {
        String id = derivedId(fields);
        write(id, fields);
        return id;
    }

    void settle(String recordId, Message.Builder decision) {
        stage.settle(scene, UUID.fromString(recordId), decision.build());
    }

    void delete(RecordType type, String recordId) {
        stage.delete(scene, key(type, recordId));
    }

    void withdraw(RecordType type, String recordId) {
        stage.withdraw(scene, key(type, recordId));
    }

    void sync() {
        stage.sync(scene.tablet());
    }

    private RecordKey key(RecordType type, String recordId) {
        return new RecordKey(scene.team().id(), type.getNumber(), UUID.fromString(recordId));
    }

    private String derivedId(Message.Builder fields) {
        int type = fields.getDescriptorForType().getOptions().getExtension(Options.recordType);
        RecordSchema schema = SCHEMAS.find(type).orElseThrow();
        List<FieldDescriptor> naturalKey = schema.naturalKey();
        List<String> parts = naturalKey.stream()
                .map(field -> fields.getField(field).toString())
                .collect(Collectors.toList());
        return DerivedId.of(scene.team().id(), type, parts).toString();
    }
}
