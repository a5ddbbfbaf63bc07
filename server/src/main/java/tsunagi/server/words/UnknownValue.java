package tsunagi.server.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be told of a value whose field this program does not know: a number, a text, or how large it is. */
final class UnknownValue {
    private final Phrases phrases;

    UnknownValue(Language language) {
        this.phrases = Phrases.in(language);
    }

    String text(ByteString value) {
        try {
            String all = UnknownFieldSet.parseFrom(value).asMap().values().stream()
                    .flatMap(this::text)
                    .collect(Collectors.joining(phrases.of("between")));
            return all.isEmpty() ? phrases.of("unreadable") : all;
        } catch (InvalidProtocolBufferException e) {
            return phrases.of("unreadable");
        }
    }

    private Stream<String> text(UnknownFieldSet.Field field) {
        Stream<String> numbers = field.getVarintList().stream().map(Object::toString);
        Stream<String> texts = field.getLengthDelimitedList().stream().map(this::textOrSize);
        int others = field.getFixed32List().size()
                + field.getFixed64List().size()
                + field.getGroupList().size();
        return Stream.of(
                        numbers,
                        texts,
                        Stream.generate(() -> phrases.of("unreadable")).limit(others))
                .flatMap(parts -> parts);
    }

    private String textOrSize(ByteString bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        boolean isText = bytes.isValidUtf8() && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
        return isText ? text : phrases.of("bytes", bytes.size());
    }
}
