package tsunagi.server.console.field;

/**
 * Something that can be chosen.
 *
 * @param value what is sent when it is chosen
 * @param group the heading it stands under; empty when under none
 */
public record Option(String value, String label, boolean chosen, String group) {
    public static Option of(String value, String label) {
        return new Option(value, label, false, "");
    }

    Option under(String heading) {
        return new Option(value, label, chosen, heading);
    }

    Option chosenIf(boolean isChosen) {
        return new Option(value, label, isChosen, group);
    }
}
