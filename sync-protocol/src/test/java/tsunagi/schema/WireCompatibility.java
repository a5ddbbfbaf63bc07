package tsunagi.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What keeps programs built from the schema last released and from the current one from understanding each other. */
final class WireCompatibility {
    private final Schema released;
    private final Schema current;
    private final List<Complaint> breaks = new ArrayList<>();

    private WireCompatibility(Schema released, Schema current) {
        this.released = released;
        this.current = current;
    }

    static List<Complaint> breaks(Schema released, Schema current) {
        WireCompatibility compatibility = new WireCompatibility(released, current);
        compatibility.compare();
        return compatibility.breaks;
    }

    private void compare() {
        for (Descriptor old : released.messages()) {
            current.message(old.getFullName()).ifPresentOrElse(now -> message(old, now), () -> gone(old));
        }
        for (EnumDescriptor old : released.enums()) {
            current.enumType(old.getFullName()).ifPresentOrElse(now -> enumType(old, now), () -> gone(old));
        }
        for (ServiceDescriptor old : released.services()) {
            current.service(old.getFullName()).ifPresentOrElse(now -> service(old, now), () -> gone(old));
        }
    }

    private void message(Descriptor old, Descriptor now) {
        same(old, now, "record type", Traits::recordType);
        for (FieldDescriptor field : old.getFields()) {
            FieldDescriptor successor = now.findFieldByNumber(field.getNumber());
            if (successor != null) {
                field(field, successor);
            } else if (now.findFieldByName(field.getName()) != null) {
                same(field, now.findFieldByName(field.getName()), "number", FieldDescriptor::getNumber);
            } else if (!now.isReservedNumber(field.getNumber()) || !now.isReservedName(field.getName())) {
                goneUnreserved(field, field.getNumber());
            }
        }
        for (FieldDescriptor field : now.getFields()) {
            if (old.isReservedNumber(field.getNumber())) {
                complain(field, "takes the number " + field.getNumber() + ", which was given up for good");
            }
        }
    }

    private void field(FieldDescriptor old, FieldDescriptor now) {
        same(old, now, "name", FieldDescriptor::getName);
        same(old, now, "JSON name", FieldDescriptor::getJsonName);
        same(old, now, "type", Traits::type);
        same(old, now, "label", Traits::label);
        same(old, now, "merge policy", Traits::mergePolicy);
        same(old, now, "place in the natural key", Traits::isInNaturalKey);
    }

    private void enumType(EnumDescriptor old, EnumDescriptor now) {
        for (EnumValueDescriptor value : old.getValues()) {
            EnumValueDescriptor successor = now.findValueByNumber(value.getNumber());
            if (successor != null) {
                same(value, successor, "name", EnumValueDescriptor::getName);
                same(value, successor, "rank", Traits::rank);
            } else if (now.findValueByName(value.getName()) != null) {
                same(value, now.findValueByName(value.getName()), "number", EnumValueDescriptor::getNumber);
            } else if (!now.isReservedNumber(value.getNumber()) || !now.isReservedName(value.getName())) {
                goneUnreserved(value, value.getNumber());
            }
        }
        for (EnumValueDescriptor value : now.getValues()) {
            if (old.isReservedNumber(value.getNumber())) {
                complain(value, "takes the number " + value.getNumber() + ", which was given up for good");
            }
        }
    }

    private void service(ServiceDescriptor old, ServiceDescriptor now) {
        for (MethodDescriptor rpc : old.getMethods()) {
            MethodDescriptor successor = now.findMethodByName(rpc.getName());
            if (successor == null) {
                gone(rpc);
            } else {
                same(rpc, successor, "request", Traits::request);
                same(rpc, successor, "answer", Traits::answer);
            }
        }
    }

    private <E extends GenericDescriptor> void same(E old, E now, String what, Function<E, Object> trait) {
        if (!trait.apply(old).equals(trait.apply(now))) {
            complain(old, "had the " + what + " " + trait.apply(old) + " and now has " + trait.apply(now));
        }
    }

    private void gone(GenericDescriptor element) {
        complain(element, "was removed");
    }

    private void goneUnreserved(GenericDescriptor element, int number) {
        complain(element, "was removed without its number " + number + " and its name being reserved");
    }

    private void complain(GenericDescriptor element, String what) {
        breaks.add(Complaint.about(element, what));
    }
}
