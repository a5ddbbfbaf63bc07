package tsunagi.server;

import com.fasterxml.uuid.Generators;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.admin.ServerData;
import tsunagi.server.attachment.AttachmentLimits;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.attachment.AttachmentUses;
import tsunagi.server.conflict.Settling;
import tsunagi.server.desk.Desk;
import tsunagi.server.device.DeviceTroubles;
import tsunagi.server.device.Enrolment;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Renewal;
import tsunagi.server.device.Tokens;
import tsunagi.server.duplicate.DuplicateFollowing;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.exchange.ExchangeLimits;
import tsunagi.server.exchange.Exchanges;
import tsunagi.server.exchange.TeamHeads;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.form.SheetChecks;
import tsunagi.server.grpc.AttachmentEndpoint;
import tsunagi.server.grpc.EnrolmentEndpoint;
import tsunagi.server.grpc.Guarded;
import tsunagi.server.grpc.LineLimits;
import tsunagi.server.grpc.ReviewEndpoint;
import tsunagi.server.grpc.SyncEndpoint;
import tsunagi.server.grpc.TransportSecurity;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.plaintables.Follower;
import tsunagi.server.plaintables.FollowerLease;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.LogKeeper;
import tsunagi.server.storage.RecordRows;

/** Puts the parts of the running server together; what they do is plain Java. */
@Factory
final class Wiring {
    private static final ExchangeLimits LIMITS = ExchangeLimits.STANDARD;
    /** What moves within this time comes down to the other tablets in one go. */
    private static final Duration MOVES_GATHERED_FOR = Duration.ofMillis(30);
    /** Spares most looks at a team that is pushed fast; on a thin line, where every checkpoint counts, all are slower. */
    private static final Duration OWN_MOVES_REST = Duration.ofMillis(250);

    private static final Duration PLAIN_TABLES_INTERVAL = Duration.ofSeconds(1);

    @Singleton
    @Bean(preDestroy = "close")
    ServerThreads threads() {
        return new ServerThreads();
    }

    /** Limits what one line may take, before the server is built. */
    @Singleton
    BeanCreatedEventListener<ServerBuilder<?>> lineLimits(TransportSecurity security, ServerThreads threads) {
        return created -> {
            LineLimits.applyTo((NettyServerBuilder) created.getBean(), LIMITS, threads.pool(), security);
            return created.getBean();
        };
    }

    @Singleton
    @Bean(preDestroy = "close")
    FileErasureList erasures(ServerData data) {
        return data.openErasures();
    }

    @Singleton
    TeamIntake teamIntake(ServerData data, FileErasureList erasures, Clock clock) {
        RecordSchemas schemas = RecordSchemas.standard();
        return new TeamIntake(data.database(), schemas, new ChangeReader(schemas, LIMITS.change()), erasures, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    GroupCommit groupCommit(TeamIntake intake, ServerData data) {
        // Before anything comes in, or a restored copy would show what was withdrawn since it was made.
        intake.applyErasures();
        return new GroupCommit(
                intake, GroupCommit.Limits.STANDARD.on(data.database().dialect()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    LogKeeper logKeeper(ServerData data) {
        return new LogKeeper(data.database());
    }

    @Singleton
    DeviceTroubles deviceTroubles(ServerData data, ServerThreads threads, Clock clock) {
        return new DeviceTroubles(data.database(), clock, threads.pool());
    }

    @Singleton
    Exchanges exchanges(
            ServerData data, GroupCommit intake, ServerThreads threads, DeviceTroubles troubles, Clock clock) {
        return new Exchanges(
                data.database(),
                intake,
                data.identity().secret(),
                clock,
                UUID::randomUUID,
                LIMITS,
                Version.current(),
                new TeamHeads.Pace(threads.after(MOVES_GATHERED_FOR), threads.after(OWN_MOVES_REST)),
                troubles);
    }

    @Singleton
    SyncEndpoint syncEndpoint(Exchanges exchanges, ServerThreads threads) {
        return new SyncEndpoint(exchanges, threads.pool(), threads.timer());
    }

    @Singleton
    Tokens tokens(ServerData data, Clock clock) {
        return new Tokens(data.identity().secret(), clock);
    }

    @Singleton
    Identification identification(ServerData data, Tokens tokens, DeviceTroubles troubles, Clock clock) {
        // One for all services: it remembers which proofs were used.
        return new Identification(data.database(), tokens, clock, troubles);
    }

    @Singleton
    ServerServiceDefinition sync(SyncEndpoint endpoint, Tokens tokens, Identification identification) {
        return Guarded.service(endpoint.bindService(), tokens, identification);
    }

    @Singleton
    ServerServiceDefinition enrolment(ServerData data, Tokens tokens, Identification identification, Clock clock) {
        Enrolment enrolment =
                new Enrolment(data.database(), data.identity(), data.settings().name(), clock);
        Renewal renewal = new Renewal(data.database(), clock);
        return Guarded.service(
                new EnrolmentEndpoint(enrolment, identification, renewal).bindService(), tokens, identification);
    }

    /** Where the console and the commands of a running server write. */
    @Singleton
    Desk desk(ServerData data, GroupCommit intake, Clock clock) {
        return new Desk(
                data.database(),
                submission -> intake.submit(submission).toCompletableFuture().join(),
                new ChangeReader(RecordSchemas.standard(), LIMITS.change()),
                clock,
                Generators.timeBasedEpochGenerator()::generate);
    }

    @Singleton
    ParkedChanges parkedChanges(ServerData data, FileErasureList erasures) {
        RecordSchemas schemas = RecordSchemas.standard();
        return new ParkedChanges(data.database(), schemas, new ChangeReader(schemas, LIMITS.change()), erasures);
    }

    @Singleton
    Settling settling(ServerData data, Desk desk) {
        return new Settling(data.database(), desk, Generators.timeBasedEpochGenerator()::generate);
    }

    @Singleton
    Merging merging(ServerData data, Desk desk) {
        return new Merging(data.database(), desk);
    }

    @Singleton
    ReviewEndpoint.Parts reviewed(Settling settling, ParkedChanges parked, Merging merging) {
        return new ReviewEndpoint.Parts(settling, parked, merging);
    }

    @Singleton
    ServerServiceDefinition review(
            ServerData data, ReviewEndpoint.Parts reviewed, Clock clock, Tokens tokens, Identification identification) {
        ReviewEndpoint endpoint =
                new ReviewEndpoint(data.database(), reviewed, clock, Generators.timeBasedEpochGenerator()::generate);
        return Guarded.service(endpoint.bindService(), tokens, identification);
    }

    @Singleton
    AttachmentStore attachmentStore(ServerData data, Clock clock) {
        return new AttachmentStore(data.database(), AttachmentLimits.STANDARD, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    QuietWork quietWork(ServerData data, AttachmentStore store, GroupCommit intake) {
        SheetChecks sheets = new SheetChecks(data.database(), new PublishedForms(data.database(), store));
        AttachmentUses uses = new AttachmentUses(data.database(), RecordSchemas.standard());
        DuplicateFollowing duplicates = new DuplicateFollowing(data.database());
        return new QuietWork(List.of(uses::followSome, sheets::checkSome, duplicates::followSome), intake::isBusy);
    }

    @Singleton
    ServerServiceDefinition attachments(
            AttachmentStore store, ServerData data, Tokens tokens, Identification identification) {
        return Guarded.service(new AttachmentEndpoint(store, data.database()).bindService(), tokens, identification);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Follower plainTables(ServerData data, GroupCommit intake, Clock clock) {
        return new Follower(
                new PlainTables(data.database(), new RecordRows(), RecordSchemas.standard()),
                new FollowerLease(data.database(), UUID.randomUUID(), clock),
                intake::isBusy,
                PLAIN_TABLES_INTERVAL);
    }
}
