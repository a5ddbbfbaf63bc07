package tsunagi.rules;

import com.google.protobuf.Message;

/** What the domain has to say about records of one type, beyond the form of single values. */
interface RecordRules<M extends Message> {
    void check(M record, Findings found, RuleContext others);
}
