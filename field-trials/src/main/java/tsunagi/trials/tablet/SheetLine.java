package tsunagi.trials.tablet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import tsunagi.change.FieldValues;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.trials.tablet.json.BadInputException;
import tsunagi.trials.tablet.json.JsonInput;
import tsunagi.trials.tablet.json.RecordJson;

/**
 * What somebody wants to fill in as one sheet.
 *
 * @param heading what is known of it besides its answers
 * @param answers by question: its path, or its name where only one bears it
 * @param leftAt the question at which it was broken off; empty when it is to be complete
 */
record SheetLine(Response heading, JsonObject answers, Optional<String> leftAt) {
    private static final String SHAPE = "Answers are a JSON object: {\"question\": answer, ...}.";

    /** Reads {@code {"heading": {...}, "answers": {...}, "break_off": "/data/x"}}, of which only answers must be there. */
    static SheetLine read(String json) throws BadInputException {
        JsonObject line = JsonInput.object(json, SHAPE);
        for (String member : line.keySet()) {
            if (!member.equals("heading") && !member.equals("answers") && !member.equals("break_off")) {
                throw new BadInputException(
                        "unknown_field", "\"" + member + "\": a sheet has heading, answers and break_off.");
            }
        }
        JsonElement answers = line.get("answers");
        if (answers == null || !answers.isJsonObject()) {
            throw new BadInputException("no_answers", "\"answers\" is missing: {\"question\": answer, ...}.");
        }
        JsonElement heading = line.get("heading");
        return new SheetLine(
                heading == null ? Response.getDefaultInstance() : heading(heading.toString()),
                answers.getAsJsonObject(),
                Optional.ofNullable(line.get("break_off")).map(JsonElement::getAsString));
    }

    static SheetLine of(String heading, String answers, String leftAt) throws BadInputException {
        return new SheetLine(
                heading == null ? Response.getDefaultInstance() : heading(heading),
                JsonInput.object(answers, SHAPE),
                Optional.ofNullable(leftAt));
    }

    private static Response heading(String json) throws BadInputException {
        RecordSchema schema = RecordSchemas.standard()
                .find(RecordType.RECORD_TYPE_RESPONSE_VALUE)
                .orElseThrow();
        try {
            return Response.parseFrom(
                    FieldValues.of(RecordJson.read(schema, json).sets()).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was just written does not parse", e);
        }
    }
}
