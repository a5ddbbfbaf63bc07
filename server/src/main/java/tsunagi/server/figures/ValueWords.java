package tsunagi.server.figures;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.SizeClass;
import tsunagi.server.words.Language;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;

/** What the values are called by which figures are divided. */
final class ValueWords {
    private final UUID teamId;
    private final RecordWords records;
    private final FigureWords words;
    private final NameSource names;

    ValueWords(UUID teamId, Language language, NameSource names) {
        this.teamId = teamId;
        this.records = RecordWords.in(language);
        this.words = FigureWords.in(language);
        this.names = names;
    }

    String of(Split split) {
        String value = split.value();
        return switch (split.by()) {
            case TOTAL -> words.say("split.total");
            case PROGRAM -> record(RecordType.RECORD_TYPE_PROGRAM, value).orElse(value);
            case MUNICIPALITY -> municipality(value);
            case BODY -> names.body(value).orElse(value);
            case THEME -> names.theme(value).or(() -> records.theme(value)).orElse(value);
            case INDUSTRY -> industry(value);
            case SIZE -> size(value);
        };
    }

    Optional<String> record(RecordType type, String id) {
        return names.record(new RecordKey(teamId, type.getNumber(), UUID.fromString(id)));
    }

    String municipality(String code) {
        return code.isEmpty() ? words.say("unspecified") : words.say("municipality", code);
    }

    String industry(String word) {
        return word(Industry.getDescriptor(), word);
    }

    String size(String word) {
        return word(SizeClass.getDescriptor(), word);
    }

    /** A value of a participant's attribute. */
    String participant(String attribute, String word) {
        return switch (attribute) {
            case "side" -> word(ParticipantSide.getDescriptor(), word);
            case "occupation" -> word(Occupation.getDescriptor(), word);
            default -> word(Employment.getDescriptor(), word);
        };
    }

    private String word(EnumDescriptor type, String word) {
        return type.getValues().stream()
                .filter(value -> isWordOf(type, value, word))
                .findFirst()
                .map(value -> value.getNumber() == 0 ? words.say("unspecified") : records.value(value))
                .orElse(word);
    }

    /** Values stand in views without the name of their type. */
    private static boolean isWordOf(EnumDescriptor type, EnumValueDescriptor value, String word) {
        String first = type.getValues().get(0).getName();
        int prefix = first.length() - "UNSPECIFIED".length();
        return value.getName().substring(prefix).toLowerCase(Locale.ROOT).equals(word);
    }
}
