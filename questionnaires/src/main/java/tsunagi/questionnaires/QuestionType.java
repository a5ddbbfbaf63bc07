package tsunagi.questionnaires;

import org.javarosa.core.model.Constants;

/** What a question takes as its answer. */
public enum QuestionType {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    DATE,
    TIME,
    MOMENT,
    CHOICE,
    CHOICES,
    RANKING,
    PLACE,
    LINE,
    AREA,
    FILE,
    BARCODE,
    ACKNOWLEDGEMENT,
    TRUTH;

    /** Of a node of the form; {@code control} is {@code CONTROL_UNTYPED} where nobody is asked. */
    static QuestionType of(int dataType, int control) {
        return switch (control) {
            case Constants.CONTROL_SELECT_ONE -> CHOICE;
            case Constants.CONTROL_SELECT_MULTI -> CHOICES;
            case Constants.CONTROL_RANK -> RANKING;
            case Constants.CONTROL_TRIGGER -> ACKNOWLEDGEMENT;
            case Constants.CONTROL_UPLOAD,
                    Constants.CONTROL_IMAGE_CHOOSE,
                    Constants.CONTROL_AUDIO_CAPTURE,
                    Constants.CONTROL_VIDEO_CAPTURE,
                    Constants.CONTROL_FILE_CAPTURE -> FILE;
            default -> of(dataType);
        };
    }

    private static QuestionType of(int dataType) {
        return switch (dataType) {
            case Constants.DATATYPE_INTEGER, Constants.DATATYPE_LONG -> WHOLE_NUMBER;
            case Constants.DATATYPE_DECIMAL -> NUMBER;
            case Constants.DATATYPE_DATE -> DATE;
            case Constants.DATATYPE_TIME -> TIME;
            case Constants.DATATYPE_DATE_TIME -> MOMENT;
            case Constants.DATATYPE_CHOICE -> CHOICE;
            case Constants.DATATYPE_MULTIPLE_ITEMS -> CHOICES;
            case Constants.DATATYPE_GEOPOINT -> PLACE;
            case Constants.DATATYPE_GEOTRACE -> LINE;
            case Constants.DATATYPE_GEOSHAPE -> AREA;
            case Constants.DATATYPE_BINARY -> FILE;
            case Constants.DATATYPE_BARCODE -> BARCODE;
            case Constants.DATATYPE_BOOLEAN -> TRUTH;
            default -> TEXT;
        };
    }
}
