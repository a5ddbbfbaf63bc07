package tsunagi.trials.tablet;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.FieldEdits;
import tsunagi.trials.tablet.json.RecordJson;
import tsunagi.trials.tablet.json.RecordTypes;

/** Writes a new record. */
@Command(name = "record", description = "Writes a new record; needs no signal.", mixinStandardHelpOptions = true)
final class RecordCommand extends Task {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of the record, such as visit.")
    private String type;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "JSON",
            description = "Its fields as a JSON object, by the names of the schema.")
    private String json;

    @Mixin
    private JsonSource source;

    @Mixin
    private Writer writer;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException, IOException {
        RecordSchema schema = new RecordTypes(RecordSchemas.standard()).find(type);
        FieldEdits edits = RecordJson.read(schema, source.read(json));
        Tablet tablet = directory.tablet();
        Team team = writer.team(tablet);
        String author = writer.author(tablet, team);
        Draft draft = tablet.create(team.teamId(), contents(schema, edits.sets()));
        List<SavedChange> saved = tablet.save(draft, author);
        return Done.ok(new Documents(tablet, schema).saved(draft.key(), saved));
    }

    private static DynamicMessage contents(RecordSchema schema, Map<FieldPath, ByteString> sets)
            throws BadInputException {
        if (sets.isEmpty()) {
            throw new BadInputException("empty", "A record needs at least one field.");
        }
        try {
            DynamicMessage contents = DynamicMessage.parseFrom(
                    schema.descriptor(), FieldValues.of(sets).join());
            for (var keyField : schema.naturalKey()) {
                if (!contents.hasField(keyField)) {
                    throw new BadInputException(
                            "no_natural_key",
                            "\"" + keyField.getName() + "\" is missing: it is part of what makes this record itself.");
                }
            }
            return contents;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was just written does not parse", e);
        }
    }
}
