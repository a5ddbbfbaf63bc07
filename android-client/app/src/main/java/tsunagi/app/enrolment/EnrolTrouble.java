package tsunagi.app.enrolment;

import tsunagi.app.R;
import tsunagi.engine.device.EnrolResult;
import tsunagi.sync.v1.EnrolRefusal;

/** Why a tablet could not be made known, as people are told: what went wrong, and what to do. */
enum EnrolTrouble {
    CODE_UNKNOWN(R.string.enrol_code_unknown, R.string.enrol_code_unknown_then, Field.CODE),
    CODE_EXPIRED(R.string.enrol_code_expired, R.string.enrol_code_expired_then, Field.CODE),
    CODE_USED(R.string.enrol_code_used, R.string.enrol_code_used_then, Field.CODE),
    TOO_MANY_TRIES(R.string.enrol_too_many_tries, R.string.enrol_too_many_tries_then, Field.CODE),
    TABLET_UNSUITABLE(R.string.enrol_tablet_unsuitable, R.string.enrol_tablet_unsuitable_then, Field.NONE),
    NOT_SAID(R.string.enrol_not_said, R.string.enrol_not_said_then, Field.NONE),
    NO_NETWORK(R.string.enrol_no_network, R.string.enrol_no_network_then, Field.NONE),
    UNREACHABLE(R.string.enrol_unreachable, R.string.enrol_unreachable_then, Field.SERVER),
    OTHER_CERTIFICATE(R.string.enrol_other_certificate, R.string.enrol_other_certificate_then, Field.FINGERPRINT),
    OTHER_VERSION(R.string.enrol_other_version, R.string.enrol_other_version_then, Field.NONE),
    FAILED(R.string.enrol_failed, R.string.enrol_failed_then, Field.NONE);

    /** Which field of the form to look at. */
    enum Field {
        NONE,
        SERVER,
        FINGERPRINT,
        CODE
    }

    private final int words;
    private final int whatToDo;
    private final Field field;

    EnrolTrouble(int words, int whatToDo, Field field) {
        this.words = words;
        this.whatToDo = whatToDo;
        this.field = field;
    }

    int words() {
        return words;
    }

    int whatToDo() {
        return whatToDo;
    }

    Field field() {
        return field;
    }

    static EnrolTrouble of(EnrolRefusal refusal) {
        return switch (refusal) {
            case ENROL_REFUSAL_CODE_UNKNOWN -> CODE_UNKNOWN;
            case ENROL_REFUSAL_CODE_EXPIRED -> CODE_EXPIRED;
            case ENROL_REFUSAL_CODE_USED -> CODE_USED;
            case ENROL_REFUSAL_TOO_MANY_TRIES -> TOO_MANY_TRIES;
            case ENROL_REFUSAL_KEY_UNSUITABLE, ENROL_REFUSAL_DEVICE_ID_UNSUITABLE -> TABLET_UNSUITABLE;
            case ENROL_REFUSAL_UNSPECIFIED, UNRECOGNIZED -> NOT_SAID;
        };
    }

    static EnrolTrouble of(EnrolResult.Obstacle obstacle) {
        return switch (obstacle) {
            case LINE -> UNREACHABLE;
            case OTHER_CERTIFICATE -> OTHER_CERTIFICATE;
            case OTHER_VERSION -> OTHER_VERSION;
        };
    }
}
