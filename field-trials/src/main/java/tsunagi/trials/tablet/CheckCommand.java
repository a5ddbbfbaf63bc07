package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.rules.Problem;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.FieldEdits;
import tsunagi.trials.tablet.json.RecordJson;
import tsunagi.trials.tablet.json.RecordTypes;

/** Shows what the rules of the domain say of a record. */
@Command(
        name = "check",
        description =
                "Shows what the rules say of a record (確認事項): as it stands, or as it would be with the fields given"
                        + " with --with, or of one not written yet. Saves nothing; saving is never refused for any of it.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends Task {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of the record, such as visit.")
    private String type;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Its id; none for one not written yet.")
    private UUID id;

    @Option(names = "--with", paramLabel = "JSON", description = "Fields as one would give them to record or edit.")
    private String json;

    @Mixin
    private Writer writer;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException, IOException {
        RecordSchema schema = new RecordTypes(RecordSchemas.standard()).find(type);
        List<Problem> problems = problems(directory.tablet(), schema);
        JsonArray all = new JsonArray();
        problems.stream().map(CheckCommand::document).forEach(all::add);
        JsonObject document = new JsonObject();
        document.addProperty("type", RecordTypes.nameOf(schema));
        document.addProperty("can_be_final", problems.stream().noneMatch(Problem::isError));
        document.add("problems", all);
        return Done.ok(document);
    }

    private List<Problem> problems(Tablet tablet, RecordSchema schema)
            throws CommandFailedException, BadInputException {
        UUID teamId = writer.team(tablet).teamId();
        FieldEdits edits = RecordJson.read(schema, json == null ? "{}" : json);
        if (id == null) {
            return tablet.problems(
                    teamId, schema.type(), FieldValues.of(edits.sets()).join());
        }
        RecordKey key = new RecordKey(teamId, schema.type(), id);
        return json == null ? tablet.problems(key) : edited(tablet.edit(key), edits);
    }

    private static List<Problem> edited(Draft draft, FieldEdits edits) {
        try {
            edits.sets().forEach(draft::set);
            edits.clears().forEach(draft::clear);
            return draft.problems();
        } finally {
            draft.discard();
        }
    }

    private static JsonObject document(Problem problem) {
        JsonObject document = new JsonObject();
        document.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        document.addProperty("field", problem.field());
        document.addProperty("rule", problem.rule());
        document.addProperty("ja", problem.japanese());
        document.addProperty("en", problem.english());
        return document;
    }
}
