package tsunagi.engine.index;

import java.util.Map;
import java.util.TreeMap;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/**
 * The days of records, what ends their being open, and what they are searched by: one table for all types. A type that
 * is not here has none of these. Of sheets nothing but their references is in the index.
 */
final class Outlines {
    private static final Map<Integer, Outline> BY_TYPE = new TreeMap<>();

    static {
        add(
                RecordType.RECORD_TYPE_WORKPLACE,
                Outline.NONE.searchedBy(
                        Workplace.NAME_FIELD_NUMBER,
                        Workplace.NAME_READING_FIELD_NUMBER,
                        Workplace.ALIASES_FIELD_NUMBER,
                        Workplace.ADDRESS_FIELD_NUMBER,
                        Workplace.PHONE_FIELD_NUMBER,
                        Workplace.BUSINESS_FIELD_NUMBER,
                        Workplace.POSTAL_CODE_FIELD_NUMBER,
                        Workplace.CORPORATE_NUMBER_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_CONTACT,
                Outline.NONE.searchedBy(
                        Contact.NAME_FIELD_NUMBER,
                        Contact.NAME_READING_FIELD_NUMBER,
                        0,
                        Contact.JOB_TITLE_FIELD_NUMBER,
                        Contact.PHONE_FIELD_NUMBER,
                        Contact.EMAIL_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_PARTICIPANT,
                Outline.NONE.searchedBy(
                        Participant.NAME_FIELD_NUMBER,
                        Participant.NAME_READING_FIELD_NUMBER,
                        0,
                        Participant.AFFILIATION_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_APPROACH,
                Outline.NONE.onDay(Approach.APPROACHED_ON_FIELD_NUMBER).openUntil(Approach.RESULT_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_REQUEST,
                Outline.NONE.onDay(Request.RECEIVED_ON_FIELD_NUMBER).openUntil(Request.DECISION_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_VISIT,
                Outline.NONE.onDay(Visit.VISIT_ON_FIELD_NUMBER).openUntil(Visit.OUTCOME_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_FOLLOW_UP,
                Outline.NONE.onDay(FollowUp.DUE_ON_FIELD_NUMBER).openUntil(FollowUp.CLOSING_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_REFERRAL,
                Outline.NONE
                        .onDay(Referral.REFERRED_ON_FIELD_NUMBER)
                        .openUntil(Referral.RESULT_FIELD_NUMBER, ReferralState.REFERRAL_STATE_ACCEPTED_VALUE));
        add(
                RecordType.RECORD_TYPE_WORKSHOP,
                Outline.NONE.onDay(Workshop.HELD_ON_FIELD_NUMBER).openUntil(Workshop.OUTCOME_FIELD_NUMBER));
        add(RecordType.RECORD_TYPE_CONSULTATION, Outline.NONE.onDay(Consultation.HELD_ON_FIELD_NUMBER));
        add(RecordType.RECORD_TYPE_MEASURING, Outline.NONE.onDay(Measuring.HELD_ON_FIELD_NUMBER));
        add(RecordType.RECORD_TYPE_MEETING, Outline.NONE.onDay(Meeting.HELD_ON_FIELD_NUMBER));
        add(RecordType.RECORD_TYPE_ROUND, Outline.NONE.onDay(Round.OPENS_ON_FIELD_NUMBER));
        add(
                RecordType.RECORD_TYPE_ACTION,
                Outline.NONE
                        .onDay(Action.STARTED_ON_FIELD_NUMBER)
                        .openUntil(
                                Action.STANDING_FIELD_NUMBER,
                                ActionState.ACTION_STATE_CONSIDERED_VALUE,
                                ActionState.ACTION_STATE_STARTED_VALUE,
                                ActionState.ACTION_STATE_GOING_ON_VALUE));
    }

    private Outlines() {}

    private static void add(RecordType type, Outline outline) {
        BY_TYPE.put(type.getNumber(), outline);
    }

    static Outline of(int recordType) {
        return BY_TYPE.getOrDefault(recordType, Outline.NONE);
    }

    static Map<Integer, Outline> all() {
        return BY_TYPE;
    }
}
