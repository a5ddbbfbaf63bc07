package tsunagi.questionnaires;

/**
 * What a form says of one of its nodes, in its own words; empty where it says nothing.
 *
 * @param preload what fills it in by itself at the start or the end, such as {@code timestamp}
 */
public record Rules(
        String relevant, String required, String constraint, String calculation, String readOnly, String preload) {
    static final Rules NONE = new Rules("", "", "", "", "", "");

    boolean isCalculated() {
        return !calculation.isEmpty();
    }

    /** Whether the value cannot be worked out again from the answers: it was thrown or taken from a clock once. */
    boolean isCalculatedOnce() {
        return calculation.replace(" ", "").startsWith("once(");
    }
}
