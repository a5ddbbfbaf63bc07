package tsunagi.trials.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tsunagi.record.RecordSchemas;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;

/**
 * Tablets and servers in one process, on a clock and lines that only move when told: first people write while things go
 * wrong, then the faults stop and everything must come together. One seed decides all of it.
 */
public final class Simulation {
    /** Enough for any number of changes that a run can make; a run that needs more goes in circles. */
    private static final int HEALING_ROUNDS_MAX = 40;

    private static final int MOVES_OF_A_CALL_MAX = 20_000;
    private static final long STEP_MS = 20_000;

    private final Path emptyDatabase;
    private final Path scratch;

    /** Makes runs below a directory for scratch files, which should be in memory. */
    public Simulation(Path scratch) {
        this.scratch = scratch;
        this.emptyDatabase = scratch.resolve("empty.db");
        try (Database database = Database.open("jdbc:sqlite:" + emptyDatabase)) {
            new PlainTables(database, new RecordRows(), RecordSchemas.standard()).prepare();
        }
    }

    /** Runs one seed. */
    public RunReport run(long seed, int tabletCount, int steps, Optional<PlantedBug> bug) {
        Path directory = newDirectory(seed);
        Dice dice = new Dice(seed);
        try (World world = new World(directory, emptyDatabase, dice, tabletCount, bug)) {
            for (int step = 0; step < steps; step++) {
                world.time().pass(dice.between(1, (int) STEP_MS));
                stepOnce(world);
            }
            return healed(seed, steps, world);
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed + " broke the run", e);
        } finally {
            Scratch.delete(directory);
        }
    }

    private static void stepOnce(World world) {
        Dice dice = world.dice();
        int what = dice.below(1000);
        if (what < 250) {
            world.people().use(dice.pick(world.tablets()));
        } else if (what < 330) {
            world.call(dice.pick(world.tablets()));
        } else if (what < 900) {
            moveSomeCall(world);
        } else {
            somethingGoesWrong(world, what - 900);
        }
    }

    private static void moveSomeCall(World world) {
        List<Call> moving = world.calls().stream().filter(Call::canMove).toList();
        if (!moving.isEmpty()) {
            world.dice().pick(moving).move();
        }
        world.calls().removeIf(Call::isOver);
    }

    private static void somethingGoesWrong(World world, int what) {
        Dice dice = world.dice();
        if (what < 20) {
            disturbALine(world);
        } else if (what < 37) {
            world.hangUp(dice.pick(world.tablets()), dice.percent(50));
        } else if (what < 49) {
            world.kill(dice.pick(world.tablets()));
        } else if (what < 57) {
            world.restartServers();
        } else if (what < 67) {
            world.backUp();
        } else if (what < 73) {
            world.setBack();
        } else if (what < 76) {
            world.copyATablet();
        } else if (what < 84) {
            dice.pick(world.tablets()).clock().jump(dice);
        } else if (what < 92) {
            changeRights(world);
        } else {
            world.office().settleParked(world.anyServer().database(), parkedChanges(world));
        }
    }

    private static void disturbALine(World world) {
        if (!world.calls().isEmpty()) {
            world.dice().pick(world.calls()).disturb();
        }
    }

    private static void changeRights(World world) {
        if (world.dice().percent(70)) {
            world.office().giveOrTakeAPersonsRight(world.dice());
        } else {
            world.office().giveOrTakeATabletsRight(world.dice());
        }
        world.office().writeInto(world.anyServer().database());
    }

    private static ParkedChanges parkedChanges(World world) {
        return world.anyServer().parkedChanges();
    }

    private static RunReport healed(long seed, int steps, World world) {
        world.office().giveEverythingBack();
        world.office().writeInto(world.anyServer().database());
        List<Long> headsBefore = List.of();
        boolean isSettled = false;
        for (int round = 0; round < HEALING_ROUNDS_MAX && !isSettled; round++) {
            world.tablets().forEach(tablet -> callUndisturbed(world, tablet));
            world.office().settleParked(world.anyServer().database(), parkedChanges(world));
            List<Long> heads = world.heads();
            isSettled = heads.equals(headsBefore) && world.isQuiet();
            headsBefore = heads;
        }
        Inspection inspection = new Inspection(world);
        inspection.run();
        return new RunReport(
                seed,
                steps,
                world.ledger().size(),
                inspection.lost(),
                inspection.doubled(),
                inspection.conflicts(),
                inspection.findings());
    }

    private static void callUndisturbed(World world, SimulatedTablet tablet) {
        world.time().pass(60_000);
        world.call(tablet);
        for (int i = 0; i < MOVES_OF_A_CALL_MAX && !world.calls().isEmpty(); i++) {
            List<Call> moving = world.calls().stream().filter(Call::canMove).toList();
            if (moving.isEmpty()) {
                break;
            }
            world.dice().pick(moving).move();
            world.calls().removeIf(Call::isOver);
        }
        world.hangUp(tablet, true);
    }

    private Path newDirectory(long seed) {
        try {
            return Files.createTempDirectory(scratch, "seed" + seed + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
