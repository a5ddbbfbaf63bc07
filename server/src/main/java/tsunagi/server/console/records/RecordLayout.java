package tsunagi.server.console.records;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagi.record.RecordSchema;
import tsunagi.records.v1.RecordType;

/** In which order, and under which headings, the fields of a record stand on a page. */
final class RecordLayout {
    private static final String OTHER = "other";
    private static final Map<RecordType, List<Part>> BY_TYPE = Map.of(
            RecordType.RECORD_TYPE_MEETING,
            List.of(
                    new Part("meeting", "title kind group_name program_id hosting_body_id workplace_id"),
                    new Part("when", "held_on starts_at duration_minutes mode place"),
                    new Part("who", "attendees worked_times"),
                    new Part("talk", "agenda decisions minutes"),
                    new Part("papers", "minutes_sent papers")),
            RecordType.RECORD_TYPE_PROGRAM,
            List.of(
                    new Part("program", "name fiscal_year multi_year_plan field theme_keys"),
                    new Part("who", "hosting_body_id body_ids municipality_codes"),
                    new Part("plan", "planned_figures effect_measured closes_on"),
                    new Part("council", "council_checks")),
            RecordType.RECORD_TYPE_WORKPLACE,
            List.of(
                    new Part("name", "name name_reading aliases corporate_number industry business closed_on"),
                    new Part(
                            "place",
                            "postal_code municipality_code address phone visiting_notes busy_seasons photo_rule"),
                    new Part("people", "headcounts departments reporting_groups insurer_kinds insurer_body_ids"),
                    new Part(
                            "health",
                            "checkups doctor_opinions reexaminations hazardous_works smoke_protections safety_officers"
                                    + " health_declarations")),
            RecordType.RECORD_TYPE_VISIT,
            List.of(
                    new Part("when", "workplace_id visit_on starts_at outcome kinds theme_keys program_id request_id"),
                    new Part("who", "members met_contact_ids met_workers worked_times permissions"),
                    new Part("talk", "needs findings advice materials"),
                    new Part("photos", "photo_permission photos")),
            RecordType.RECORD_TYPE_REQUEST,
            List.of(
                    new Part("request", "received_on workplace_id contact_id requesting_body_id channel program_id"),
                    new Part("wish", "wish course_ids theme_keys wished_on wished_time"),
                    new Part("answer", "assignment decision")),
            RecordType.RECORD_TYPE_RESPONSE,
            List.of(
                    new Part(
                            "sheet",
                            "round_id form_version_id subject meeting_id rated_on rater_side rater_body_id workplace_id"
                                    + " written_on"),
                    new Part("answers", "answers")),
            RecordType.RECORD_TYPE_CONTACT,
            List.of(
                    new Part("contact", "name name_reading workplace_id body_id roles job_title left_on"),
                    new Part("reach", "phone email reachable"),
                    new Part("may_tell", "disclosures")));

    private RecordLayout() {}

    /** A heading and what stands under it. */
    private record Part(String word, String fields) {}

    /**
     * Fields under a heading.
     *
     * @param word the key of the heading
     */
    record Section(String word, List<FieldDescriptor> fields) {}

    /** All fields of a type; those that no heading names come last. */
    static List<Section> of(RecordSchema schema) {
        List<Section> sections = new ArrayList<>();
        Set<FieldDescriptor> left = new LinkedHashSet<>(schema.descriptor().getFields());
        for (Part part : BY_TYPE.getOrDefault(RecordType.forNumber(schema.type()), List.of())) {
            List<FieldDescriptor> fields = new ArrayList<>();
            for (String name : part.fields().split(" ", -1)) {
                FieldDescriptor field = schema.descriptor().findFieldByName(name);
                fields.add(field);
                left.remove(field);
            }
            sections.add(new Section("records.part." + part.word(), fields));
        }
        if (!left.isEmpty()) {
            sections.add(
                    new Section(sections.isEmpty() ? "records.part.all" : "records.part." + OTHER, List.copyOf(left)));
        }
        return sections;
    }
}
