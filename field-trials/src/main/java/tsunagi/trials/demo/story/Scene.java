package tsunagi.trials.demo.story;

import java.time.LocalDateTime;

/** Who writes on which tablet for which team, and when by the clock on the wall. */
public record Scene(StoryTablet tablet, StoryTeam team, StoryPerson person, LocalDateTime at) {}
