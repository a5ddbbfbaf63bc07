package tsunagi.server.duplicate;

/** What speaks for two records being one, or against it. */
public enum Reason {
    SAME_NAME,
    SAME_NAME_WRITTEN_DIFFERENTLY,
    SIMILAR_NAME,
    PART_OF_NAME,
    FAMILY_NAME_ONLY,
    SAME_READING,
    SAME_CORPORATE_NUMBER,
    SAME_PHONE,
    SAME_EMAIL,
    SAME_ADDRESS,
    NEAR_ADDRESS,
    SAME_WORKPLACE,
    SAME_DEPARTMENT,
    SAME_OCCUPATION,
    SAME_DAY,
    NEXT_DAY,
    SAME_TIME,
    PLAN_AND_OUTCOME,
    SAME_STAFF,
    SAME_KIND,
    SAME_PEOPLE_MET,
    SAME_TEXT,
    SAME_WORKSHOP,
    OTHER_NAME(true),
    OTHER_READING(true),
    OTHER_BRANCH(true),
    BRANCH_OF_ONE_ONLY(true),
    OTHER_CORPORATE_NUMBER(true),
    OTHER_PHONE(true),
    OTHER_EMAIL(true),
    OTHER_ADDRESS(true),
    OTHER_MUNICIPALITY(true),
    OTHER_INDUSTRY(true),
    OTHER_WORKPLACE(true),
    OTHER_DEPARTMENT(true),
    OTHER_TITLE(true),
    OTHER_ROLE(true),
    OTHER_SIDE(true),
    OTHER_OCCUPATION(true),
    OTHER_EMPLOYMENT(true),
    OTHER_TIME(true),
    OTHER_OUTCOME(true),
    OTHER_KIND(true),
    OTHER_TEXT(true);

    private final boolean isAgainst;

    Reason() {
        this(false);
    }

    Reason(boolean isAgainst) {
        this.isAgainst = isAgainst;
    }

    public boolean isAgainst() {
        return isAgainst;
    }
}
