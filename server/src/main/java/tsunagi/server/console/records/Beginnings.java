package tsunagi.server.console.records;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordSchema;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.field.Choices;
import tsunagi.server.console.page.FormFields;

/** What a new record begins with: what the address says, whose desk it is, and what was so the last time. */
final class Beginnings {
    private final RecordSchema schema;
    private final Choices choices;

    Beginnings(RecordSchema schema, Choices choices) {
        this.schema = schema;
        this.choices = choices;
    }

    /**
     * The record as it begins.
     *
     * @param like another one to begin like; empty to begin with nothing
     */
    Message of(FormFields query, String personId, Optional<Message> like) {
        Message.Builder record =
                like.orElseGet(() -> DynamicMessage.getDefaultInstance(schema.descriptor())).toBuilder();
        for (FieldDescriptor field : schema.descriptor().getFields()) {
            boolean isText = !field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.STRING;
            if (isText) {
                query.text(field.getName()).ifPresent(value -> record.setField(field, value));
            }
        }
        FieldDescriptor host = schema.descriptor().findFieldByName("hosting_body_id");
        if (host != null && !record.hasField(host)) {
            choices.bodyOf(personId).ifPresent(body -> record.setField(host, body));
        }
        return record.build();
    }

    /** The one after an earlier one. */
    Message next(RecordState earlier) {
        try {
            return switch (RecordType.forNumber(earlier.key().type())) {
                case RECORD_TYPE_MEETING -> read(next(Meeting.parseFrom(earlier.body())));
                case RECORD_TYPE_PROGRAM -> read(next(Program.parseFrom(earlier.body())));
                default -> DynamicMessage.getDefaultInstance(schema.descriptor());
            };
        } catch (InvalidProtocolBufferException e) {
            return DynamicMessage.getDefaultInstance(schema.descriptor());
        }
    }

    Message read(Message began) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(schema.descriptor(), began.toByteString());
    }

    /** The same group at the same place; who was asked is asked again. */
    private static Meeting next(Meeting last) {
        Meeting.Builder next = last.toBuilder()
                .clearHeldOn()
                .clearAttendees()
                .clearWorkedTimes()
                .clearAgenda()
                .clearDecisions()
                .clearMinutes()
                .clearMinutesSent()
                .clearPapers();
        last.getAttendeesMap()
                .forEach((key, attendee) -> next.putAttendees(
                        key,
                        Attendee.newBuilder(attendee)
                                .setPresence(MeetingPresence.MEETING_PRESENCE_INVITED)
                                .clearProxyName()
                                .build()));
        return next.build();
    }

    /** The same undertaking a year on; the checklist goes on from where it stood. */
    private static Program next(Program last) {
        return last.toBuilder()
                .setFiscalYear(last.getFiscalYear() + 1)
                .clearClosesOn()
                .build();
    }
}
