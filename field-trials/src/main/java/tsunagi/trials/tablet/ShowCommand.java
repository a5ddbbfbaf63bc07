package tsunagi.trials.tablet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.trials.tablet.Target.Found;
import tsunagi.trials.tablet.json.BadInputException;

/** Shows one record. */
@Command(
        name = "show",
        description = "Shows one record as this tablet has it: what the server said, with what was saved here on top.",
        mixinStandardHelpOptions = true)
final class ShowCommand extends Task {
    @Mixin
    private Target target;

    @Option(names = "--stamps", description = "Also show which changes made each value.")
    private boolean withStamps;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        Found found = target.find(directory.tablet());
        return Done.ok(new Documents(directory.tablet(), found.schema()).full(found.view(), withStamps));
    }
}
