package tsunagi.server.console.records;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.server.console.field.Choices;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** What the sheet of somebody who rates a meeting begins with: the round of the meeting, and a row for each question. */
final class RatingBeginning {
    private final Connection connection;
    private final Choices choices;
    private final RecordKey meeting;
    private final RecordRows rows = new RecordRows();

    RatingBeginning(Connection connection, Choices choices, UUID teamId, UUID meetingId) {
        this.connection = connection;
        this.choices = choices;
        this.meeting = new RecordKey(teamId, RecordType.RECORD_TYPE_MEETING_VALUE, meetingId);
    }

    Response begin() throws SQLException, InvalidProtocolBufferException {
        Response.Builder sheet = Response.newBuilder()
                .setMeetingId(meeting.id().toString())
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_SUPPORT)
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE));
        Optional<StoredRecord> held = rows.find(connection, meeting);
        if (held.isPresent()) {
            String day = Meeting.parseFrom(held.get().body()).getHeldOn();
            sheet.setRatedOn(day).setWrittenOn(day);
        }
        List<RecordKey> rounds =
                new Related(connection, meeting).namingIt().getOrDefault(RecordType.RECORD_TYPE_ROUND, List.of());
        Optional<StoredRecord> round = rounds.isEmpty() ? Optional.empty() : rows.find(connection, rounds.get(0));
        if (round.isPresent()) {
            String version = Round.parseFrom(round.get().body()).getFormVersionId();
            sheet.setRoundId(rounds.get(0).id().toString()).setFormVersionId(version);
            choices.questions(version)
                    .forEach(question -> sheet.putAnswers(question.value(), Answer.getDefaultInstance()));
        }
        return sheet.build();
    }
}
