package tsunagi.server.console.field;

import java.util.List;
import java.util.Optional;

/** What a person fills in for one field of a record, as the templates in {@code field/} draw it. */
public sealed interface FieldInput {
    Head head();

    /**
     * What all inputs have.
     *
     * @param name under which the value is sent
     * @param hint a few words for whoever fills it in; empty where the label says it all
     * @param trouble what cannot be read in it; empty when nothing
     * @param focus whether the page opens with the cursor here
     */
    record Head(String name, String label, String hint, String trouble, boolean focus) {
        /** Names the element on its page. */
        public String id() {
            return name.replaceAll("[^A-Za-z0-9_-]", "-");
        }

        /** The ids of what describes it; null when nothing does, as an attribute is left out. */
        public String describedBy() {
            String hints = hint.isEmpty() ? "" : id() + "-hint";
            String troubles = trouble.isEmpty() ? "" : id() + "-trouble";
            String both = (hints + " " + troubles).strip();
            return both.isEmpty() ? null : both;
        }

        /** As an attribute wants it; null leaves it out. */
        public String invalid() {
            return trouble.isEmpty() ? null : "true";
        }

        Head withLabel(String other) {
            return new Head(name, other, hint, trouble, focus);
        }
    }

    /**
     * One line.
     *
     * @param type of the HTML input
     * @param mode which keyboard suits it
     */
    record Line(Head head, String type, String mode, String value) implements FieldInput {}

    /** A text of several lines. */
    record Text(Head head, String value, int rows) implements FieldInput {}

    /** One of some, or none of them. */
    record Choice(Head head, List<Option> options, boolean asButtons) implements FieldInput {}

    /** Any number of some. */
    record Checks(Head head, List<Option> options) implements FieldInput {}

    /**
     * One of many records: the last ones to choose from, and words by which others are found.
     *
     * @param type the word of the type of record
     * @param find the words it was looked for by
     */
    record Pick(Head head, List<Option> options, String type, String find) implements FieldInput {
        public String findName() {
            return head.name() + Entered.FIND;
        }

        /** The record that is chosen; empty when none is. */
        public String value() {
            return options.stream()
                    .filter(Option::chosen)
                    .map(Option::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Any number of many records: those that are chosen, and one more. */
    record Picks(Head head, List<Option> chosen, Pick more) implements FieldInput {}

    /** A part of the record with fields of its own. */
    record Group(Head head, List<FieldInput> inputs) implements FieldInput {}

    /**
     * Any number of parts of one kind.
     *
     * @param columns the headings, where a table holds them; empty where it does not
     * @param canAdd whether a person can add one here
     */
    record Rows(Head head, List<Row> rows, List<String> columns, boolean canAdd) implements FieldInput {
        /** Whether a table holds them: every part is a few single inputs. */
        public boolean isTable() {
            return !columns.isEmpty();
        }
    }

    /**
     * One of them.
     *
     * @param token by which it is known while the form is filled in
     * @param key what it is known by in the record, if the person chooses that
     * @param hiddenKey the same if nobody chooses it; empty where there is none
     */
    record Row(String name, String token, Optional<FieldInput> key, String hiddenKey, List<FieldInput> inputs) {}

    /** What stands there and is not to be changed here. */
    record Fixed(Head head, String shown) implements FieldInput {}
}
