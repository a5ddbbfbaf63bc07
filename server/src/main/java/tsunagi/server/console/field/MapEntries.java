package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of a map whose values are messages, in the order in which a person expects them. */
final class MapEntries {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 12;
    private static final Comparator<String> BY_NUMBERS = Comparator.comparing(MapEntries::padded);

    private MapEntries() {}

    /** One entry. */
    record One(String key, Message value) {}

    /** By the order they say they have, else by their keys, numbers in these as numbers: 2-1, 2-2, 2-10. */
    static List<One> inOrder(FieldDescriptor map, List<?> entries) {
        List<One> all = new ArrayList<>();
        FieldDescriptor key = map.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = map.getMessageType().findFieldByNumber(2);
        for (Object entry : entries) {
            Message message = (Message) entry;
            all.add(new One((String) message.getField(key), (Message) message.getField(value)));
        }
        all.sort(Comparator.comparingInt(MapEntries::place).thenComparing(One::key, BY_NUMBERS));
        return all;
    }

    private static int place(One entry) {
        FieldDescriptor order = entry.value().getDescriptorForType().findFieldByName("display_order");
        return order != null && entry.value().hasField(order)
                ? (Integer) entry.value().getField(order)
                : Integer.MAX_VALUE;
    }

    private static String padded(String key) {
        Matcher numbers = NUMBER.matcher(key);
        return numbers.replaceAll(
                number -> "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }
}
