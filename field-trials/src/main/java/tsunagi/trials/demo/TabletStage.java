package tsunagi.trials.demo;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.trials.demo.story.Scene;
import tsunagi.trials.demo.story.Stage;
import tsunagi.trials.demo.story.StoryTablet;

/** Plays the story on real tablets against a real server. */
final class TabletStage implements Stage, AutoCloseable {
    private final Map<StoryTablet, StagedTablet> tablets = new EnumMap<>(StoryTablet.class);
    private final StoryTime time;
    private int saved;

    private TabletStage(StoryTime time) {
        this.time = time;
    }

    /** Opens the five tablets and makes them known to the server. */
    static TabletStage open(DemoDirectory directory, DemoServer server) throws IOException {
        TabletStage stage = new TabletStage(server.time());
        for (StoryTablet tablet : StoryTablet.values()) {
            StagedTablet staged = StagedTablet.open(directory.tablet(tablet), server.address(), server.time());
            stage.tablets.put(tablet, staged);
            staged.enrol(server.codeFor(tablet), tablet.title());
        }
        return stage;
    }

    /** How many changes were saved so far. */
    int saved() {
        return saved;
    }

    @Override
    public void write(Scene scene, UUID recordId, Message fields) {
        Tablet tablet = on(scene);
        RecordKey key = new RecordKey(scene.team().id(), typeOf(fields), recordId);
        saved += tablet.save(tablet.edit(key).set(fields), scene.person().id()).size();
    }

    @Override
    public void delete(Scene scene, RecordKey key) {
        Tablet tablet = on(scene);
        tablet.delete(tablet.show(key), scene.person().id());
        saved++;
    }

    @Override
    public void withdraw(Scene scene, RecordKey key) {
        Tablet tablet = on(scene);
        tablet.withdraw(tablet.show(key), scene.person().id());
        saved++;
    }

    @Override
    public void settle(Scene scene, UUID recordId, Message decision) {
        Tablet tablet = on(scene);
        RecordKey key = new RecordKey(scene.team().id(), typeOf(decision), recordId);
        FieldDescriptor field = decision.getAllFields().keySet().iterator().next();
        ByteString value = decision.toByteString();
        tablet.resolve(
                tablet.show(key),
                FieldPath.field(field.getNumber()),
                value,
                scene.person().id());
        saved++;
    }

    @Override
    public void sync(StoryTablet tablet) {
        tablets.get(tablet).sync();
    }

    private Tablet on(Scene scene) {
        time.reach(scene.at());
        return tablets.get(scene.tablet()).at(scene.at());
    }

    private static int typeOf(Message record) {
        return record.getDescriptorForType().getOptions().getExtension(Options.recordType);
    }

    @Override
    public void close() {
        tablets.values().forEach(StagedTablet::close);
    }
}
