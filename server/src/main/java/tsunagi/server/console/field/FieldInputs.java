package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.ConsoleWords;
import tsunagi.server.search.TypeWords;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** Makes the inputs for the fields of one record, with what stands in them. */
public final class FieldInputs {
    private static final int BUTTONS_MAX = 5;
    private static final int COLUMNS_MAX = 5;
    private static final int LONG_ROWS = 6;
    private static final int MIDDLE_ROWS = 3;
    private static final Set<String> SHORTER = Set.of("reason", "remarks", "reason_words", "measure", "answer");
    private static final int VALUE = 2;
    private static final Set<FieldShape> IN_A_CELL = Set.of(
            FieldShape.LINE,
            FieldShape.TEXT,
            FieldShape.LINES,
            FieldShape.NUMBER,
            FieldShape.DATE,
            FieldShape.TIME,
            FieldShape.MONTH_DAY,
            FieldShape.ENUM,
            FieldShape.FISCAL_YEAR,
            FieldShape.PERSON,
            FieldShape.BODY,
            FieldShape.THEME,
            FieldShape.DEPARTMENT,
            FieldShape.REPORTING_GROUP,
            FieldShape.MEMBER);

    private final RecordWords words;
    private final ConsoleWords says;
    private final Entered entered;
    private final Map<String, String> troubles;
    private final Optional<String> focus;
    private final OptionLists lists;
    private boolean isFocused;

    /**
     * For one record.
     *
     * @param root what the names of its inputs begin with
     * @param entered what stands in the form
     * @param troubles the word keys of what cannot be read, by the names of the inputs
     * @param focus what the name of the input begins with that the cursor goes to; empty to leave it
     */
    public FieldInputs(
            Language language,
            Choices choices,
            String root,
            Entered entered,
            Map<String, String> troubles,
            Optional<String> focus) {
        this.words = RecordWords.in(language);
        this.says = ConsoleWords.of(language);
        this.entered = entered;
        this.troubles = troubles;
        this.focus = focus;
        this.lists = new OptionLists(language, choices, root, entered);
    }

    /** The inputs for those fields of a message that are shown, in their order. */
    public List<FieldInput> of(Descriptor message, String prefix, Predicate<FieldDescriptor> shown) {
        return message.getFields().stream()
                .filter(shown)
                .flatMap(field -> of(field, prefix + "." + field.getName()).stream())
                .toList();
    }

    /** The input for one field; empty where programs alone fill it in. */
    public Optional<FieldInput> of(FieldDescriptor field, String name) {
        FieldShape shape = FieldShape.of(field);
        return shape == FieldShape.NOT_SHOWN || isEmptyAlbum(field, name)
                ? Optional.empty()
                : Optional.of(input(
                        field,
                        shape,
                        head(name, words.field(field), words.hint(field).orElse(""))));
    }

    /** Files are added elsewhere; where there are none, there is nothing to fill in. */
    private boolean isEmptyAlbum(FieldDescriptor field, String name) {
        return field.isMapField()
                && isFile(field.getMessageType().findFieldByNumber(VALUE).getMessageType())
                && entered.all(name).isEmpty();
    }

    private static boolean isFile(Descriptor part) {
        return part.getFullName().equals(Attachment.getDescriptor().getFullName());
    }

    private FieldInput.Head head(String name, String label, String hint) {
        String trouble = Optional.ofNullable(troubles.get(name)).map(says::say).orElse("");
        boolean takesFocus = !isFocused && focus.filter(name::startsWith).isPresent();
        isFocused = isFocused || takesFocus;
        return new FieldInput.Head(name, label, hint, trouble, takesFocus);
    }

    private FieldInput input(FieldDescriptor field, FieldShape shape, FieldInput.Head head) {
        String value = entered.text(head.name());
        return switch (shape) {
            case LINE -> value.contains("\n") ? text(field, head) : line(head, "text", mode(field));
            case TEXT -> text(field, head);
            case NUMBER ->
                line(head, "text", field.getJavaType() == FieldDescriptor.JavaType.DOUBLE ? "decimal" : "numeric");
            case DATE -> line(head, DayForms.isDay(value) ? "date" : "text", "text");
            case TIME -> line(head, DayForms.isTime(value) ? "time" : "text", "text");
            case MONTH_DAY -> line(head, "text", "text");
            case YES_NO -> choice(head, lists.yesNo(), true);
            case ENUM -> choice(head, lists.values(field.getEnumType(), entered.all(head.name())), true);
            case CHECKS -> new FieldInput.Checks(head, chosen(head, lists.several(field, entered.all(head.name()))));
            case RECORD -> pick(head, type(field), entered.all(head.name()), true);
            case RECORDS -> picks(head, type(field));
            case LINES -> new FieldInput.Text(head, value, MIDDLE_ROWS);
            case GROUP -> new FieldInput.Group(head, of(field.getMessageType(), head.name(), part -> true));
            case ROWS -> rows(field, head, field.getMessageType());
            case MAP ->
                rows(
                        field,
                        head,
                        field.getMessageType().findFieldByNumber(VALUE).getMessageType());
            default -> choice(head, lists.one(shape), false);
        };
    }

    private FieldInput.Line line(FieldInput.Head head, String type, String mode) {
        return new FieldInput.Line(head, type, mode, entered.text(head.name()));
    }

    private static String mode(FieldDescriptor field) {
        return switch (field.getName()) {
            case "phone", "consultation_phone" -> "tel";
            case "email" -> "email";
            case "postal_code", "municipality_code", "corporate_number" -> "numeric";
            default -> "text";
        };
    }

    private FieldInput.Text text(FieldDescriptor field, FieldInput.Head head) {
        boolean isShort = SHORTER.contains(field.getName());
        return new FieldInput.Text(head, entered.text(head.name()), isShort ? MIDDLE_ROWS - 1 : LONG_ROWS);
    }

    private FieldInput.Choice choice(FieldInput.Head head, List<Option> options, boolean mayBeButtons) {
        List<Option> all = chosen(head, lists.withCurrent(options, entered.all(head.name())));
        return new FieldInput.Choice(head, all, mayBeButtons && all.size() <= BUTTONS_MAX);
    }

    private List<Option> chosen(FieldInput.Head head, List<Option> options) {
        List<String> current = entered.all(head.name());
        return options.stream()
                .map(option -> option.chosenIf(current.contains(option.value())))
                .toList();
    }

    private static RecordType type(FieldDescriptor field) {
        return RecordType.forNumber(field.getOptions().getExtension(Options.refersTo));
    }

    private FieldInput.Pick pick(FieldInput.Head head, RecordType type, List<String> current, boolean showsCurrent) {
        String find = entered.line(head.name() + Entered.FIND);
        List<Option> options = lists.records(type, find, showsCurrent ? current : List.of()).stream()
                .filter(option -> showsCurrent || !current.contains(option.value()))
                .toList();
        return new FieldInput.Pick(head, options, TypeWords.of(type), find);
    }

    private FieldInput.Picks picks(FieldInput.Head head, RecordType type) {
        List<String> current = entered.all(head.name());
        return new FieldInput.Picks(
                head,
                lists.called(type, current),
                pick(head.withLabel(says.say("field.one_more", head.label())), type, current, false));
    }

    private FieldInput.Rows rows(FieldDescriptor field, FieldInput.Head head, Descriptor part) {
        List<FieldDescriptor> shown = part.getFields().stream()
                .filter(each -> FieldShape.of(each) != FieldShape.NOT_SHOWN)
                .toList();
        boolean isTable =
                shown.size() <= COLUMNS_MAX && shown.stream().allMatch(each -> IN_A_CELL.contains(FieldShape.of(each)));
        List<FieldInput.Row> rows = new ArrayList<>();
        for (String token : entered.all(head.name())) {
            rows.add(row(field, head.name(), token, part, isTable));
        }
        Stream<String> keyColumn =
                field.isMapField() && lists.choosesKey(field) ? Stream.of(lists.keyLabel(field)) : Stream.empty();
        List<String> columns = isTable
                ? Stream.concat(keyColumn, shown.stream().map(words::field)).toList()
                : List.of();
        return new FieldInput.Rows(head, rows, columns, !isFile(part));
    }

    private FieldInput.Row row(FieldDescriptor field, String rows, String token, Descriptor part, boolean isTable) {
        String name = Entered.row(rows, token);
        Optional<FieldInput> key =
                field.isMapField() && lists.choosesKey(field) ? Optional.of(key(field, name)) : Optional.empty();
        String hiddenKey = key.isEmpty() && field.isMapField() ? entered.text(name + Entered.KEY) : "";
        List<FieldInput> inputs = of(part, name, each -> true);
        return new FieldInput.Row(
                name,
                token,
                key,
                hiddenKey,
                isTable ? inputs.stream().map(FieldInputs::inCell).toList() : inputs);
    }

    private FieldInput key(FieldDescriptor map, String row) {
        FieldInput.Head head = head(row + Entered.KEY, lists.keyLabel(map), lists.keyHint(map));
        String current = entered.line(head.name());
        Optional<RecordType> type = lists.keyType(map);
        if (type.isPresent()) {
            return pick(head, type.get(), entered.all(head.name()), true);
        }
        List<Option> options = lists.keys(map, current);
        return options.isEmpty() ? line(head, "text", "text") : choice(head, options, false);
    }

    /** A cell has no room for buttons beside each other. */
    private static FieldInput inCell(FieldInput input) {
        return input instanceof FieldInput.Choice choice
                ? new FieldInput.Choice(choice.head(), choice.options(), false)
                : input;
    }

    /** The values of an enum that a person can choose. */
    static List<Option> valuesOf(EnumDescriptor type, RecordWords words) {
        return type.getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(value -> Option.of(Integer.toString(value.getNumber()), words.value(value)))
                .toList();
    }
}
