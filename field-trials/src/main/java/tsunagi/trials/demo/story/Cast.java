package tsunagi.trials.demo.story;

import static tsunagi.trials.demo.story.StoryPerson.FUJII;
import static tsunagi.trials.demo.story.StoryPerson.HAYAKAWA;
import static tsunagi.trials.demo.story.StoryPerson.HORI;
import static tsunagi.trials.demo.story.StoryPerson.KURAMOTO;
import static tsunagi.trials.demo.story.StoryPerson.MIKAMI;
import static tsunagi.trials.demo.story.StoryPerson.NISHIKAWA;
import static tsunagi.trials.demo.story.StoryPerson.NOMURA;
import static tsunagi.trials.demo.story.StoryPerson.ODA;
import static tsunagi.trials.demo.story.StoryPerson.OMORI;
import static tsunagi.trials.demo.story.StoryPerson.SAEKI;
import static tsunagi.trials.demo.story.StoryPerson.UEDA;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tsunagi.sync.v1.Role;

/** Who may do what in the story, and which tablet belongs to which teams. */
public final class Cast {
    /** The story happens in Japan. */
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** When all memberships begin. */
    public static final LocalDateTime CURTAIN = LocalDateTime.of(2024, 4, 1, 0, 0);

    private Cast() {}

    /** When those who are moved leave. */
    public static final LocalDateTime END_OF_YEAR = LocalDateTime.of(2025, 4, 1, 0, 0);

    /** When all is told. */
    public static final LocalDateTime AFTERWARDS = LocalDateTime.of(2025, 4, 22, 9, 0);

    /**
     * A person's part in a team.
     *
     * @param until when it ends; empty while it goes on
     */
    public record Part(StoryTeam team, StoryPerson person, Role role, Optional<LocalDateTime> until) {
        Part(StoryTeam team, StoryPerson person, Role role) {
            this(team, person, role, Optional.empty());
        }
    }

    /** That a tablet may hold a team. */
    public record Carrying(StoryTablet tablet, StoryTeam team) {}

    public static List<Part> parts() {
        return List.of(
                new Part(StoryTeam.BREWERY, SAEKI, Role.ROLE_MEMBER),
                new Part(StoryTeam.BREWERY, ODA, Role.ROLE_SUPERVISOR),
                new Part(StoryTeam.BREWERY, MIKAMI, Role.ROLE_INSTRUCTOR),
                new Part(StoryTeam.BREWERY, KURAMOTO, Role.ROLE_INSTRUCTOR),
                new Part(StoryTeam.BREWERY, OMORI, Role.ROLE_INSTRUCTOR),
                new Part(StoryTeam.CITY, SAEKI, Role.ROLE_MEMBER),
                new Part(StoryTeam.CITY, HORI, Role.ROLE_SUPERVISOR),
                new Part(StoryTeam.CITY, FUJII, Role.ROLE_MEMBER, Optional.of(END_OF_YEAR)),
                new Part(StoryTeam.CITY, HAYAKAWA, Role.ROLE_MEMBER),
                new Part(StoryTeam.CITY, NOMURA, Role.ROLE_MEMBER),
                new Part(StoryTeam.CITY, UEDA, Role.ROLE_INSTRUCTOR),
                new Part(StoryTeam.CITY, NISHIKAWA, Role.ROLE_MEMBER));
    }

    /** Those who sign in at the console. */
    public static List<StoryPerson> atTheConsole() {
        return List.of(ODA, HORI);
    }

    public static List<Carrying> carryings() {
        return List.of(
                new Carrying(StoryTablet.NURSE, StoryTeam.BREWERY),
                new Carrying(StoryTablet.NURSE, StoryTeam.CITY),
                new Carrying(StoryTablet.THERAPISTS, StoryTeam.BREWERY),
                new Carrying(StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY),
                new Carrying(StoryTablet.HEALTH_CENTRE, StoryTeam.CITY),
                new Carrying(StoryTablet.REGIONAL_CENTRE, StoryTeam.CITY));
    }
}
