package tsunagi.trials.tablet;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.change.FieldPath;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordSchema;
import tsunagi.trials.tablet.Target.Found;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.FieldEdits;
import tsunagi.trials.tablet.json.RecordJson;

/** Decides an open conflict. */
@Command(
        name = "resolve",
        description = "Decides an open conflict (食い違い), having seen what `show` shows of it. Needs no signal.",
        mixinStandardHelpOptions = true)
final class ResolveCommand extends Task {
    @Mixin
    private Target target;

    @Parameters(
            index = "2",
            paramLabel = "FIELD",
            description = "The field in conflict as `show` names it; of a map, field.key.")
    private String field;

    @ArgGroup(multiplicity = "1")
    private Decision decision;

    /** What is to stand. */
    private static final class Decision {
        @Option(names = "--keep", required = true, description = "The value in place.")
        private boolean isKept;

        @Option(
                names = "--take",
                required = true,
                paramLabel = "N",
                description = "The candidate at this place in the list, the first is 1.")
        private int candidate;

        @Option(
                names = "--with",
                required = true,
                paramLabel = "JSON",
                description = "Another value, written as the field in a record: '{\"phone\": \"...\"}'; null clears.")
        private String json;
    }

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        Tablet tablet = directory.tablet();
        Found found = target.find(tablet);
        RecordState state = found.view().state();
        Conflict conflict = conflict(found.schema(), state);
        ByteString value = decided(found.schema(), state, conflict);
        var saved = tablet.resolve(found.view(), conflict.path(), value, target.author(tablet, found));
        return Done.ok(new Documents(tablet, found.schema()).saved(found.view().key(), List.of(saved)));
    }

    private Conflict conflict(RecordSchema schema, RecordState state) throws CommandFailedException {
        List<String> open = state.conflicts().keySet().stream()
                .map(path -> RecordJson.nameOf(schema, path))
                .collect(Collectors.toList());
        return state.conflicts().values().stream()
                .filter(conflict -> RecordJson.nameOf(schema, conflict.path()).equals(field))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE,
                        "no_conflict",
                        "There is no open conflict in \"" + field + "\". Open: "
                                + (open.isEmpty() ? "none" : String.join(", ", open)) + "."));
    }

    private ByteString decided(RecordSchema schema, RecordState state, Conflict conflict)
            throws CommandFailedException, BadInputException {
        if (decision.isKept) {
            return state.field(conflict.path()).map(StampedValue::value).orElse(ByteString.EMPTY);
        }
        if (decision.json != null) {
            return written(schema, conflict.path());
        }
        List<Candidate> candidates = conflict.candidates();
        if (decision.candidate < 1 || decision.candidate > candidates.size()) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "no_candidate",
                    "There is no candidate " + decision.candidate + "; there are " + candidates.size() + ".");
        }
        return candidates.get(decision.candidate - 1).value();
    }

    private ByteString written(RecordSchema schema, FieldPath path) throws BadInputException {
        FieldEdits edits = RecordJson.read(schema, decision.json);
        if (edits.sets().containsKey(path)) {
            return edits.sets().get(path);
        }
        if (edits.clears().contains(path)) {
            return ByteString.EMPTY;
        }
        throw new BadInputException("wrong_value", "The JSON must hold \"" + field + "\" and nothing else.");
    }
}
