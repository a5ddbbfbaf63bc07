package tsunagi.trials.tablet;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tsunagi.engine.tablet.Tablet;
import tsunagi.trials.tablet.Target.Found;
import tsunagi.trials.tablet.json.BadInputException;

/** Deletes a record. */
@Command(name = "delete", description = "Deletes a record; an edit revives it.", mixinStandardHelpOptions = true)
final class DeleteCommand extends Task {
    @Mixin
    private Target target;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        Tablet tablet = directory.tablet();
        Found found = target.find(tablet);
        var saved = tablet.delete(found.view(), target.author(tablet, found));
        return Done.ok(new Documents(tablet, found.schema()).saved(found.view().key(), List.of(saved)));
    }
}
