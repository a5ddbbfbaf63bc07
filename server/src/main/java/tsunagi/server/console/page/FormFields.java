package tsunagi.server.console.page;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody entered in a form: names and values as they came, several under one name included. */
public final class FormFields {
    private static final int FIELDS_MAX = 20_000;

    private final Map<String, List<String>> values;

    private FormFields(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads the body of a request of type application/x-www-form-urlencoded, or what stands behind a question mark. */
    public static FormFields of(String body) {
        return new FormFields(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, FIELDS_MAX).parameters());
    }

    /** The first value, without spaces at its ends; empty when there is none or nothing was entered. */
    public Optional<String> text(String name) {
        return all(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The first value as it was entered, line ends as \n. */
    public Optional<String> raw(String name) {
        return all(name).stream().map(value -> value.replace("\r\n", "\n")).findFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Map<String, List<String>> asMap() {
        return values;
    }
}
