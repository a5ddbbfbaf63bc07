package tsunagi.app.user;

import java.util.UUID;
import tsunagi.sync.v1.Member;

/** Somebody who may write on this tablet, in one team. */
public record User(UUID teamId, String teamName, Member member) {
    /** Before a person's id: that person, in whatever team comes first. */
    public static final String ANY_TEAM = "*/";

    /** Who is named as the author of what is written. */
    public String personId() {
        return member.getPersonId();
    }

    public String name() {
        return member.getName();
    }

    public String bodyId() {
        return member.getBodyId();
    }
}
