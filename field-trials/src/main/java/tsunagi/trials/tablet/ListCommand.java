package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tsunagi.engine.replica.Team;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.RecordTypes;

/** Lists the records of one type. */
@Command(name = "list", description = "Lists the living records of one type.", mixinStandardHelpOptions = true)
final class ListCommand extends Task {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of the records, such as visit.")
    private String type;

    @Mixin
    private Writer writer;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        RecordSchema schema = new RecordTypes(RecordSchemas.standard()).find(type);
        Documents documents = new Documents(directory.tablet(), schema);
        JsonArray records = new JsonArray();
        for (Team team : writer.teams(directory.tablet())) {
            directory.tablet().list(team.teamId(), schema.type()).forEach(view -> records.add(documents.brief(view)));
        }
        JsonObject document = new JsonObject();
        document.addProperty("type", RecordTypes.nameOf(schema));
        document.addProperty("count", records.size());
        document.add("records", records);
        return Done.ok(document);
    }
}
