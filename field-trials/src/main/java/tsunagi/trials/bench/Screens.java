package tsunagi.trials.bench;

import tsunagi.record.RecordKey;

/** What the app's screens ask of a tablet; each answers how many records it shows, so that two ways can be held together. */
interface Screens {
    /** The workplaces that are shown for what was typed so far. */
    int search(String typed);

    /** A workplace with its departments, contacts, visits, follow-ups, referrals, workshops, actions, rounds and problems. */
    int page(RecordKey workplace);

    /** Today: the sync line, visits and workshops of today and the next days, drafts, follow-ups due, questions back. */
    int today();
}
