package tsunagi.questionnaires;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What a sheet needs from where it is filled in.
 *
 * @param repeatKeys keys for the parts a person adds: short, of letters and digits, never the same twice
 * @param properties what the tablet knows: {@code deviceid}, {@code username}, {@code phonenumber}, {@code email}
 */
public record SheetSetting(Supplier<String> repeatKeys, Map<String, String> properties) {
    public SheetSetting {
        properties = Map.copyOf(properties);
    }
}
