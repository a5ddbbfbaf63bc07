package tsunagi.server.admin;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes flat JSON objects. */
final class Json {
    private Json() {}

    static String object(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> text(property.getKey()) + ":" + value(property.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
