package tsunagi.xlsform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The headings that a sheet may have, under all their names. */
final class Columns {
    static final Set<String> TEXTS =
            words("label hint guidance_hint media::image media::audio media::video media::big-image constraint_message"
                    + " required_message");
    private static final Set<String> SURVEY = words(
            "type name relevant required constraint calculation choice_filter default appearance parameters repeat_count trigger"
                    + " read_only autoplay disabled save_to rows");
    private static final Set<String> CHOICES = words("list_name name geometry disabled");
    private static final Set<String> SETTINGS = words(
            "form_title form_id version default_language instance_name style public_key submission_url auto_send auto_delete"
                    + " allow_choice_duplicates namespaces name sms_keyword sms_separator sms_allow_media sms_date_format"
                    + " sms_datetime_format prefix delimiter omit_instanceid clean_text_values instance_xmlns subject identity");
    private static final Set<String> SCALES = words(
            "name items reversed method not_asked missing_most missing needed better least most unit item_least item_most disabled");

    private static final Map<String, String> ALIASES = aliases();

    private final String sheet;
    private final Set<String> known;

    private Columns(String sheet, Set<String> known) {
        this.sheet = sheet;
        this.known = known;
    }

    static Columns of(String sheet) {
        return new Columns(
                sheet,
                switch (sheet) {
                    case "survey" -> SURVEY;
                    case "choices" -> CHOICES;
                    case "scales" -> SCALES;
                    default -> SETTINGS;
                });
    }

    /**
     * A heading, understood.
     *
     * @param name as the convention has it; as typed where it is not known
     * @param language of a text; empty for the form's own
     */
    record Heading(String name, String language, boolean isKnown) {}

    Heading read(String typed) {
        String narrow = Words.narrow(typed);
        List<String> tokens = tokens(narrow);
        String first = Words.key(tokens.get(0));
        if (sheet.equals("settings") && first.equals("attribute") && tokens.size() > 1) {
            return new Heading("attribute::" + tokens.get(1), "", true);
        }
        if (sheet.equals("settings")) {
            return known(settingsAlias(first)).orElse(new Heading(narrow, "", false));
        }
        String name = ALIASES.getOrDefault(first, first);
        if (sheet.equals("choices") && first.equals("value")) {
            name = "name";
        }
        if (name.equals("media") && tokens.size() > 1) {
            String kind = "media::" + Words.key(tokens.get(1)).replace('_', '-');
            return text(kind, tokens, 2).orElse(new Heading(narrow, "", false));
        }
        if ((name.equals("bind") || name.equals("body") || name.equals("instance")) && tokens.size() > 1) {
            return bound(name, tokens, narrow);
        }
        return text(name, tokens, 1)
                .or(() -> tokens.size() == 1 ? known(ALIASES.getOrDefault(first, first)) : Optional.empty())
                .orElse(new Heading(narrow, "", false));
    }

    private Heading bound(String where, List<String> tokens, String typed) {
        if (!sheet.equals("survey")) {
            return new Heading(typed, "", false);
        }
        String attribute = tokens.get(1);
        String own = ALIASES.get(where + "::" + attribute.toLowerCase(java.util.Locale.ROOT));
        if (own != null) {
            return TEXTS.contains(own) ? new Heading(own, language(tokens, 2), true) : new Heading(own, "", true);
        }
        return new Heading(where + "::" + attribute, "", true);
    }

    private Optional<Heading> text(String name, List<String> tokens, int languageAt) {
        boolean isOfChoices = name.equals("label") || name.startsWith("media::");
        if (!TEXTS.contains(name)
                || (sheet.equals("choices") && !isOfChoices)
                || (sheet.equals("scales") && !name.equals("label"))) {
            return Optional.empty();
        }
        return Optional.of(new Heading(name, language(tokens, languageAt), true));
    }

    private Optional<Heading> known(String name) {
        return known.contains(name) ? Optional.of(new Heading(name, "", true)) : Optional.empty();
    }

    /** A language as it is named in the form: {@code 日本語(ja)} and {@code 日本語 (ja)} are one. */
    static String language(String typed) {
        return Words.narrow(typed)
                .replaceAll("\\s*\\(\\s*", " (")
                .replaceAll("\\s*\\)", ")")
                .strip();
    }

    private static String language(List<String> tokens, int at) {
        return tokens.size() > at ? language(tokens.get(at)) : "";
    }

    private static List<String> tokens(String heading) {
        if (heading.contains("::")) {
            return Arrays.stream(heading.split("::")).map(String::strip).toList();
        }
        // One colon is the old way to part a heading from its language; in jr:count it is part of the name.
        String lower = heading.toLowerCase(java.util.Locale.ROOT);
        if (!heading.contains(":") || lower.startsWith("jr:") || lower.matches("(bind|body|instance):.*:.*")) {
            return List.of(heading);
        }
        return Arrays.stream(heading.split(":")).map(String::strip).toList();
    }

    private static String settingsAlias(String key) {
        return switch (key) {
            case "title", "set_form_title" -> "form_title";
            case "id_string", "set_form_id", "formid" -> "form_id";
            default -> key;
        };
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        put(aliases, "label", "caption");
        put(aliases, "type", "command");
        put(aliases, "name", "tag value");
        put(aliases, "list_name", "list-name listname");
        put(aliases, "relevant", "relevance skip_logic bind::relevant bind::relevance");
        put(aliases, "required", "bind::required");
        put(aliases, "read_only", "readonly read-only bind::readonly bind::read_only");
        put(aliases, "constraint", "bind::constraint");
        put(
                aliases,
                "constraint_message",
                "constraining_message bind::jr:constraintmsg jr:constraintmsg constraintmsg");
        put(aliases, "required_message", "requiredmsg bind::jr:requiredmsg jr:requiredmsg");
        put(aliases, "calculation", "calculate bind::calculate");
        put(aliases, "appearance", "body::appearance control::appearance");
        put(aliases, "repeat_count", "count jr:count body::jr:count control::jr:count");
        put(aliases, "autoplay", "body::autoplay");
        put(aliases, "rows", "body::rows");
        put(aliases, "save_to", "bind::entities:saveto");
        put(aliases, "media::image", "image");
        put(aliases, "media::audio", "audio");
        put(aliases, "media::video", "video");
        put(aliases, "media::big-image", "big-image big_image");
        put(aliases, "body", "control");
        put(aliases, "guidance_hint", "guidance");
        put(aliases, "choice_filter", "choicefilter");
        return aliases;
    }

    private static void put(Map<String, String> aliases, String name, String others) {
        Arrays.stream(others.split(" ")).forEach(other -> aliases.put(other, name));
    }

    private static Set<String> words(String all) {
        return new LinkedHashSet<>(Arrays.asList(all.split(" ")));
    }
}
