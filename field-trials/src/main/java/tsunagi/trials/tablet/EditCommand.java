package tsunagi.trials.tablet;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.trials.tablet.Target.Found;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.FieldEdits;
import tsunagi.trials.tablet.json.RecordJson;

/** Changes fields of a record; the others stay as they are. */
@Command(
        name = "edit",
        description = "Changes fields of a record; the others stay as they are. A null clears a field; maps merge by"
                + " key, and a null clears one entry. Needs no signal.",
        mixinStandardHelpOptions = true)
final class EditCommand extends Task {
    @Mixin
    private Target target;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "JSON",
            description = "The fields as a JSON object, by the names of the schema.")
    private String json;

    @Mixin
    private JsonSource source;

    @Option(
            names = "--corrects",
            paramLabel = "CHANGE",
            description = "The parked change that this one takes the place of; what it said stays unless said anew.")
    private UUID corrects;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException, IOException {
        Tablet tablet = directory.tablet();
        Found found = target.find(tablet);
        requireNotErased(found.view());
        FieldEdits edits = RecordJson.read(found.schema(), source.read(json));
        String author = target.author(tablet, found);
        Draft draft = corrects == null ? tablet.edit(found.view().key()) : tablet.correct(parked(found.view()));
        edits.sets().forEach(draft::set);
        edits.clears().forEach(draft::clear);
        found.view().state().fields().keySet().stream()
                .filter(FieldPath::isMapEntry)
                .filter(path -> edits.clearsWholly().contains(path.number()))
                .forEach(draft::clear);
        List<SavedChange> saved = tablet.save(draft, author);
        return Done.ok(new Documents(tablet, found.schema()).saved(draft.key(), saved));
    }

    private SavedChange parked(RecordView view) throws CommandFailedException {
        return view.onTop().stream()
                .filter(change -> change.changeId().equals(corrects) && change.standing() == Standing.PARKED)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE,
                        "no_parked_change",
                        "No change " + corrects + " of this record is parked. `outbox` shows those that are."));
    }

    private static void requireNotErased(RecordView view) throws CommandFailedException {
        if (view.state().life().isErased()) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "erased", "This record was withdrawn or destroyed; nothing revives it.");
        }
    }
}
