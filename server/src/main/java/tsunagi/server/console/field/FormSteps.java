package tsunagi.server.console.field;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a button inside a form asks for while it is being filled in: a part more, a part fewer, records to be looked for. Nothing is
 * written.
 */
public final class FormSteps {
    private static final String ADD = "add ";
    private static final String REMOVE = "remove ";
    private static final String FIND = "find ";

    private FormSteps() {}

    /**
     * The form after the step.
     *
     * @param focus where the cursor goes
     */
    public record Stepped(Entered entered, Optional<String> focus) {}

    /** Empty when the button was another one, such as the one that saves. */
    public static Optional<Stepped> take(String pressed, Entered entered, Supplier<UUID> ids) {
        if (pressed.startsWith(ADD)) {
            String name = pressed.substring(ADD.length());
            String token = ids.get().toString();
            return Optional.of(new Stepped(entered.withRow(name, token), Optional.of(Entered.row(name, token))));
        }
        if (pressed.startsWith(REMOVE)) {
            String row = pressed.substring(REMOVE.length());
            int bracket = row.lastIndexOf('[');
            return bracket < 0
                    ? Optional.empty()
                    : Optional.of(new Stepped(
                            entered.withoutRow(row.substring(0, bracket), row.substring(bracket + 1, row.length() - 1)),
                            Optional.empty()));
        }
        return pressed.startsWith(FIND)
                ? Optional.of(new Stepped(entered, Optional.of(pressed.substring(FIND.length()))))
                : Optional.empty();
    }
}
