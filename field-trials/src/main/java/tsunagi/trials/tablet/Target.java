package tsunagi.trials.tablet;

import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.RecordTypes;

/** The record that a command is about: a type, an id, and the team that has it. */
final class Target {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of the record, such as visit.")
    private String type;

    @Parameters(index = "1", paramLabel = "ID", description = "The id of the record.")
    private String id;

    @Mixin
    private Writer writer;

    /** The record as this tablet has it, and for whom it is edited. */
    record Found(RecordSchema schema, Team team, RecordView view) {}

    Found find(Tablet tablet) throws CommandFailedException, BadInputException {
        RecordSchema schema = new RecordTypes(RecordSchemas.standard()).find(type);
        UUID recordId = parse(id);
        for (Team team : writer.teams(tablet)) {
            RecordView view = tablet.show(new RecordKey(team.teamId(), schema.type(), recordId));
            if (view.onServer().isPresent() || !view.onTop().isEmpty()) {
                return new Found(schema, team, view);
            }
        }
        throw new CommandFailedException(
                ExitCode.USAGE,
                "no_such_record",
                "This tablet has no " + type + " with the id " + id + ". Run `sync`, then `list " + type + "`.");
    }

    /** The person id of the one who writes. */
    String author(Tablet tablet, Found found) throws CommandFailedException {
        return writer.author(tablet, found.team());
    }

    private UUID parse(String text) throws CommandFailedException {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "bad_id", "\"" + id + "\" is no id. `list " + type + "` shows the ids.");
        }
    }
}
