package tsunagi.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagi.records.v1.Options;

/** A set of .proto files as protoc described them, without those that Google ships. */
final class Schema {
    private static final String GOOGLE = "google/protobuf/";

    private final List<FileDescriptor> files;

    private Schema(List<FileDescriptor> files) {
        this.files = files;
    }

    /** Reads a description that stands on the class path of the tests. */
    static Schema ofResource(String name) {
        try (InputStream description = Schema.class.getResourceAsStream(name)) {
            if (description == null) {
                throw new IllegalStateException("There is no " + name + " on the class path");
            }
            return of(FileDescriptorSet.parseFrom(description, options()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files must stand after those they import, as protoc writes them. */
    static Schema of(FileDescriptorSet description) {
        Map<String, FileDescriptor> linked = new LinkedHashMap<>();
        for (FileDescriptorProto file : description.getFileList()) {
            linked.put(file.getName(), link(file, linked));
        }
        return new Schema(linked.values().stream()
                .filter(file -> !file.getName().startsWith(GOOGLE))
                .toList());
    }

    private static FileDescriptor link(FileDescriptorProto file, Map<String, FileDescriptor> linked) {
        FileDescriptor[] imports =
                file.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The options that our schemas set on their fields, values and messages. */
    static ExtensionRegistry options() {
        ExtensionRegistry options = ExtensionRegistry.newInstance();
        Options.registerAllExtensions(options);
        return options;
    }

    /** All messages, nested ones too, without those that protoc makes up for maps. */
    List<Descriptor> messages() {
        List<Descriptor> found = new ArrayList<>();
        files.forEach(file -> collect(file.getMessageTypes(), found));
        return found;
    }

    private static void collect(List<Descriptor> messages, List<Descriptor> found) {
        for (Descriptor message : messages) {
            if (!message.getOptions().getMapEntry()) {
                found.add(message);
                collect(message.getNestedTypes(), found);
            }
        }
    }

    List<EnumDescriptor> enums() {
        return Stream.concat(
                        files.stream().flatMap(file -> file.getEnumTypes().stream()),
                        messages().stream().flatMap(message -> message.getEnumTypes().stream()))
                .toList();
    }

    List<ServiceDescriptor> services() {
        return files.stream().flatMap(file -> file.getServices().stream()).toList();
    }

    /** Fields that are declared outside of the message they extend. */
    List<FieldDescriptor> extensions() {
        return Stream.concat(
                        files.stream().flatMap(file -> file.getExtensions().stream()),
                        messages().stream().flatMap(message -> message.getExtensions().stream()))
                .toList();
    }

    Optional<Descriptor> message(String fullName) {
        return named(fullName, messages());
    }

    Optional<EnumDescriptor> enumType(String fullName) {
        return named(fullName, enums());
    }

    Optional<ServiceDescriptor> service(String fullName) {
        return named(fullName, services());
    }

    /** Everything that can bear a comment. */
    Stream<GenericDescriptor> elements() {
        return Stream.<Stream<? extends GenericDescriptor>>of(
                        messages().stream(),
                        messages().stream().flatMap(message -> message.getFields().stream()),
                        extensions().stream(),
                        enums().stream(),
                        enums().stream().flatMap(type -> type.getValues().stream()),
                        services().stream(),
                        services().stream().flatMap(service -> service.getMethods().stream()))
                .flatMap(Function.identity());
    }

    private static <T extends GenericDescriptor> Optional<T> named(String fullName, List<T> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.getFullName().equals(fullName))
                .findFirst();
    }
}
