package tsunagi.record;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** The types of record this program knows. Records of other types are kept and passed on all the same. */
public final class RecordSchemas {
    private final Map<Integer, RecordSchema> schemas;

    private RecordSchemas(Map<Integer, RecordSchema> schemas) {
        this.schemas = Collections.unmodifiableMap(schemas);
    }

    /** The schemas of tsunagi.records.v1. */
    public static RecordSchemas standard() {
        List<FileDescriptor> files = new ArrayList<>();
        for (RecordType type : RecordType.values()) {
            if (type != RecordType.UNRECOGNIZED && type != RecordType.RECORD_TYPE_UNSPECIFIED) {
                files.add(recordOf(type).getDescriptorForType().getFile());
            }
        }
        return of(files);
    }

    private static Message recordOf(RecordType type) {
        return switch (type) {
            case RECORD_TYPE_WORKPLACE -> Workplace.getDefaultInstance();
            case RECORD_TYPE_CONTACT -> Contact.getDefaultInstance();
            case RECORD_TYPE_PROGRAM -> Program.getDefaultInstance();
            case RECORD_TYPE_APPROACH -> Approach.getDefaultInstance();
            case RECORD_TYPE_REQUEST -> Request.getDefaultInstance();
            case RECORD_TYPE_VISIT -> Visit.getDefaultInstance();
            case RECORD_TYPE_OBSERVATION -> Observation.getDefaultInstance();
            case RECORD_TYPE_REFERRAL -> Referral.getDefaultInstance();
            case RECORD_TYPE_COURSE -> Course.getDefaultInstance();
            case RECORD_TYPE_WORKSHOP -> Workshop.getDefaultInstance();
            case RECORD_TYPE_PARTICIPANT -> Participant.getDefaultInstance();
            case RECORD_TYPE_ATTENDANCE -> Attendance.getDefaultInstance();
            case RECORD_TYPE_CONSULTATION -> Consultation.getDefaultInstance();
            case RECORD_TYPE_MEASURING -> Measuring.getDefaultInstance();
            case RECORD_TYPE_ROUND -> Round.getDefaultInstance();
            case RECORD_TYPE_RESPONSE -> Response.getDefaultInstance();
            case RECORD_TYPE_ACTION -> Action.getDefaultInstance();
            case RECORD_TYPE_MEETING -> Meeting.getDefaultInstance();
            case RECORD_TYPE_FOLLOW_UP -> FollowUp.getDefaultInstance();
            case RECORD_TYPE_FORM_VERSION -> FormVersion.getDefaultInstance();
            case RECORD_TYPE_THEME -> Theme.getDefaultInstance();
            case RECORD_TYPE_MATERIAL -> Material.getDefaultInstance();
            case RECORD_TYPE_AREA_CENSUS -> AreaCensus.getDefaultInstance();
            case RECORD_TYPE_REVIEW -> Review.getDefaultInstance();
            case RECORD_TYPE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException(type + " is no record");
        };
    }

    /** The schemas of all record messages in these files. */
    public static RecordSchemas of(Collection<FileDescriptor> files) {
        Map<Integer, RecordSchema> schemas = new TreeMap<>();
        for (FileDescriptor file : files) {
            for (Descriptor message : file.getMessageTypes()) {
                if (message.getOptions().hasExtension(Options.recordType)) {
                    RecordSchema schema = new RecordSchema(message);
                    schemas.put(schema.type(), schema);
                }
            }
        }
        return new RecordSchemas(schemas);
    }

    public Optional<RecordSchema> find(int type) {
        return Optional.ofNullable(schemas.get(type));
    }

    public Collection<RecordSchema> all() {
        return schemas.values();
    }
}
