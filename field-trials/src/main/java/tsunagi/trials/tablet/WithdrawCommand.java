package tsunagi.trials.tablet;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tsunagi.engine.tablet.Tablet;
import tsunagi.trials.tablet.Target.Found;
import tsunagi.trials.tablet.json.BadInputException;

/** Ends a record for good. */
@Command(
        name = "withdraw",
        description = "Ends a record for good because consent was withdrawn: its contents are erased everywhere and"
                + " nothing revives it. Only the supervisor (とりまとめ担当) may; from others it waits for one.",
        mixinStandardHelpOptions = true)
final class WithdrawCommand extends Task {
    @Mixin
    private Target target;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        Tablet tablet = directory.tablet();
        Found found = target.find(tablet);
        var saved = tablet.withdraw(found.view(), target.author(tablet, found));
        return Done.ok(new Documents(tablet, found.schema()).saved(found.view().key(), List.of(saved)));
    }
}
