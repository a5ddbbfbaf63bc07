package tsunagi.server.words;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import java.util.Optional;

/** What the keys of a map stand for. */
public enum KeyKind {
    /** A person, a contact, a body, or somebody whose name stands in the entry. */
    SOMEBODY,
    MATERIAL,
    WORKSHOP,
    THEME,
    DEVICE,
    SCOPE,
    /** A body, or everyone. */
    AUDIENCE,
    FISCAL_YEAR,
    /** A fiscal year and the name of a scheme, parted by a slash. */
    SCHEME,
    /** A department, or a department and an employment, parted by a slash, or all. */
    PART,
    /** The first and the last number of match codes. */
    CODES,
    /** An industry and a size, parted by a slash. */
    CENSUS,
    /** A question in the same record. */
    QUESTION,
    /** Made by the program; what the entry holds says what it is. */
    MADE,
    /** What it says is what is shown. */
    PLAIN;

    private static final Map<String, KeyKind> BY_FIELD = Map.ofEntries(
            Map.entry("members", SOMEBODY),
            Map.entry("worked_times", SOMEBODY),
            Map.entry("permissions", SOMEBODY),
            Map.entry("attendees", SOMEBODY),
            Map.entry("minutes_sent", SOMEBODY),
            Map.entry("materials", MATERIAL),
            Map.entry("people_by_workshop", WORKSHOP),
            Map.entry("people_by_theme", THEME),
            Map.entry("people_by_device", DEVICE),
            Map.entry("consents", SCOPE),
            Map.entry("disclosures", AUDIENCE),
            Map.entry("headcounts", FISCAL_YEAR),
            Map.entry("checkups", FISCAL_YEAR),
            Map.entry("doctor_opinions", FISCAL_YEAR),
            Map.entry("reexaminations", FISCAL_YEAR),
            Map.entry("hazardous_works", FISCAL_YEAR),
            Map.entry("smoke_protections", FISCAL_YEAR),
            Map.entry("safety_officers", FISCAL_YEAR),
            Map.entry("health_declarations", SCHEME),
            Map.entry("addressed_people", PART),
            Map.entry("sheets_out", PART),
            Map.entry("sheets_back", PART),
            Map.entry("sheets_valid", PART),
            Map.entry("code_ranges", CODES),
            Map.entry("counts", CENSUS),
            Map.entry("Review.answers", QUESTION),
            Map.entry("departments", MADE),
            Map.entry("reporting_groups", MADE),
            Map.entry("busy_seasons", MADE),
            Map.entry("segments", MADE),
            Map.entry("tally_sheets", MADE),
            Map.entry("photos", MADE),
            Map.entry("papers", MADE),
            Map.entry("questions", MADE),
            Map.entry("Response.answers", PLAIN),
            Map.entry("council_checks", PLAIN),
            Map.entry("media", PLAIN),
            Map.entry("scales", PLAIN),
            Map.entry("points", PLAIN));

    public static KeyKind of(FieldDescriptor map) {
        return declared(map).orElse(PLAIN);
    }

    /** Empty when nobody said yet what the keys of this map are. */
    static Optional<KeyKind> declared(FieldDescriptor map) {
        String inMessage = map.getContainingType().getName() + "." + map.getName();
        return Optional.ofNullable(BY_FIELD.getOrDefault(inMessage, BY_FIELD.get(map.getName())));
    }
}
